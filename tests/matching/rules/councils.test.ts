import { expect, test } from 'vitest'
import type { ApplicantType } from '../../../src/domain/applicant-type.ts'
import { stated } from '../../../src/domain/fact.ts'
import type { RuleOutcome } from '../../../src/domain/match.ts'
import type { CouncilRole } from '../../../src/domain/vocabulary.ts'
import { judgeRules, outcome } from '../judged.ts'

test.for<[CouncilRole, ApplicantType, RuleOutcome['outcome'] | undefined, string | null | undefined]>([
  ['any', 'parish_council', undefined, undefined],
  ['lead_only', 'parish_council', 'pass', null],
  ['join_only', 'local_authority', 'fail', 'Opens with a partner that is not a council, in the lead.'],
  ['none', 'parish_council', 'fail', null],
  ['none', 'cio', 'pass', null],
  ['must_lead', 'parish_council', 'pass', null],
  ['must_lead', 'cio', 'fail', 'Opens with a council in the lead.'],
])('where a council’s part is %s, a %s: %s', ([role, legalForm, expected, opens]) => {
  const rule = outcome('councils', judgeRules({ legalForm }, { councils: stated(role) }))
  expect(rule?.outcome).toBe(expected)
  expect(rule?.opens).toBe(opens)
})

test('a council may not be known to be one', () => {
  const rule = outcome('councils', judgeRules({ legalForm: null }, { councils: stated('none') }))
  expect(rule).toMatchObject({ outcome: 'unclear', question: 'Are you a council?' })
})
