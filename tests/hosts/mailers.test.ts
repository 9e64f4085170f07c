import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { expect, onTestFinished, test } from 'vitest'
import type { Instant } from '../../src/base/date.ts'
import type { Mail } from '../../src/domain/digest.ts'
import { fileMailer } from '../../src/hosts/file-mailer.ts'
import { smtpMailer } from '../../src/hosts/smtp-mailer.ts'
import { startSmtp } from '../support/smtp.ts'
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

async function aServer(refuse?: string) {
  const smtp = await startSmtp(refuse)
  onTestFinished(() => smtp.close())
  return smtp
}

test('with a server a mail arrives whole', async () => {
  const smtp = await aServer()
  await smtpMailer(smtp.url)(aMail())
  expect(smtp.accepted).toHaveLength(1)
  await expectWhole(smtp.accepted[0] ?? '')
})

test('a refusal of the server is a failure with the server’s words', async () => {
  const smtp = await aServer('no such box here')
  await expect(smtpMailer(smtp.url)(aMail())).rejects.toThrow('no such box here')
})
