import { sendDigests } from '../src/actions/digests/send-digests.ts'
import type { Job } from './job.ts'

/** Wakes every ten minutes of two hours by UTC, of which one is seven o'clock in London, in summer as in winter. */
export const sendDigestsJob: Job = {
  name: 'send-digests',
  summary: 'Writes each organisation one mail about what is new, changed and closing, and sends it',
  cron: '*/10 6,7 * * *',
  londonHour: 7,
  lease: 'mail',
  argument: null,
  run: (runtime, { byHand }) => sendDigests(runtime, { again: byHand }),
}
