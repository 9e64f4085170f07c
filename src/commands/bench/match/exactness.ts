import type { Catalogue } from '../../../matching/catalogue/catalogue.ts'
import { offerOf } from '../../../matching/catalogue/offer.ts'
import { applicantOf } from '../../../matching/profile/applicant.ts'
import { rankingOf } from '../../../matching/rank/rank.ts'
import { BENCH_NOW } from '../data/opportunities.ts'
import { listExhaustively } from './exhaustive.ts'
import { type Figure, figure } from './figure.ts'
import { numbers, type World } from './world.ts'

const CHECKED = 12
const SHOWN = 20

/** Whether the lists are those of judging every pair by itself: ids, scores, verdicts and order. */
export function measureExactness(world: World, catalogue: Catalogue): Figure[] {
  const offers = catalogue.opportunities.map((opportunity) => offerOf(catalogue.learnt, opportunity))
  const rank = rankingOf(BENCH_NOW, catalogue)
  const wrong = numbers(CHECKED).filter((number) => {
    const applicant = applicantOf(catalogue.learnt, world.organisation((number * 7919) % world.organisations))
    const list = rank(applicant, SHOWN).map(({ slot, units, verdict }) => ({
      id: catalogue.ids[slot],
      units,
      verdict,
    }))
    return JSON.stringify(list) !== JSON.stringify(listExhaustively(BENCH_NOW, applicant, offers, SHOWN))
  })
  return [figure('inexact', `lists of ${CHECKED} that differ from judging every pair`, wrong.length, '', 0)]
}
