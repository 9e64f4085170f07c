import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { tempFolder } from '../support/temp.ts'

/** Starts the server as `npm start` does and waits until it says where it listens. */
async function start(env: Record<string, string> = {}) {
  const folder = tempFolder()
  const child = spawn(process.execPath, ['--import', './src/hosts/check-node.js', 'src/node.ts'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      FUNDLOCAL_DATABASE: join(folder, 'test.db'),
      FUNDLOCAL_PORT: '0',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stderr })) {
    lines.push(line)
    if (line.includes('server.started')) return { child, url: String(JSON.parse(line).url), lines }
  }
  return { child, url: '', lines }
}

const exitOf = async (child: ChildProcess): Promise<number | null> =>
  child.exitCode ?? (await once(child, 'exit'))[0]

test('it serves, and stops when it is told to', async () => {
  const { child, url } = await start()
  const page = await fetch(`${url}/opportunities`)
  expect(page.status).toBe(200)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  const sheet = /href="(\/assets\/[^"]+\.css)"/.exec(await page.text())?.[1] ?? ''
  const css = await fetch(url + sheet)
  expect(css.status).toBe(200)
  expect(await css.text()).toContain('govuk')
  expect(css.headers.get('cache-control')).toContain('max-age')
  child.kill('SIGTERM')
  expect(await exitOf(child)).toBe(0)
})

test('a request for another host name is refused, so that no page elsewhere can read this one', async () => {
  const { url } = await start()
  const status = await new Promise((resolve, reject) => {
    request(`${url}/api/v1/opportunities`, { headers: { Host: 'evil.example' } }, (response) => {
      resolve(response.statusCode)
      response.resume()
    })
      .on('error', reject)
      .end()
  })
  expect(status).toBe(403)
})

test('a port that is taken is one clear line', async () => {
  const { url } = await start()
  const { child, lines } = await start({ FUNDLOCAL_PORT: new URL(url).port })
  expect(await exitOf(child)).toBe(1)
  expect(lines.join('\n')).toContain('The port is in use')
})

test('nothing outside this machine can reach it', async () => {
  const { url } = await start()
  const { port } = new URL(url)
  const outside = Object.values((await import('node:os')).networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)
  if (!outside) return
  await expect(fetch(`http://${outside.address}:${port}/healthz`)).rejects.toThrow()
})
