import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface TestSmtp {
  readonly url: string
  /** Every mail that it accepted, as received. */
  readonly accepted: readonly string[]
  close(): Promise<void>
}

/** A mail server on this machine that accepts every mail, or refuses every recipient with those words. */
export async function startSmtp(refuse?: string): Promise<TestSmtp> {
  const accepted: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) => callback(refuse ? new Error(refuse) : null),
    onData(stream, _session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        accepted.push(Buffer.concat(chunks).toString())
        callback()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    accepted,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}
