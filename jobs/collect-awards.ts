import { collectAwards } from '../src/actions/awards/collect.ts'
import type { Job } from './job.ts'

/** Apart from the opportunities: a large list must not make them wait. */
export const collectAwardsJob: Job = {
  name: 'collect-awards',
  summary:
    'Harvests what funders have paid for from every enabled source of awards that is due, or the one named',
  cron: '50 * * * *',
  londonHour: null,
  lease: null,
  argument: 'SOURCE, the id of one source',
  run: (runtime, { byHand, argument }) => collectAwards(runtime, { only: argument, evenIfNotDue: byHand }),
}
