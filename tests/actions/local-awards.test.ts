import { beforeEach, describe, expect, test } from 'vitest'
import { findLocalAwards } from '../../src/actions/funders/local-awards.ts'
import { type Instant, isoDate } from '../../src/base/date.ts'
import { putAwards } from '../../src/db/awards.ts'
import type { Database } from '../../src/db/database.ts'
import { type AreaCode, areaCode } from '../../src/domain/area.ts'
import type { Award } from '../../src/domain/award.ts'
import type { Funder } from '../../src/domain/funder.ts'
import { anAward, BRISTOL, SOUTH_GLOUCESTERSHIRE, SOUTH_WEST, WALES } from '../support/builders.ts'
import { databases } from '../support/databases.ts'

const ONE: Funder = { name: 'One Fund', orgId: 'GB-CHC-1' }
const TWO: Funder = { name: 'Two Fund', orgId: null }

describe.for(databases)('awards near an organisation in %s', ([, open]) => {
  let db: Database
  beforeEach(async () => {
    db = await open()
    const given = (key: string, funder: Funder, areas: AreaCode[], over: Partial<Award> = {}) =>
      anAward({ key, funder, areas, ...over })
    await db.commit(
      putAwards(db, '2026-06-01T12:00:00.000Z' as Instant, [
        given('old', ONE, [BRISTOL], { awardedOn: isoDate('2020-01-01') }),
        given('mid', ONE, [WALES, BRISTOL], { awardedOn: isoDate('2021-01-01') }),
        given('new', ONE, [], { recipientAreas: [BRISTOL], awardedOn: isoDate('2022-01-01') }),
        given('next door', ONE, [SOUTH_GLOUCESTERSHIRE]),
        given('wide', ONE, [SOUTH_WEST]),
        given('two', TWO, [BRISTOL]),
      ]),
    )
  })
  const near = async (funders: readonly Funder[], areas: readonly AreaCode[], most = 2) =>
    Object.fromEntries(
      [...(await findLocalAwards(db, funders, areas, most))].map(([id, awards]) => [
        id,
        awards.map(({ key }) => key),
      ]),
    )

  test('are the newest of each funder in its own areas, and not those of a wider one', async () => {
    expect(await near([ONE, TWO, ONE], [BRISTOL])).toEqual({
      'GB-CHC-1': ['new', 'mid'],
      'name-two-fund': ['two'],
    })
  })

  test('are those in any part of a wide area', async () => {
    expect(await near([ONE], [SOUTH_WEST], 9)).toEqual({
      'GB-CHC-1': ['next door', 'wide', 'new', 'mid', 'old'],
    })
  })

  test('are those in its council for a ward, and none for a ward of which nobody knows the council', async () => {
    const ward = (code: string) => areaCode(code)
    expect(await near([ONE], [ward('E05011950@E06000025:Filton')])).toEqual({ 'GB-CHC-1': ['next door'] })
    expect(await near([ONE], [ward('E05011950')])).toEqual({})
  })

  test('are found for a call that gives the name of its funder alone', async () => {
    expect(await near([{ name: 'One fund', orgId: null }], [WALES])).toEqual({ 'name-one-fund': ['mid'] })
  })

  test('are none without an area, a funder or an award there', async () => {
    expect(await near([ONE], [])).toEqual({})
    expect(await near([], [BRISTOL])).toEqual({})
    expect(await near([TWO], [WALES])).toEqual({})
  })
})
