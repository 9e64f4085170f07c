import type { Facts } from '../../base/log.ts'
import type { Runtime } from '../../runtime.ts'
import { isAwardSource } from '../../sources/awards/index.ts'
import { type CollectOrder, collectSources } from '../opportunities/collect.ts'
import { harvestAwards } from './harvest.ts'

/** Brings what funders have paid for up to date with every enabled source of awards that is due, or the one named. */
export const collectAwards = (runtime: Runtime, order: CollectOrder): Promise<Facts> =>
  collectSources(runtime, order, {
    isOurs: isAwardSource,
    harvest: harvestAwards,
    otherJob: 'It has opportunities: run the job collect-opportunities',
  })
