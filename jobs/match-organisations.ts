import { matchOrganisations } from '../src/actions/organisations/match-organisations.ts'
import type { Job } from './job.ts'

export const matchOrganisationsJob: Job = {
  name: 'match-organisations',
  summary: 'Brings the matches of every organisation up to date',
  cron: '25 * * * *',
  londonHour: null,
  lease: null,
  argument: null,
  run: (runtime) => matchOrganisations(runtime),
}
