import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One answer that the server has ready. The first that matches and is not used up is given. */
export interface Scripted {
  /** Part of the path, query and body, or a pattern for them; matches every request when absent. */
  readonly match?: string | RegExp
  /** How often it is given; without limit when absent. */
  readonly times?: number
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** `{origin}` in a text stands for the server's own address. */
  readonly body?: string | Uint8Array
  readonly delayMs?: number
  /** Never answers, or never ends its answer. */
  readonly hang?: 'before' | 'within'
  /** Breaks off in the middle of the body. */
  readonly truncate?: boolean
}

export interface Recorded {
  /** Path and query. */
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly method: string
  /** What was sent with the request; empty until it has come in whole. */
  body: string
  /** Milliseconds since the server's start. */
  readonly at: number
  /** How many requests, this one included, waited for an answer when it came. */
  readonly open: number
}

export interface ReplayServer {
  /** `http://127.0.0.1:port`, without a slash. */
  readonly origin: string
  readonly requests: readonly Recorded[]
  [Symbol.asyncDispose](): Promise<void>
}

/** A server on this machine that gives scripted answers, and 404 to what the script does not know. */
export async function startReplayServer(script: readonly Scripted[]): Promise<ReplayServer> {
  const left = script.map((scripted) => ({ scripted, times: scripted.times ?? Number.POSITIVE_INFINITY }))
  const requests: Recorded[] = []
  const started = performance.now()
  let open = 0
  let origin = ''

  const server = createServer((request, response) => {
    const url = request.url ?? ''
    open += 1
    response.on('close', () => {
      open -= 1
    })
    const { headers, method = '' } = request
    const recorded: Recorded = { url, headers, method, body: '', at: performance.now() - started, open }
    requests.push(recorded)
    request.setEncoding('utf8').on('data', (part: string) => {
      recorded.body += part
    })
    request.on('end', () => {
      const asked = recorded.body === '' ? url : `${url}\n${recorded.body}`
      const next = left.find(({ scripted, times }) => times > 0 && matches(scripted, asked))
      if (next) next.times -= 1
      const scripted = next?.scripted ?? { status: 404, body: 'The script has no answer for this' }
      setTimeout(() => answer(scripted, response, origin), scripted.delayMs ?? 0)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`

  return {
    origin,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

const matches = ({ match }: Scripted, asked: string): boolean =>
  match === undefined || (typeof match === 'string' ? asked.includes(match) : match.test(asked))

function answer(scripted: Scripted, response: ServerResponse, origin: string): void {
  const { status = 200, headers = {}, body = '', hang, truncate } = scripted
  if (hang === 'before') return
  const bytes = Buffer.from(typeof body === 'string' ? body.replaceAll('{origin}', origin) : body)
  response.writeHead(status, { 'Content-Length': String(bytes.length), ...headers })
  if (hang === undefined && !truncate) {
    response.end(bytes)
    return
  }
  response.write(bytes.subarray(0, bytes.length / 2), () => {
    if (truncate) response.destroy()
  })
}
