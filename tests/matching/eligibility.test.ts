import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fact } from '../../src/domain/fact.ts'
import { preferred, stated, UNKNOWN } from '../../src/domain/fact.ts'
import type { Eligibility, RuleName, Verdict } from '../../src/domain/match.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import type { Organisation } from '../../src/domain/organisation.ts'
import type { Rules } from '../../src/domain/rules.ts'
import { judgeEligibility, judgeOffer, mayApply } from '../../src/matching/eligibility.ts'
import { judgeDeadline } from '../../src/matching/rules/deadline.ts'
import { rulesOf } from '../../src/matching/rules/rules-of.ts'
import { anOpportunity, anOrganisation, BRISTOL } from '../support/builders.ts'
import { anyField, anyOpportunity, anyOrganisation, TODAY, without } from './any-pair.ts'
import { judge, judgeRules, NOW, outcome } from './judged.ts'

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

describe('a list that names nobody, or nowhere', () => {
  test.for<[Partial<Rules>, RuleName]>([
    [{ applicantTypes: stated([]) }, 'legal_form'],
    [{ areas: stated([]) }, 'area'],
    [{ beneficiaryAreas: stated([]) }, 'beneficiary_area'],
    [{ beneficiaries: stated([]) }, 'beneficiaries'],
    [{ costs: stated([]) }, 'costs'],
    [{ registers: stated([]) }, 'registration'],
  ])('%j is unclear, with a question', ([over, rule]) => {
    const judged = judgeRules({ costs: ['core'] }, over)
    expect(judged.verdict).toBe('unclear')
    expect(outcome(rule, judged)).toMatchObject({
      outcome: 'unclear',
      question: expect.stringMatching(/\?$/),
    })
  })
})

describe('a wish of the funder', () => {
  test('is said, and leaves the verdict as it would be without it', () => {
    const judged = judgeRules({ policies: [] }, { policies: preferred(stated(['safeguarding'])) })
    expect(judged.verdict).toBe('eligible')
    expect(outcome('policies', judged)).toMatchObject({
      outcome: 'fail',
      strength: 'preferred',
      opens: null,
      sentence:
        'They would rather fund organisations with a policy on safeguarding. That is not so for you, and it does not shut you out.',
    })
  })

  test('for a place or a kind of applicant means that others may apply too', () => {
    const judged = judgeRules({}, { areas: preferred(stated([BRISTOL])) })
    expect(judged.verdict).toBe('eligible')
    expect(outcome('area', judged)).toMatchObject({ outcome: 'fail', strength: 'preferred' })
  })

  test('beside a requirement of the same rule is judged apart from it', () => {
    const over = { incomeMin: stated(100), incomeMax: preferred(stated(200)) }
    const names = (income: number) =>
      judgeRules({ income }, over)
        .rules.filter(({ rule }) => rule === 'income')
        .map((rule) => [rule.strength, rule.outcome])
    expect(judgeRules({ income: 201 }, over).verdict).toBe('eligible')
    expect(names(201)).toEqual([
      ['preferred', 'fail'],
      ['required', 'pass'],
    ])
    expect(judgeRules({ income: 99 }, over).verdict).toBe('ineligible')
    expect(names(99)).toEqual([
      ['required', 'fail'],
      ['preferred', 'pass'],
    ])
  })

  test('comes after what stands against a bid, and before what is met', () => {
    const judged = judgeRules(
      { areas: [BRISTOL], policies: [], matchPercent: null },
      { policies: preferred(stated(['equality'])), matchPercent: stated(10) },
    )
    expect(judged.rules.map(({ rule }) => rule).slice(0, 3)).toEqual(['area', 'match_funding', 'policies'])
  })
})

test('the silence of a funder about anything but who, where, income and amount adds no line', () => {
  expect(rulesOf(anOpportunity()).required.map(({ name }) => name)).toEqual([
    'legal_form',
    'area',
    'income',
    'amount',
  ])
})

test('judging makes nothing anew: the same finding for everybody of whom it holds', () => {
  const [form] = rulesOf(anOpportunity()).required
  expect(form?.find(anOrganisation(), TODAY)).toBe(form?.find(anOrganisation({ name: 'Another' }), TODAY))
})

test('outcomes are put into words once, when they are first read', () => {
  const judged = judge({})
  expect(judged.rules).toBe(judged.rules)
  expect(JSON.parse(JSON.stringify(judged)).rules).toEqual(judged.rules)
})

test('a no says which fields it rests on, on either side', () => {
  expect(outcome('income', judgeRules({ income: 5 }, { incomeMin: stated(10) }))).toMatchObject({
    profileFields: ['income'],
    funderFields: ['rules.incomeMin'],
  })
})

describe('for any organisation and any opportunity', () => {
  const RUNS = { seed: 20_261_123, numRuns: 1000, endOnFailure: true }
  const judgeAny = (organisation: Organisation, opportunity: Opportunity) =>
    judgeEligibility(NOW, organisation, opportunity)
  const forAnyPair = (holds: (organisation: Organisation, opportunity: Opportunity) => void) =>
    fc.assert(fc.property(anyOrganisation, anyOpportunity, holds), RUNS)
  const required = ({ rules }: Eligibility) => rules.filter(({ strength }) => strength === 'required')
  const namesOf = ({ rules }: Eligibility) =>
    rules.map(({ rule, strength, outcome: found }) => `${rule} ${strength} ${found}`).sort()

  test('the pairs are of every verdict', () => {
    const verdicts = fc
      .sample(fc.tuple(anyOrganisation, anyOpportunity), RUNS)
      .map(([organisation, opportunity]) => judgeAny(organisation, opportunity).verdict)
    for (const verdict of ['eligible', 'unclear', 'ineligible']) {
      expect(verdicts.filter((one) => one === verdict).length).toBeGreaterThan(20)
    }
  })

  test('the order of lists changes no outcome', () => {
    const turned = <T>(f: Fact<readonly T[]>): Fact<readonly T[]> =>
      f.basis === 'unknown' ? f : { ...f, value: f.value.toReversed() }
    forAnyPair((organisation, opportunity) => {
      const back = judgeAny(
        {
          ...organisation,
          areas: organisation.areas.toReversed(),
          orgIds: organisation.orgIds.toReversed(),
          costs: organisation.costs.toReversed(),
          history: organisation.history?.toReversed() ?? null,
        },
        {
          ...opportunity,
          rules: {
            ...opportunity.rules,
            areas: turned(opportunity.rules.areas),
            applicantTypes: turned(opportunity.rules.applicantTypes),
            costs: turned(opportunity.rules.costs),
            policies: turned(opportunity.rules.policies),
          },
        },
      )
      expect(namesOf(back)).toEqual(namesOf(judgeAny(organisation, opportunity)))
    })
  })

  test('the order of rules changes neither the verdict nor the set of outcomes', () => {
    fc.assert(
      fc.property(
        anyOrganisation,
        anyOpportunity,
        fc.infiniteStream(fc.nat()),
        (organisation, opportunity, keys) => {
          const { required: all, wishes } = rulesOf(opportunity)
          const shuffled = all
            .map((rule) => ({ rule, key: keys.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ rule }) => rule)
          const offer = { rules: { required: shuffled, wishes }, deadline: judgeDeadline(NOW, opportunity) }
          const there = judgeAny(organisation, opportunity)
          const mixed = judgeOffer(TODAY, offer, organisation)
          expect(mixed.verdict).toBe(there.verdict)
          expect(namesOf(mixed)).toEqual(namesOf(there))
        },
      ),
      RUNS,
    )
  })

  test('the cheap way and the full one agree, and the verdict follows from the outcomes', () => {
    forAnyPair((organisation, opportunity) => {
      const full = judgeAny(organisation, opportunity)
      const offer = { rules: rulesOf(opportunity), deadline: judgeDeadline(NOW, opportunity) }
      expect(mayApply(TODAY, offer, organisation)).toBe(full.verdict)
      const outcomes = new Set(required(full).map((rule) => rule.outcome))
      expect(full.verdict === 'ineligible').toBe(outcomes.has('fail'))
      const isAsked = required(full).some(({ question }) => question !== null)
      expect(full.verdict === 'unclear').toBe(isAsked && !outcomes.has('fail'))
    })
  })

  test('a wish changes no verdict', () => {
    forAnyPair((organisation, opportunity) => {
      const rules = Object.entries(opportunity.rules).map(([key, it]) => [
        key,
        'strength' in it && key !== 'areas' && key !== 'applicantTypes' ? UNKNOWN : it,
      ])
      const silent = { ...opportunity, rules: Object.fromEntries(rules) }
      expect(judgeAny(organisation, opportunity).verdict).toBe(judgeAny(organisation, silent).verdict)
    })
  })

  /** Judges a pair before and after it has told one field, and says in how many the verdict got that much better. */
  function countTold(
    from: Verdict,
    to: readonly Verdict[],
    holds: (before: Eligibility, field: string) => void,
  ) {
    let count = 0
    fc.assert(
      fc.property(anyOrganisation, anyOpportunity, anyField, (organisation, opportunity, field) => {
        const before = judgeAny(without(organisation, field), opportunity)
        if (before.verdict !== from || !to.includes(judgeAny(organisation, opportunity).verdict)) return
        count += 1
        holds(before, field)
      }),
      RUNS,
    )
    return count
  }

  test('to tell more turns a no into anything else only in a field that a failing rule names', () => {
    const count = countTold('ineligible', ['eligible', 'unclear'], (before, field) => {
      const failing = required(before).filter((rule) => rule.outcome === 'fail')
      expect(failing.flatMap(({ profileFields }) => profileFields)).toContain(field)
    })
    expect(count).toBe(0)
  })

  test('to tell more turns an open question into a yes only in a field that an unclear rule names', () => {
    const count = countTold('unclear', ['eligible'], (before, field) => {
      const open = required(before).filter((rule) => rule.question !== null)
      expect(open.flatMap(({ profileFields }) => profileFields)).toContain(field)
    })
    expect(count).toBeGreaterThan(3)
  })

  test('to tell less never turns what is unclear, or a yes, into a no', () => {
    fc.assert(
      fc.property(anyOrganisation, anyOpportunity, anyField, (organisation, opportunity, field) => {
        if (judgeAny(organisation, opportunity).verdict === 'ineligible') return
        expect(judgeAny(without(organisation, field), opportunity).verdict).not.toBe('ineligible')
      }),
      RUNS,
    )
  })

  test('every outcome is in plain sentences', () => {
    forAnyPair((organisation, opportunity) => {
      for (const rule of judgeAny(organisation, opportunity).rules) {
        const words = [rule.sentence, rule.question, rule.opens].filter((text) => text !== null)
        expect(rule.sentence).toMatch(/^\p{Lu}.*\.$/u)
        for (const text of words)
          expect(text).not.toMatch(/_|undefined|NaN|null| {2}| ,| [.?]|\b(and|or)[.?]/)
      }
    })
  })

  test('what is unclear has a question, a no may say what opens it, and a quote is the funder’s', () => {
    forAnyPair((organisation, opportunity) => {
      for (const rule of judgeAny(organisation, opportunity).rules) {
        expect(rule.outcome === 'unclear' ? rule.question : 'So?').toMatch(/\?$/)
        expect(rule.opens === null || (rule.outcome === 'fail' && /^Opens .*\.$/.test(rule.opens))).toBe(true)
        expect(rule.quote ?? 'their words').toMatch(/^their words/)
      }
    })
  })
})
