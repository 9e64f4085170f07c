import { expect, test } from 'vitest'
import type { ApplicantType } from '../../../src/domain/applicant-type.ts'
import { stated } from '../../../src/domain/fact.ts'
import type { RuleOutcome } from '../../../src/domain/match.ts'
import { judgeRules, outcome } from '../judged.ts'

test.for<[ApplicantType, boolean | null, RuleOutcome['outcome']]>([
  ['cio', null, 'pass'],
  ['cic_shares', null, 'pass'],
  ['unincorporated', null, 'unclear'],
  ['cio', false, 'fail'],
])('a %s that has said %s of its clause: %s', ([legalForm, hasDissolutionClause, expected]) => {
  const judged = judgeRules({ legalForm, hasDissolutionClause }, { dissolutionClause: stated(true) })
  expect(outcome('governing_document', judged)?.outcome).toBe(expected)
})
