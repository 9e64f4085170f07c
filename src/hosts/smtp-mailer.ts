import { createTransport } from 'nodemailer'
import type { Runtime } from '../runtime.ts'
import { mailMessage } from './mail-message.ts'

/** A server that does not answer by then is given up, and the mail tried at the next run. */
const TIMEOUT_MS = 30_000

/** Sends mail to the SMTP server at that address. */
export function smtpMailer(url: string): Runtime['mail'] {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  })
  return async (mail) => {
    await transport.sendMail(mailMessage(mail))
  }
}
