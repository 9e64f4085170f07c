import { checkSource } from '../src/actions/opportunities/check-source.ts'
import { sayCheck } from '../src/sources/say-check.ts'
import type { Job } from './job.ts'

export const checkSourceJob: Job = {
  name: 'check-source',
  summary: 'Reads one page of a source, says what it found, and keeps nothing of it',
  cron: null,
  londonHour: null,
  lease: null,
  argument: 'SOURCE, the id of one source, and FILE to read a saved page instead',
  async run(runtime, { argument, say = () => {} }) {
    const [id = '', ...path] = argument?.split(' ') ?? []
    const check = await checkSource(runtime, id, path.length === 0 ? null : path.join(' '))
    for (const line of sayCheck(check)) say(line)
    const { records, good, skipped, bad, missing, unknown } = check
    return {
      records,
      good,
      skipped: skipped.length,
      bad: bad.length,
      fieldsMissing: missing.length,
      fieldsNew: unknown.length,
    }
  },
}
