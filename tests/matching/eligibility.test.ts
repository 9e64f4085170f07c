import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ApplicantType } from '../../src/domain/applicant-type.ts'
import type { Fact } from '../../src/domain/fact.ts'
import { inferred, stated, UNKNOWN } from '../../src/domain/fact.ts'
import type { RuleName } from '../../src/domain/match.ts'
import type { Rules } from '../../src/domain/opportunity.ts'
import type { Organisation } from '../../src/domain/organisation.ts'
import { BRISTOL, ENGLAND, SOUTH_GLOUCESTERSHIRE, SOUTH_WEST } from '../support/builders.ts'
import { judge, judgeRules, outcome, WALES } from './judged.ts'

describe('the verdict', () => {
  test('is eligible when every rule passes, each with a sentence', () => {
    const { verdict, rules: all } = judge({})
    expect(verdict).toBe('eligible')
    expect(all.map(({ rule, outcome: o }) => [rule, o])).toEqual([
      ['income', 'not_stated'],
      ['deadline', 'pass'],
      ['legal_form', 'pass'],
      ['area', 'pass'],
      ['amount', 'pass'],
    ])
    expect(all.every(({ sentence }) => /^\S.*\.$/.test(sentence))).toBe(true)
  })

  test.for<[string, Partial<Rules>, RuleName]>([
    ['who may apply', { applicantTypes: UNKNOWN }, 'legal_form'],
    ['where', { areas: UNKNOWN }, 'area'],
    ['who, because the list is empty', { applicantTypes: stated([]) }, 'legal_form'],
  ])('is unclear, with something to look up, when it is not stated %s', ([, over, rule]) => {
    const judged = judgeRules({}, over)
    expect(judged.verdict).toBe('unclear')
    expect(outcome(rule, judged)).toMatchObject({
      outcome: 'not_stated',
      question: expect.stringContaining('Check on'),
    })
  })

  test('lists failures first, then what is unclear, then what is not stated', () => {
    const judged = judge({ areas: [BRISTOL], legalForm: null, orgIds: [] })
    expect(judged.verdict).toBe('ineligible')
    expect(judged.rules.map((rule) => rule.outcome)).toEqual([
      'fail',
      'unclear',
      'not_stated',
      'pass',
      'pass',
    ])
  })
})

describe('for any organisation and any rules', () => {
  const AREAS = [SOUTH_GLOUCESTERSHIRE, BRISTOL, SOUTH_WEST, ENGLAND, WALES]
  const types = fc.uniqueArray(fc.constantFrom(...ApplicantType.options), { minLength: 1 })
  const areas = fc.uniqueArray(fc.constantFrom(...AREAS), { minLength: 1 })
  const fact = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> =>
    fc.oneof(
      fc.constant(UNKNOWN),
      value.map(stated),
      value.map((v) => inferred(v, 'their words')),
    )
  const pence = fc.integer({ min: 0, max: 300 })
  const anyRules: fc.Arbitrary<Rules> = fc.record({
    applicantTypes: fact(types),
    areas: fact(areas),
    incomeMin: fact(pence),
    incomeMax: fact(pence),
    supplierList: fact(fc.constant('a list')),
  })
  const anyOrganisation = fc.record({
    legalForm: fc.option(fc.constantFrom(...ApplicantType.options)),
    orgIds: fc.subarray(['GB-CHC-1', 'GB-COH-2']),
    areas: fc.oneof(fc.constant([]), areas),
    income: fc.option(pence),
    needMin: fc.option(pence),
    needMax: fc.option(pence),
  })

  test('the order of lists changes no outcome', () => {
    const turned = <T>(f: Fact<readonly T[]>): Fact<readonly T[]> =>
      f.basis === 'unknown' ? f : { ...f, value: f.value.toReversed() }
    fc.assert(
      fc.property(anyOrganisation, anyRules, (organisation, over) => {
        const there = judge(organisation, { rules: over })
        const back = judge(
          {
            ...organisation,
            areas: organisation.areas?.toReversed() ?? [],
            orgIds: organisation.orgIds?.toReversed() ?? [],
          },
          { rules: { ...over, areas: turned(over.areas), applicantTypes: turned(over.applicantTypes) } },
        )
        expect(back.verdict).toBe(there.verdict)
        expect(back.rules.map((r) => [r.rule, r.outcome])).toEqual(
          there.rules.map((r) => [r.rule, r.outcome]),
        )
      }),
    )
  })

  test('forgetting a fact never turns a no into a yes', () => {
    const forget = fc.constantFrom<[Partial<Organisation>, Partial<Rules>]>(
      [{ legalForm: null, orgIds: [] }, {}],
      [{ areas: [] }, {}],
      [{ income: null }, {}],
      [{}, { applicantTypes: UNKNOWN }],
      [{}, { areas: UNKNOWN }],
    )
    fc.assert(
      fc.property(anyOrganisation, anyRules, forget, (organisation, over, [own, call]) => {
        fc.pre(judge(organisation, { rules: over }).verdict === 'ineligible')
        expect(judge({ ...organisation, ...own }, { rules: { ...over, ...call } }).verdict).not.toBe(
          'eligible',
        )
      }),
    )
  })

  test('the verdict follows from the outcomes', () => {
    fc.assert(
      fc.property(anyOrganisation, anyRules, (organisation, over) => {
        const { verdict, rules: all } = judge(organisation, { rules: over })
        const outcomes = new Set(all.map((rule) => rule.outcome))
        expect(verdict === 'ineligible').toBe(outcomes.has('fail'))
        expect(verdict === 'eligible' && outcomes.has('unclear')).toBe(false)
        expect(verdict !== 'unclear' || all.some(({ question }) => question !== null)).toBe(true)
      }),
    )
  })

  test('every outcome is a plain sentence, an unclear one has a question, and a quote is the funder’s', () => {
    fc.assert(
      fc.property(anyOrganisation, anyRules, (organisation, over) => {
        for (const rule of judge(organisation, { rules: over }).rules) {
          expect(rule.sentence).toMatch(/^\p{Lu}[^_]*\.$/u)
          expect(rule.outcome !== 'unclear' || rule.question?.endsWith('?')).toBe(true)
          expect(rule.quote ?? 'their words').toMatch(/^their words/)
        }
      }),
    )
  })
})
