import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { createApp } from '../app.ts'
import type { Runtime } from '../runtime.ts'

const ASSETS = fileURLToPath(new URL('../web/assets/', import.meta.url))

/** Only this machine: there are no accounts yet. */
const LOOPBACK = '127.0.0.1'

export interface NodeServer {
  readonly url: string
  /** Stops taking requests; resolves when those under way are answered. */
  close(): Promise<void>
}

/**
 * Serves the app on this machine only.
 *
 * @param runtime - its `config.port` is where; 0 takes any free port
 * @throws Error with code `EADDRINUSE` when something else listens there
 */
export async function startServer(runtime: Runtime): Promise<NodeServer> {
  const app = createApp(runtime)
  const site = new Hono()
    .use(
      '/assets/*',
      serveStatic({
        root: ASSETS,
        onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=3600'),
      }),
    )
    .mount('/', app.fetch)
  const server = serve({ fetch: site.fetch, port: runtime.config.port, hostname: LOOPBACK })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
