import { collectOpportunities } from '../src/actions/opportunities/collect.ts'
import { HARVEST_MINUTE } from '../src/domain/harvest-schedule.ts'
import type { Job } from './job.ts'

export const collectOpportunitiesJob: Job = {
  name: 'collect-opportunities',
  summary: 'Harvests every enabled source that is due, or the one named',
  cron: `${HARVEST_MINUTE} * * * *`,
  londonHour: null,
  lease: null,
  argument: 'SOURCE, the id of one source',
  run: (runtime, { byHand, argument }) =>
    collectOpportunities(runtime, { only: argument, evenIfNotDue: byHand }),
}
