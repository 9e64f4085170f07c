import { describe, expect, test } from 'vitest'
import type { AreaCode } from '../../../src/domain/area.ts'
import { stated } from '../../../src/domain/fact.ts'
import { prepareCatalogue } from '../../../src/matching/catalogue/catalogue.ts'
import { judgeMatch } from '../../../src/matching/explain/judge-match.ts'
import { historiesOf } from '../../../src/matching/funders/funder-history.ts'
import { withHistories } from '../../../src/matching/learnt.ts'
import { judgePair } from '../../../src/matching/match.ts'
import { applicantOf, type Taste } from '../../../src/matching/profile/applicant.ts'
import { scoreOf } from '../../../src/matching/profile/units.ts'
import { rankingOf } from '../../../src/matching/rank/rank.ts'
import { CONCEPTS } from '../../../src/matching/topics/concepts.ts'
import {
  anOpportunity,
  anOrganisation,
  BRISTOL,
  ENGLAND,
  opportunityId,
  rules,
  SOUTH_WEST,
} from '../../support/builders.ts'
import { LEARNT } from '../../support/learnt.ts'
import { offersOf, rankAll, unitsOfPair } from '../exhaustive.ts'
import {
  pick,
  type Random,
  randomFrom,
  shuffled,
  someAwards,
  someOpportunities,
  someOrganisation,
  someWhere,
} from '../generated.ts'
import { NOW } from '../judged.ts'

/** Mostly local, so that organisations of few places and of many take each their way through the index. */
const random = randomFrom(1)
const learnt = withHistories(LEARNT, historiesOf(someAwards(random, 40)))
const opportunities = someOpportunities(random, 1_500, 0.75)
const catalogue = prepareCatalogue(learnt, opportunities)
const offers = offersOf(NOW, learnt, opportunities)
const ranking = rankingOf(NOW, catalogue)
const PLACES = someWhere(random).map((areas, at) => ({ at, areas }))

const ranked = (applicant: ReturnType<typeof applicantOf>, most: number, of = catalogue, by = ranking) =>
  by(applicant, most).map(({ slot, units, verdict }) => ({ id: of.opportunities[slot]?.id, units, verdict }))

const anyone = (random: Random, areas: readonly AreaCode[], taste?: Taste) =>
  applicantOf(learnt, someOrganisation(random, areas), taste)

const someTaste = (random: Random): Taste =>
  new Map(Array.from({ length: 6 }, () => [Math.floor(random() * CONCEPTS.length), random() - 0.5]))

describe('ranking', () => {
  test.for(PLACES)('gives just what scoring everything gives, for places no. $at', ({ at, areas }) => {
    const random = randomFrom(100 + at)
    for (const taste of [undefined, someTaste(random), undefined]) {
      const applicant = anyone(random, areas, taste)
      const all = rankAll(NOW, applicant, offers)
      for (const most of [1, 5, 1_000]) expect(ranked(applicant, most)).toEqual(all.slice(0, most))
    }
  })
  test.for([1, 5, 40, 120])(
    'breaks ties by id, for everywhere and local alike, among the best %d',
    (most) => {
      const random = randomFrom(12)
      const kinds = ['Kitchens', 'Bees', 'Brass bands'].map((title) => ({
        title,
        summary: '',
        description: '',
      }))
      const alike = Array.from({ length: 120 }, (_, at) =>
        anOpportunity({
          ...pick(random, kinds),
          id: opportunityId(`t${(at * 7919) % 1_009}`),
          rules: rules({ areas: stated([pick(random, [BRISTOL, ENGLAND, SOUTH_WEST])]) }),
        }),
      )
      const applicant = applicantOf(learnt, anOrganisation({ areas: [], whatWeDo: 'Bees.' }))
      const tied = prepareCatalogue(learnt, alike)
      expect(ranked(applicant, most, tied, rankingOf(NOW, tied))).toEqual(
        rankAll(NOW, applicant, offersOf(NOW, learnt, alike)).slice(0, most),
      )
    },
  )
  test('is of none when none are asked for, and of an empty catalogue', () => {
    const applicant = anyone(randomFrom(2), [])
    expect(ranking(applicant, 0)).toEqual([])
    expect(rankingOf(NOW, prepareCatalogue(learnt, []))(applicant, 10)).toEqual([])
  })
  test('does not remember the organisation before', () => {
    const [one, other] = PLACES.map(({ areas }) => anyone(randomFrom(3), areas))
    if (!one || !other) throw new Error('no applicants')
    const alone = rankingOf(NOW, catalogue)(one, 50)
    ranking(other, 50)
    expect(ranking(one, 50)).toEqual(alone)
  })
  test('scores a pair alike whatever else is in the catalogue', () => {
    const few = opportunities.filter((_, at) => at % 9 === 0)
    const small = prepareCatalogue(learnt, few)
    const applicant = anyone(randomFrom(4), [])
    const all = new Map(ranked(applicant, 1_500).map(({ id, units }) => [id, units]))
    const found = ranked(applicant, 1_500, small, rankingOf(NOW, small))
    expect(found.length).toBeGreaterThan(30)
    for (const { id, units } of found) expect(units).toBe(all.get(id))
  })
  test('is the same whatever order the opportunities come in', () => {
    const other = prepareCatalogue(learnt, shuffled(randomFrom(5), opportunities))
    const by = rankingOf(NOW, other)
    for (const { areas } of PLACES) {
      const applicant = anyone(randomFrom(6), areas)
      expect(ranked(applicant, 30, other, by)).toEqual(ranked(applicant, 30))
    }
  })
  test('with a taste for nothing is as without one', () => {
    const nothing = new Map(CONCEPTS.map((_, number) => [number, 0]))
    for (const { areas } of PLACES.slice(1, 4)) {
      expect(ranked(anyone(randomFrom(8), areas, nothing), 1_500)).toEqual(
        ranked(anyone(randomFrom(8), areas), 1_500),
      )
    }
  })
  test('puts what is liked higher and what is disliked lower', () => {
    const plain = anyone(randomFrom(9), [])
    const { id, offer } = offerWithTopics()
    const [topic] = offer.profile.keys
    const unitsWith = (liking: number) => {
      const taste = new Map([[topic ?? 0, liking]])
      return (
        ranked(applicantOf(learnt, plain.organisation, taste), 1_500).find((it) => it.id === id)?.units ?? 0
      )
    }
    expect(unitsWith(0.8)).toBeGreaterThan(unitsWith(0))
    expect(unitsWith(-0.8)).toBeLessThan(unitsWith(0))
  })
})

/** One that nobody is kept from, and that is about something. */
function offerWithTopics() {
  const open = new Set(ranked(anyone(randomFrom(9), []), 1_500).map(({ id }) => id))
  const found = offers.find(
    ({ offer }) =>
      open.has(offer.opportunity.id) && (offer.profile.keys[0] ?? CONCEPTS.length) < CONCEPTS.length,
  )
  if (!found) throw new Error('nothing is about anything')
  return { id: found.offer.opportunity.id, offer: found.offer }
}

describe('one pair', () => {
  const random = randomFrom(11)
  const pairs = Array.from({ length: 300 }, () => ({
    applicant: anyone(random, pick(random, PLACES).areas, random() < 0.5 ? someTaste(random) : undefined),
    timed: pick(random, offers),
  }))

  test('is explained by the score that ranking gives it, from 0 to 1', () => {
    for (const { applicant, timed } of pairs) {
      const { score } = judgeMatch(NOW, learnt, applicant, timed.offer)
      expect(score).toBe(scoreOf(unitsOfPair(applicant, timed)))
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
    }
  })
  test('counts what the funder has paid for', () => {
    const values = pairs.map(
      ({ applicant, timed }) => judgeMatch(NOW, learnt, applicant, timed.offer).parts.funder,
    )
    expect(new Set(values).size).toBeGreaterThan(50)
  })
  test('is judged alike from the opportunity itself', () => {
    for (const { applicant, timed } of pairs.slice(0, 20)) {
      const { opportunity } = timed.offer
      expect(judgePair(NOW, learnt, applicant, opportunity)).toEqual(
        judgeMatch(NOW, learnt, applicant, timed.offer),
      )
    }
  })
})
