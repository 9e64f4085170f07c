import { collectOpportunities } from '../src/actions/opportunities/collect.ts'
import { COLLECT_OPPORTUNITIES } from '../src/domain/harvest-schedule.ts'
import type { Job } from './job.ts'

export const collectOpportunitiesJob: Job = {
  name: COLLECT_OPPORTUNITIES.name,
  summary: 'Harvests every enabled source that is due, or the one named',
  cron: `${COLLECT_OPPORTUNITIES.minute} * * * *`,
  londonHour: null,
  lease: null,
  argument: 'SOURCE, the id of one source',
  run: (runtime, { byHand, argument }) =>
    collectOpportunities(runtime, { only: argument, evenIfNotDue: byHand }),
}
