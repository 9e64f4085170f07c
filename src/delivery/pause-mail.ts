import { sayInstant } from '../base/date.ts'
import { escapeHtml } from '../base/text.ts'
import type { Pause } from '../domain/pause.ts'

interface Props {
  /** Of the source. */
  readonly name: string
  /** The one that reads it; null when the registry no longer has it, so that none does. */
  readonly job: string | null
  readonly pause: Pause
  /** Where people reach the pages. */
  readonly baseUrl: string
  /** Whether everything is invented. */
  readonly sample: boolean
}

interface Words {
  readonly subject: string
  readonly html: string
  readonly text: string
}

/** What the operator is told of a source that was paused: why, and what to do. */
export function pauseMail({ name, job, pause, baseUrl, sample }: Props): Words {
  const subject = `Source paused: ${name}`
  const url = `${baseUrl}/sources/${encodeURIComponent(pause.sourceId)}`
  const intro = [
    ...(sample ? ['This is sample data: every source here is invented.'] : []),
    `${name} could not be read ${pause.failures.length} times in a row, so fundlocal has stopped asking for it.`,
    'What was read before stays, and grows older. What went wrong, newest first:',
  ]
  const failures = pause.failures.map(({ at, error }) => `${sayInstant(at)}: ${error}`)
  const outro = [
    ...(job === null
      ? ['The list of sources no longer has it, so there is nothing to do unless that is a mistake.']
      : [
          `Look into it, then choose “Start again” at ${url}`,
          `Or try it at once, which starts it again when it works: npm run job -- ${job} ${pause.sourceId}`,
        ]),
  ]
  return {
    subject,
    text: `${[...intro, failures.map((line) => `- ${line}`).join('\n'), ...outro].join('\n\n')}\n`,
    html: [
      '<!doctype html>',
      `<html lang="en-GB"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
      '<body style="margin:0;padding:16px;font-family:Arial,Helvetica,sans-serif;color:#0b0c0c;font-size:16px">',
      ...intro.map(paragraph),
      `<ul>${failures.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`,
      ...outro.map(paragraph),
      '</body></html>\n',
    ].join('\n'),
  }
}

const paragraph = (words: string): string => `<p>${escapeHtml(words)}</p>`
