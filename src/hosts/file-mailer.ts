import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { slug } from '../base/text.ts'
import type { Runtime } from '../runtime.ts'
import { mailMessage } from './mail-message.ts'

/** Writes each mail as an `.eml` file that any mail program opens; the same mail again replaces its file. */
export function fileMailer(folder: string): Runtime['mail'] {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return async (mail) => {
    const { message } = await transport.sendMail(mailMessage(mail))
    await mkdir(folder, { recursive: true })
    const path = join(
      folder,
      `${mail.date.slice(0, 10)}-${slug(mail.to)}-${slug(mail.messageId).slice(0, 15)}.eml`,
    )
    // Renamed when whole, so that a full disk leaves no half a mail.
    await writeFile(`${path}.part`, message as Buffer)
    await rename(`${path}.part`, path)
  }
}
