import { expect, test } from 'vitest'
import { dayOf } from '../../src/base/date.ts'
import { chanceOf } from '../../src/commands/soak/chance.ts'
import { prepareCatalogue } from '../../src/matching/match.ts'
import { matchOpportunity } from '../../src/matching/match-opportunity.ts'
import { applicantOf } from '../../src/matching/profile/applicant.ts'
import { rankingOf } from '../../src/matching/rank/rank.ts'
import { anyCall, anyOrganisation } from '../support/anything.ts'
import { LEARNT } from '../support/learnt.ts'
import { NOW } from './judged.ts'

test('both directions give every pair the same units and verdict', () => {
  const chance = chanceOf(11)
  const calls = Array.from({ length: 60 }, (_, n) => anyCall(chance, dayOf(NOW), `call-${n}`))
  const organisations = Array.from({ length: 40 }, (_, n) => anyOrganisation(chance, `org-${n}`))
  const catalogue = prepareCatalogue(LEARNT, calls)
  const rank = rankingOf(NOW, catalogue)
  const there = organisations.flatMap((organisation) =>
    rank(applicantOf(LEARNT, organisation), calls.length).map(({ slot, units, verdict }) =>
      [catalogue.opportunities[slot]?.id, organisation.id, units, verdict].join(' '),
    ),
  )
  const back = calls.flatMap((call) => {
    const standing = matchOpportunity(NOW, LEARNT, call)
    return organisations.flatMap((organisation) => {
      const stands = standing(organisation, [])
      return stands ? [[call.id, organisation.id, stands.units, stands.verdict].join(' ')] : []
    })
  })
  expect(back.sort()).toEqual(there.sort())
  expect(back.length).toBeGreaterThan(200)
  expect(back.length).toBeLessThan(calls.length * organisations.length)
})
