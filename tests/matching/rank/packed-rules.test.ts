import { expect, test } from 'vitest'
import { isoDate } from '../../../src/base/date.ts'
import { applicantOf } from '../../../src/matching/profile/applicant.ts'
import { organisationProfile } from '../../../src/matching/profile/read-profiles.ts'
import { packSeekers } from '../../../src/matching/rank/packed-seekers.ts'
import { unpackSeekers } from '../../../src/matching/rank/unpack-seekers.ts'
import { rulesOf } from '../../../src/matching/rules/rules-of.ts'
import { LEARNT } from '../../support/learnt.ts'
import { AREAS, randomFrom, someOpportunities, someOrganisation } from '../generated.ts'

const TODAY = isoDate('2026-06-01')
const random = randomFrom(37)
const organisations = Array.from({ length: 60 }, () => someOrganisation(random, AREAS))
const seekerAt = unpackSeekers(
  packSeekers(
    organisations.map((organisation) => ({
      organisation,
      where: applicantOf(LEARNT, organisation).where,
      profile: organisationProfile(LEARNT, organisation),
    })),
  ),
)
const rules = someOpportunities(random, 300).flatMap((opportunity) => rulesOf(opportunity).required)

test('every rule finds of a packed organisation what it finds of the organisation itself', () => {
  const found = new Map<string, number>()
  for (const [number, organisation] of organisations.entries()) {
    const packed = seekerAt(number).organisation
    for (const rule of rules) {
      if (rule.name === 'area') continue
      found.set(rule.name, (found.get(rule.name) ?? 0) + 1)
      const [own, other] = [organisation, packed].map((it) => rule.find(it, TODAY).outcome)
      expect([rule.name, other]).toEqual([rule.name, own])
    }
  }
  // Rules that say the same to everybody are no matter of packing, and the rest must all have come up.
  const silent = ['area', 'deadline', 'kind']
  const names = new Set(rules.map(({ name }) => name).filter((name) => !silent.includes(name)))
  expect([...names].filter((name) => !found.has(name))).toEqual([])
  expect(names).toContain('beneficiaries')
})
