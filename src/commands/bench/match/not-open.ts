import { dayOf } from '../../../base/date.ts'
import type { Catalogue } from '../../../matching/catalogue/catalogue.ts'
import { offersTo } from '../../../matching/catalogue/offer-at.ts'
import { judgeMatch } from '../../../matching/explain/judge-match.ts'
import { countBars } from '../../../matching/opening/count-bars.ts'
import { countOpeners } from '../../../matching/opening/count-openers.ts'
import { countQuestions } from '../../../matching/opening/count-questions.ts'
import { surveyFor } from '../../../matching/opening/survey.ts'
import { applicantOf } from '../../../matching/profile/applicant.ts'
import { BENCH_NOW } from '../data/opportunities.ts'
import { type Figure, figure } from './figure.ts'
import { quantile } from './timed.ts'
import { numbers, type World } from './world.ts'

const ASKED = 40
const SHOWN = 20
const TOLD = 5
const NOTHING_HIDDEN: ReadonlySet<string> = new Set()

/** What is not open to one organisation after the other, each at another moment, as requests come. */
export function measureNotOpen(world: World, catalogue: Catalogue): Figure[] {
  const ms = numbers(2 * ASKED).map((number) => {
    const organisation = world.organisation(number % world.organisations)
    const now = new Date(BENCH_NOW.getTime() + number)
    const start = performance.now()
    const applicant = applicantOf(catalogue.learnt, organisation)
    const { matches, shut } = surveyFor(now, catalogue, applicant, NOTHING_HIDDEN)
    countBars(shut)
    countOpeners(shut, organisation, dayOf(now), TOLD)
    countQuestions(matches, TOLD)
    const offerAt = offersTo(catalogue, applicant)
    for (const { slot } of shut.slice(0, SHOWN)) {
      const offer = offerAt(slot)
      if (offer) JSON.stringify(judgeMatch(now, catalogue.learnt, applicant, offer))
    }
    return performance.now() - start
  })
  // The first half warms up.
  const warm = ms.slice(ASKED)
  return [
    figure(
      'notOpenP50',
      'what is not open to one organisation, 20 with every word: median',
      quantile(warm, 0.5),
      'ms',
      150,
    ),
    figure('notOpenP99', 'the same: 99 in 100 are under', quantile(warm, 0.99), 'ms'),
  ]
}
