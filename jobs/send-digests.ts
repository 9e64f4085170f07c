import { sendDigests } from '../src/actions/digests/send-digests.ts'
import type { Job } from './job.ts'

/** Twice a day by UTC, of which one falls at seven in London, in summer as in winter. */
export const sendDigestsJob: Job = {
  name: 'send-digests',
  summary: 'Writes each organisation one mail about what is new, changed and closing, and sends it',
  cron: '15 6,7 * * *',
  londonHour: 7,
  argument: null,
  run: sendDigests,
}
