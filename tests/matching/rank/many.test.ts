import { expect, test } from 'vitest'
import { prepareCatalogue } from '../../../src/matching/catalogue/catalogue.ts'
import { readSnapshot, writeSnapshot } from '../../../src/matching/catalogue/snapshot.ts'
import { applicantOf } from '../../../src/matching/profile/applicant.ts'
import { rankingOf } from '../../../src/matching/rank/rank.ts'
import { benchOpportunities, benchOrganisations, NOW_OF_BENCH } from '../../support/bench-data.ts'
import { opportunityId } from '../../support/builders.ts'
import { LEARNT } from '../../support/learnt.ts'

test('more opportunities than two bytes can number are ranked as few are', () => {
  const models = benchOpportunities(100).map((it) => ({ ...it, summary: '', description: '' }))
  const many = Array.from({ length: 70_000 }, (_, number) => {
    const [model] = models.slice(number % models.length)
    if (!model) throw new Error('no model')
    return { ...model, id: opportunityId(`opp-${String(number).padStart(6, '0')}`) }
  })
  const [few, all] = [many.slice(0, 100), many].map((it) => prepareCatalogue(LEARNT, it))
  if (!few || !all) throw new Error('no catalogue')
  const stored = readSnapshot(writeSnapshot(all))
  for (const organisation of benchOrganisations(3)) {
    const applicant = applicantOf(LEARNT, organisation)
    const [best] = rankingOf(NOW_OF_BENCH, few)(applicant, 1)
    const first = rankingOf(NOW_OF_BENCH, stored)(applicant, 20)
    // Every call stands there 700 times: the best of few fills the list, lowest ids first.
    expect(first.map(({ units }) => units)).toEqual(Array.from(first, () => best?.units))
    const id = Number(few.ids[best?.slot ?? 0]?.slice(4))
    expect(first.map(({ slot }) => stored.ids[slot])).toEqual(
      first.map((_, at) => `opp-${String(id + 100 * at).padStart(6, '0')}`),
    )
  }
}, 120_000)
