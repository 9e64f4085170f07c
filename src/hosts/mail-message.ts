import type { Mail } from '../domain/digest.ts'

/** A mail as nodemailer takes it: both parts, one Message-ID whatever the number of tries. */
export const mailMessage = ({ messageId, to, from, subject, html, text, date }: Mail) => ({
  messageId,
  to,
  from,
  subject,
  html,
  text,
  date: new Date(date),
  headers: { 'Auto-Submitted': 'auto-generated' },
  // What a mail says is ours, never a file or an address to fetch.
  disableFileAccess: true,
  disableUrlAccess: true,
})
