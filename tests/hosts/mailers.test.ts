import { readdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import type { Instant } from '../../src/base/date.ts'
import type { Mail } from '../../src/domain/digest.ts'
import { fileMailer } from '../../src/hosts/file-mailer.ts'
import { smtpMailer } from '../../src/hosts/smtp-mailer.ts'
import { tempFolder } from '../support/temp.ts'

const aMail = (over: Partial<Mail> = {}): Mail => ({
  messageId: '<digest-1@fund.example>',
  to: 'hello@riverside.example',
  from: 'fundlocal <fundlocal@council.example>',
  subject: 'Café: 1 new opportunity, £500',
  html: '<p>Soup &amp; bread: £500</p>',
  text: 'Soup & bread: £500\n',
  date: '2026-06-01T06:15:00.000Z' as Instant,
  ...over,
})

async function expectWhole(raw: string | Uint8Array) {
  const mail = await PostalMime.parse(raw)
  expect(mail).toMatchObject({
    messageId: '<digest-1@fund.example>',
    subject: 'Café: 1 new opportunity, £500',
    from: { name: 'fundlocal', address: 'fundlocal@council.example' },
    to: [{ address: 'hello@riverside.example' }],
  })
  expect(mail.text?.trim()).toBe('Soup & bread: £500')
  expect(mail.html?.trim()).toBe('<p>Soup &amp; bread: £500</p>')
}

test('without a server a mail is a file that any mail program opens', async () => {
  const folder = join(tempFolder(), 'not', 'there', 'yet')
  await fileMailer(folder)(aMail())
  const [name = ''] = readdirSync(folder)
  expect(name).toMatch(/^2026-06-01-hello-riverside-example-.*\.eml$/)
  await expectWhole(readFileSync(join(folder, name)))
})

test('the same mail written again is still one file', async () => {
  const folder = tempFolder()
  await fileMailer(folder)(aMail())
  await fileMailer(folder)(aMail())
  expect(readdirSync(folder)).toHaveLength(1)
})

/** A mail server on this machine that accepts, or refuses, and keeps what it accepted. */
async function startSmtp(refuse?: string) {
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
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
      }),
  )
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, accepted }
}

test('with a server a mail arrives whole', async () => {
  const smtp = await startSmtp()
  await smtpMailer(smtp.url)(aMail())
  expect(smtp.accepted).toHaveLength(1)
  await expectWhole(smtp.accepted[0] ?? '')
})

test('a refusal of the server is a failure with the server’s words', async () => {
  const smtp = await startSmtp('no such box here')
  await expect(smtpMailer(smtp.url)(aMail())).rejects.toThrow('no such box here')
})
