import { readAgain } from '../src/actions/opportunities/read-again.ts'
import type { Job } from './job.ts'

export const readTextsAgainJob: Job = {
  name: 'read-texts-again',
  summary: 'Reads stored words again when a newer version reads more from them',
  cron: '35 * * * *',
  londonHour: null,
  lease: null,
  argument: null,
  run: async (runtime) => ({ ...(await readAgain(runtime)) }),
}
