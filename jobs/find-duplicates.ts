import { findDuplicates } from '../src/actions/duplicates/find-duplicates.ts'
import type { Job } from './job.ts'

export const findDuplicatesJob: Job = {
  name: 'find-duplicates',
  summary: 'Finds opportunities that several sources tell, and shows each once',
  cron: '15 * * * *',
  londonHour: null,
  lease: null,
  argument: null,
  run: findDuplicates,
}
