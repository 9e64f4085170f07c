import { describe, expect, test } from 'vitest'
import { preferred, stated } from '../../../src/domain/fact.ts'
import type { Match } from '../../../src/domain/match.ts'
import { LIST_SIZE } from '../../../src/domain/match-list.ts'
import type { Opportunity } from '../../../src/domain/opportunity.ts'
import type { Organisation } from '../../../src/domain/organisation.ts'
import { prepareCatalogue } from '../../../src/matching/catalogue/catalogue.ts'
import { readSnapshot, writeSnapshot } from '../../../src/matching/catalogue/snapshot.ts'
import { judgePair } from '../../../src/matching/match.ts'
import { surveyFor } from '../../../src/matching/opening/survey.ts'
import { applicantOf } from '../../../src/matching/profile/applicant.ts'
import { isForSector } from '../../../src/matching/rules/kind.ts'
import { anOpportunity, anOrganisation, BRISTOL, opportunityId, rules } from '../../support/builders.ts'
import { LEARNT } from '../../support/learnt.ts'
import { offersOf, unitsOfPair } from '../exhaustive.ts'
import { randomFrom, someOpportunities, someOrganisation, someWhere } from '../generated.ts'
import { NOW, open } from '../judged.ts'

const NOBODY: ReadonlySet<string> = new Set()

const survey = (
  organisation: Organisation,
  opportunities: readonly Opportunity[],
  hidden: ReadonlySet<string> = NOBODY,
) => {
  const catalogue = prepareCatalogue(LEARNT, opportunities)
  return surveyFor(NOW, catalogue, applicantOf(LEARNT, organisation), hidden)
}
const idsOf = (list: readonly { readonly opportunityId: string }[]) => list.map((it) => it.opportunityId)

/** The rules that shut out, as the sentences have them. */
const failed = ({ eligibility }: Match) =>
  eligibility.rules.filter(({ outcome, strength }) => outcome === 'fail' && strength === 'required')

/** What a survey must find, by judging every pair with its sentences. */
function surveyAll(organisation: Organisation, opportunities: readonly Opportunity[]) {
  const applicant = applicantOf(LEARNT, organisation)
  const all = offersOf(NOW, LEARNT, opportunities)
    .filter(({ offer }) => organisation.wantsContracts || isForSector(offer.opportunity))
    .map((timed) => ({
      id: timed.offer.opportunity.id,
      units: unitsOfPair(applicant, timed),
      failed: failed(judgePair(NOW, LEARNT, applicant, timed.offer.opportunity)),
    }))
    .filter((it) => it.failed.every(({ rule, opens }) => rule !== 'deadline' && opens !== null))
    .sort((a, b) => b.units - a.units || (a.id < b.id ? -1 : 1))
  const matches = all.filter((it) => it.failed.length === 0).slice(0, LIST_SIZE.shown)
  const last = matches[LIST_SIZE.shown - 1]
  const near = last ? all.slice(0, all.indexOf(last)) : all
  return {
    matches: matches.map(({ id }) => id),
    shut: near
      .filter((it) => it.failed.length > 0)
      .map((it) => ({ id: it.id, units: it.units, bars: it.failed.map(({ rule }) => rule).sort() })),
  }
}

const random = randomFrom(31)
const few = someOpportunities(random, 60)
const many = someOpportunities(random, 400, 0.3)

describe('a survey', () => {
  test.for(someWhere(random).map((areas, at) => ({ at, areas })))(
    'finds just what judging every pair finds, for places no. $at',
    ({ at, areas }) => {
      for (const opportunities of [few, many]) {
        const organisation = someOrganisation(randomFrom(500 + at), areas)
        const found = survey(organisation, opportunities)
        const expected = surveyAll(organisation, opportunities)
        expect(idsOf(found.matches)).toEqual(expected.matches)
        expect(
          found.shut.map(({ opportunityId: id, units, bars }) => ({
            id,
            units,
            bars: bars.map(({ name }) => name).sort(),
          })),
        ).toEqual(expected.shut)
      }
    },
  )

  test('meets more than a list shows in some cases, and less in others', () => {
    const counts = someWhere(randomFrom(31)).map((areas, at) => {
      const organisation = someOrganisation(randomFrom(500 + at), areas)
      return [few, many].map((it) => survey(organisation, it).matches.length)
    })
    expect(counts.flat()).toContain(LIST_SIZE.shown)
    expect(Math.min(...counts.flat())).toBeLessThan(LIST_SIZE.shown)
  })
})

describe('what is shut', () => {
  const inBristol = { rules: rules({ ...open, areas: stated([BRISTOL]) }) }
  const call = (id: string, over: Partial<Opportunity> = inBristol) =>
    anOpportunity({ id: opportunityId(id), ...over })

  test('is neither what is closed, nor what nothing could change, nor a contract that is not wanted', () => {
    const { matches, shut } = survey(anOrganisation(), [
      call('bristol'),
      call('closed', { ...inBristol, ended: 'closed_early' }),
      call('withdrawn', { ...inBristol, ended: 'withdrawn' }),
      call('contract', { ...inBristol, kind: 'contract' }),
      call('individuals', {
        rules: rules({ applicantTypes: stated(['individual']), areas: stated([BRISTOL]) }),
      }),
      call('here', {}),
    ])
    expect(idsOf(shut)).toEqual(['bristol'])
    expect(idsOf(matches)).toEqual(['here'])
  })

  test('is a contract too, for whoever wants contracts', () => {
    const contract = call('contract', { ...inBristol, kind: 'contract' })
    expect(idsOf(survey(anOrganisation({ wantsContracts: true }), [contract]).shut)).toEqual(['contract'])
  })

  test('is nothing that the organisation has hidden', () => {
    const calls = [call('one'), call('two')]
    expect(idsOf(survey(anOrganisation(), calls, new Set(['one'])).shut)).toEqual(['two'])
  })

  test('is nothing by a wish of the funder, and not for want of knowing', () => {
    const wish = call('wish', {
      rules: rules({
        ...open,
        areas: preferred(stated([BRISTOL])),
        policies: preferred(stated(['safeguarding'] as const)),
      }),
    })
    expect(survey(anOrganisation({ policies: [] }), [wish]).shut).toEqual([])
    const asked = call('asked', { rules: rules({ ...open, policies: stated(['safeguarding']) }) })
    expect(survey(anOrganisation({ policies: null }), [asked]).shut).toEqual([])
  })

  test('ends with the last of the matches that a list shows', () => {
    const here = Array.from({ length: LIST_SIZE.shown }, (_, at) =>
      call(`here-${at}`, { title: 'Bees', summary: '', description: '' }),
    )
    const best = call('best', { ...inBristol, title: 'Community kitchens and lunch club' })
    const worst = call('worst', { ...inBristol, title: 'Brass bands', summary: '', description: '' })
    expect(idsOf(survey(anOrganisation(), [...here, best, worst]).shut)).toEqual(['best'])
    expect(idsOf(survey(anOrganisation(), [...here.slice(1), best, worst]).shut)).toEqual(['best', 'worst'])
  })
})

test('a survey of a stored catalogue finds the same', () => {
  const catalogue = prepareCatalogue(LEARNT, few)
  const stored = readSnapshot(writeSnapshot(catalogue))
  for (const areas of someWhere(randomFrom(32))) {
    const applicant = applicantOf(LEARNT, someOrganisation(randomFrom(33), areas))
    const [own, theirs] = [catalogue, stored].map((it) => surveyFor(NOW, it, applicant, NOBODY).shut)
    expect(theirs?.map(({ opportunityId, units }) => [opportunityId, units])).toEqual(
      own?.map(({ opportunityId, units }) => [opportunityId, units]),
    )
    expect(theirs?.map(({ bars }) => bars.length)).toEqual(own?.map(({ bars }) => bars.length))
  }
})

test('a survey of nothing finds nothing', () => {
  expect(survey(anOrganisation(), [])).toEqual({ matches: [], shut: [] })
})
