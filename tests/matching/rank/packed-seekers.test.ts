import { expect, test } from 'vitest'
import { prepareCatalogue } from '../../../src/matching/catalogue/catalogue.ts'
import { applicantOf } from '../../../src/matching/profile/applicant.ts'
import { organisationProfile } from '../../../src/matching/profile/read-profiles.ts'
import { placeByPlace } from '../../../src/matching/rank/lists.ts'
import { packSeekers } from '../../../src/matching/rank/packed-seekers.ts'
import { rankingOf } from '../../../src/matching/rank/rank.ts'
import type { Seeker } from '../../../src/matching/rank/seeker.ts'
import { unpackSeekers } from '../../../src/matching/rank/unpack-seekers.ts'
import { benchOpportunities, benchOrganisations, NOW_OF_BENCH } from '../../support/bench-data.ts'
import { LEARNT } from '../../support/learnt.ts'

const organisations = benchOrganisations(200)
const applicants = organisations.map((organisation) => applicantOf(LEARNT, organisation))
const packed = packSeekers(
  applicants.map(({ organisation, where }) => ({
    organisation,
    where,
    profile: organisationProfile(LEARNT, organisation),
  })),
)
const seekerAt = unpackSeekers(packed)

const pullsByKey = ({ keys, pulls }: Pick<Seeker, 'keys' | 'pulls'>) =>
  Object.fromEntries(Array.from(keys, (key, at) => [key, pulls[at]]))

test('what a packed organisation looks for is what it was, with every pull', () => {
  for (const [number, applicant] of applicants.entries()) {
    expect(pullsByKey(seekerAt(number))).toEqual(pullsByKey(applicant))
    expect(seekerAt(number).where).toEqual(applicant.where)
  }
})

test('rules and ranks are the same for it', () => {
  const rank = rankingOf(NOW_OF_BENCH, prepareCatalogue(LEARNT, benchOpportunities(150)))
  for (const [number, applicant] of applicants.entries()) {
    expect(rank(seekerAt(number), 20)).toEqual(rank(applicant, 20))
  }
})

test('in their order place by place each comes once, and those of one place together', () => {
  const order = placeByPlace(packed)
  expect([...order].sort((a, b) => a - b)).toEqual(organisations.map((_, number) => number))
  const places = Array.from(order, (number) => packed.placeNumbers[number])
  expect(places).toEqual(places.toSorted((a, b) => (a ?? 0) - (b ?? 0)))
})
