import { expect, test } from 'vitest'
import { listExhaustively } from '../../../src/commands/bench/match/exhaustive.ts'
import { prepareCatalogue } from '../../../src/matching/catalogue/catalogue.ts'
import { offerOf } from '../../../src/matching/catalogue/offer.ts'
import { judgeEligibility } from '../../../src/matching/eligibility.ts'
import { applicantOf, type Taste } from '../../../src/matching/profile/applicant.ts'
import type { Placed } from '../../../src/matching/rank/pick.ts'
import { rankingOf } from '../../../src/matching/rank/rank.ts'
import { benchOpportunities, benchOrganisations, NOW_OF_BENCH } from '../../support/bench-data.ts'
import { opportunityId } from '../../support/builders.ts'
import { LEARNT } from '../../support/learnt.ts'

const opportunities = benchOpportunities(400)
const organisations = benchOrganisations(30)
const catalogue = prepareCatalogue(LEARNT, opportunities)
const offers = opportunities.map((opportunity) => offerOf(LEARNT, opportunity))
const rank = rankingOf(NOW_OF_BENCH, catalogue)
const named = (placed: readonly Placed[]) =>
  placed.map(({ slot, units, verdict }) => ({ id: catalogue.ids[slot], units, verdict }))

test.for([1, 20, 1_000])('the best %i are those of judging every pair, scores and ties too', (most) => {
  for (const organisation of organisations) {
    const applicant = applicantOf(LEARNT, organisation)
    expect(named(rank(applicant, most))).toEqual(listExhaustively(NOW_OF_BENCH, applicant, offers, most))
  }
})

test('so are they with likes and dislikes', () => {
  const taste: Taste = new Map([
    [3, 0.6],
    [40, -0.8],
  ])
  for (const organisation of organisations.slice(0, 20)) {
    const applicant = applicantOf(LEARNT, organisation, taste)
    expect(named(rank(applicant, 20))).toEqual(listExhaustively(NOW_OF_BENCH, applicant, offers, 20))
  }
})

test('of calls that are alike the one with the lower id comes first', () => {
  const [model] = opportunities.filter(({ kind }) => kind === 'grant')
  if (!model) throw new Error('no grant')
  const twins = ['c', 'a', 'd', 'b'].map((id) => ({
    ...model,
    id: opportunityId(id),
    rules: {
      ...model.rules,
      areas: { basis: 'unknown' as const },
      applicantTypes: { basis: 'unknown' as const },
    },
  }))
  const alike = prepareCatalogue(LEARNT, twins)
  const [organisation] = organisations
  if (!organisation) throw new Error('no organisation')
  const placed = rankingOf(NOW_OF_BENCH, alike)(applicantOf(LEARNT, { ...organisation, needMax: null }), 3)
  expect(placed.map(({ slot }) => alike.ids[slot])).toEqual(['a', 'b', 'c'])
})

test('nothing under the least score is listed', () => {
  for (const organisation of organisations.slice(0, 10)) {
    const applicant = applicantOf(LEARNT, organisation)
    const all = rank(applicant, 20)
    const least = all[4]?.units ?? 0
    expect(rank(applicant, 20, least)).toEqual(all.filter(({ units }) => units >= least))
  }
})

test('the invented pairs try every verdict', () => {
  const verdicts = organisations
    .slice(0, 20)
    .flatMap((organisation) =>
      opportunities.slice(0, 50).map((it) => judgeEligibility(NOW_OF_BENCH, organisation, it).verdict),
    )
  expect(new Set(verdicts)).toEqual(new Set(['eligible', 'unclear', 'ineligible']))
})
