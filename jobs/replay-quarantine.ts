import { replayQuarantine } from '../src/actions/opportunities/replay-quarantine.ts'
import type { Job } from './job.ts'

export const replayQuarantineJob: Job = {
  name: 'replay-quarantine',
  summary: 'Tries the records that could not be read once more',
  cron: '35 2 * * SUN',
  londonHour: null,
  lease: null,
  argument: null,
  run: replayQuarantine,
}
