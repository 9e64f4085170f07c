import { describe, expect, test } from 'vitest'
import { inferred, preferred, stated, UNKNOWN } from '../../../src/domain/fact.ts'
import type { Organisation } from '../../../src/domain/organisation.ts'
import type { Rules } from '../../../src/domain/rules.ts'
import { prepareCatalogue } from '../../../src/matching/catalogue/catalogue.ts'
import { countQuestions } from '../../../src/matching/opening/count-questions.ts'
import { surveyFor } from '../../../src/matching/opening/survey.ts'
import { applicantOf } from '../../../src/matching/profile/applicant.ts'
import {
  anOpportunity,
  anOrganisation,
  BRISTOL,
  opportunityId,
  rules,
  SOUTH_GLOUCESTERSHIRE,
} from '../../support/builders.ts'
import { LEARNT } from '../../support/learnt.ts'
import { NOW, open } from '../judged.ts'

function questionsFor(organisation: Partial<Organisation>, sets: readonly Partial<Rules>[], most = 5) {
  const calls = sets.map((set, at) =>
    anOpportunity({ id: opportunityId(`call-${at}`), rules: rules({ ...open, ...set }) }),
  )
  const applicant = applicantOf(LEARNT, anOrganisation(organisation))
  return countQuestions(surveyFor(NOW, prepareCatalogue(LEARNT, calls), applicant, new Set()).matches, most)
}

const limit = { incomeMax: stated(10_000_000) }
const young = { monthsRunning: stated(12) }

describe('what would settle most', () => {
  test('counts the matches that ask for nothing else, most first', () => {
    expect(questionsFor({ income: null, foundedOn: null }, [young, limit, limit, {}])).toEqual([
      { field: 'income', settles: 2, asked: 2 },
      { field: 'foundedOn', settles: 1, asked: 1 },
    ])
  })

  test('counts a match with two open points for neither, and says that both are asked for', () => {
    expect(questionsFor({ income: null, foundedOn: null }, [{ ...young, ...limit }, limit])).toEqual([
      { field: 'income', settles: 1, asked: 2 },
      { field: 'foundedOn', settles: 0, asked: 1 },
    ])
  })

  test('counts two rules that one answer settles as one', () => {
    const twice = { applicantTypes: stated(['cic_guarantee'] as const), councils: stated('none' as const) }
    expect(questionsFor({ legalForm: null, orgIds: [] }, [twice])).toEqual([
      { field: 'legalForm', settles: 1, asked: 1 },
    ])
  })

  test('settles nothing beside a point that is for the funder to settle', () => {
    const somewhere = { ...limit, areas: inferred([SOUTH_GLOUCESTERSHIRE], 'in parts') }
    expect(questionsFor({ income: null }, [somewhere])).toEqual([{ field: 'income', settles: 0, asked: 1 }])
    const silent = { ...limit, applicantTypes: UNKNOWN }
    expect(questionsFor({ income: null }, [silent])).toEqual([{ field: 'income', settles: 0, asked: 1 }])
    expect(questionsFor({}, [{ areas: inferred([SOUTH_GLOUCESTERSHIRE], 'in parts') }])).toEqual([])
  })

  test('asks for nothing that only a wish would need, nor for what is shut', () => {
    expect(questionsFor({ income: null }, [{ incomeMax: preferred(stated(100)) }])).toEqual([])
    expect(questionsFor({ income: null }, [{ ...limit, areas: stated([BRISTOL]) }])).toEqual([])
  })

  test('asks for nothing that is told, and is at most so many', () => {
    expect(questionsFor({}, [limit, young])).toEqual([])
    expect(questionsFor({ income: null, foundedOn: null }, [young, limit, limit], 1)).toHaveLength(1)
  })
})
