import { expect, test } from 'vitest'
import { matchOnThreads, sharedLists } from '../../src/hosts/match-workers.ts'
import { prepareCatalogue } from '../../src/matching/catalogue/catalogue.ts'
import { applicantOf } from '../../src/matching/profile/applicant.ts'
import { organisationProfile } from '../../src/matching/profile/read-profiles.ts'
import { fillLists } from '../../src/matching/rank/lists.ts'
import { packSeekers } from '../../src/matching/rank/packed-seekers.ts'
import { rankingOf } from '../../src/matching/rank/rank.ts'
import { unpackSeekers } from '../../src/matching/rank/unpack-seekers.ts'
import { benchOpportunities, benchOrganisations, NOW_OF_BENCH } from '../support/bench-data.ts'
import { LEARNT } from '../support/learnt.ts'

const COUNT = 1_200
const catalogue = prepareCatalogue(LEARNT, benchOpportunities(150))
const seekers = packSeekers(
  benchOrganisations(COUNT).map((organisation) => ({
    organisation,
    where: applicantOf(LEARNT, organisation).where,
    profile: organisationProfile(LEARNT, organisation),
  })),
)

test('several threads make the very lists that one makes', async () => {
  const alone = sharedLists(COUNT, 20)
  fillLists(
    rankingOf(NOW_OF_BENCH, catalogue),
    unpackSeekers(seekers),
    Uint32Array.from({ length: COUNT }, (_, number) => number),
    alone,
  )
  expect(await matchOnThreads(3, NOW_OF_BENCH, catalogue, seekers, 20)).toEqual(alone)
  expect(alone.slots.filter((slot) => slot >= 0).length).toBeGreaterThan(COUNT)
})

test('a fault in a thread is a fault of the whole', async () => {
  const broken = { ...catalogue, index: { ...catalogue.index, spans: new Int32Array(3) } }
  await expect(matchOnThreads(2, NOW_OF_BENCH, broken, seekers, 20)).rejects.toThrow()
})
