import { COLLECT_AWARDS, COLLECT_OPPORTUNITIES, type CollectJob } from '../../domain/harvest-schedule.ts'
import type { SourceEntry } from '../../domain/source.ts'
import { isAwardSource } from '../../sources/awards/index.ts'

/** The job that harvests a source. */
export const jobOf = (source: SourceEntry): CollectJob =>
  isAwardSource(source) ? COLLECT_AWARDS : COLLECT_OPPORTUNITIES
