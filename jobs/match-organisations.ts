import { matchOrganisations } from '../src/actions/organisations/match-organisations.ts'
import type { Job } from './job.ts'

export const matchOrganisationsJob: Job = {
  name: 'match-organisations',
  summary: 'Judges every current opportunity for every organisation',
  cron: '25 * * * *',
  londonHour: null,
  lease: null,
  argument: null,
  run: matchOrganisations,
}
