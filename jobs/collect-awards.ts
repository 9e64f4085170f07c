import { collectAwards } from '../src/actions/awards/collect.ts'
import { COLLECT_AWARDS } from '../src/domain/harvest-schedule.ts'
import type { Job } from './job.ts'

export const collectAwardsJob: Job = {
  name: COLLECT_AWARDS.name,
  summary:
    'Harvests what funders have paid for from every enabled source of awards that is due, or the one named',
  cron: `${COLLECT_AWARDS.minute} * * * *`,
  londonHour: null,
  lease: null,
  argument: 'SOURCE, the id of one source',
  run: (runtime, { byHand, argument }) => collectAwards(runtime, { only: argument, evenIfNotDue: byHand }),
}
