import { type RawBuilder, sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Instant, isoDate } from '../../src/base/date.ts'
import { countAwards, listAwardsByKey, putAwards } from '../../src/db/awards.ts'
import type { Database } from '../../src/db/database.ts'
import { listFunderAwards, newestAwards } from '../../src/db/funder-awards.ts'
import { findAwardsOf, findFigures, sumsBySource } from '../../src/db/funder-figures.ts'
import type { AreaCode } from '../../src/domain/area.ts'
import type { Award } from '../../src/domain/award.ts'
import type { Funder } from '../../src/domain/funder.ts'
import { anAward, BRISTOL, SOUTH_GLOUCESTERSHIRE, WALES } from '../support/builders.ts'
import { databases } from '../support/databases.ts'

const AT = '2026-06-01T12:00:00.000Z' as Instant
const by = (orgId: string | null, name = 'The Example Fund'): Funder => ({ name, orgId })
const given = (key: string, funder: Funder, over: Partial<Award> = {}) => anAward({ key, funder, ...over })

describe.for(databases)('awards in %s', ([, open]) => {
  let db: Database
  beforeEach(async () => {
    db = await open()
  })
  const put = (...awards: Award[]) => db.commit(putAwards(db, AT, awards))
  const keys = async (funders: readonly Funder[], most?: number) =>
    (await listFunderAwards(db, funders, most)).map(({ key }) => key)

  const figuresOf = async (funder: Funder) => {
    const asked = await findAwardsOf(db, funder)
    return asked && findFigures(db, asked)
  }

  test('what is put is found again, whole, and replaced by its id', async () => {
    const award = anAward({ programme: 'Kitchens', purpose: 'Quotes " and £\n\nand lines', licence: null })
    await put(award)
    expect((await listAwardsByKey(db, [award.key, 'none'])).get(award.key)).toEqual(award)
    await put({ ...award, amount: 1 })
    expect((await listAwardsByKey(db, [award.key])).get(award.key)?.amount).toBe(1)
    expect(await countAwards(db)).toBe(1)
  })

  test('those of several funders come newest first, ties by key, each funder capped', async () => {
    const many = Array.from({ length: 230 }, (_, i) =>
      given(`m${String(i).padStart(3, '0')}`, by('GB-CHC-1')),
    )
    await put(
      ...many,
      given('new', by('GB-CHC-2', 'Another'), { awardedOn: isoDate('2026-01-01') }),
      given('else', by('GB-CHC-3', 'A third')),
    )
    const found = await keys([by('GB-CHC-1'), by('GB-CHC-2', 'Another')])
    expect(found.slice(0, 3)).toEqual(['new', 'm000', 'm001'])
    expect(found).toHaveLength(201)
    expect(found).not.toContain('m200')
    expect(await keys([by('GB-CHC-1')], 2)).toEqual(['m000', 'm001'])
    expect(await keys([])).toEqual([])
  })

  test('more funders than one statement takes are all found', async () => {
    const funders = Array.from({ length: 60 }, (_, i) => by(null, `Fund number ${i}`))
    await put(...funders.map((funder, i) => given(`k${String(i).padStart(2, '0')}`, funder)))
    expect(await keys(funders)).toHaveLength(60)
  })

  test('a funder is found by its id, or by its name where that can only be one', async () => {
    await put(given('a', by('GB-CHC-1')), given('b', by('360G-local', 'EXAMPLE FUND')))
    expect(await keys([by('gb-chc-1')])).toEqual(['a', 'b'])
    expect(await keys([by(null, 'Example fund')])).toEqual(['a', 'b'])
    expect(await keys([by('GB-CHC-2')])).toEqual(['b'])
    await put(given('c', by('GB-CHC-2')))
    expect(await keys([by(null)])).toEqual(['b'])
  })

  test('the sums are of all, in pounds alone, by the lists that they come from', async () => {
    await put(
      given('a', by('GB-CHC-1'), { amount: 100, awardedOn: isoDate('2020-02-02') }),
      given('b', by(null), {
        amount: 20,
        awardedOn: isoDate('2024-02-02'),
        sourceName: 'B list',
        licence: null,
      }),
      given('c', by('GB-CHC-1'), { amount: 3, currency: 'EUR', awardedOn: isoDate('2022-02-02') }),
      given('d', by('GB-CHC-9', 'Another'), { amount: 5_000 }),
    )
    expect(await figuresOf(by('GB-CHC-1'))).toMatchObject({
      count: 3,
      inPounds: 2,
      total: 120,
      firstOn: '2020-02-02',
      lastOn: '2024-02-02',
      sources: [
        { sourceName: 'Awards of The Example Fund', licence: 'CC-BY-4.0' },
        { sourceName: 'B list', licence: null },
      ],
    })
    expect(await figuresOf(by('GB-CHC-7', 'Nobody'))).toBeUndefined()
  })

  test('usual sums are the middle half of what is above nothing, in pounds', async () => {
    const amounts = [0, 100, 200, 300, 400, 500, 600, 700, 100_000]
    await put(...amounts.map((amount, i) => given(`k${i}`, by('GB-CHC-1'), { amount })))
    await put(given('euro', by('GB-CHC-1'), { amount: 1, currency: 'EUR' }))
    expect(await figuresOf(by('GB-CHC-1'))).toMatchObject({ median: 400, usual: { least: 200, most: 600 } })
    await put(...amounts.slice(0, 3).map((amount, i) => given(`f${i}`, by('GB-CHC-2', 'Few'), { amount })))
    expect(await figuresOf(by('GB-CHC-2', 'Few'))).toMatchObject({ median: 100, usual: null })
    await put(given('none', by('GB-CHC-3', 'None'), { amount: 0 }))
    expect(await figuresOf(by('GB-CHC-3', 'None'))).toMatchObject({ count: 1, median: null, usual: null })
  })

  test('open calls are counted as they are said, and areas by the work or else the recipient', async () => {
    const places = (areas: AreaCode[], recipientAreas: AreaCode[] = []) => ({ areas, recipientAreas })
    await put(
      given('a', by('GB-CHC-1'), { openCall: true, ...places([BRISTOL, SOUTH_GLOUCESTERSHIRE], [WALES]) }),
      given('b', by('GB-CHC-1'), { openCall: true, ...places([], [BRISTOL]) }),
      given('c', by('GB-CHC-1'), { openCall: false, ...places([]) }),
      given('d', by('GB-CHC-1'), { openCall: null, ...places([BRISTOL]) }),
    )
    expect(await figuresOf(by('GB-CHC-1'))).toMatchObject({
      openCalls: { yes: 2, no: 1, unknown: 1 },
      areas: [
        { code: BRISTOL, count: 3 },
        { code: SOUTH_GLOUCESTERSHIRE, count: 1 },
      ],
      withoutArea: 1,
    })
  })

  /** How the engine goes about a query, one step a line. */
  const planOf = async (query: RawBuilder<unknown>) => {
    const { sql: text, parameters } = query.compile(db.query)
    const pieces = text.split('?').map((piece) => sql.raw(piece))
    const whole = pieces.flatMap((piece, i) =>
      i < parameters.length ? [piece, sql`${parameters[i]}`] : [piece],
    )
    const { rows } = await sql<{ detail: string }>`EXPLAIN QUERY PLAN ${sql.join(whole, sql``)}`.execute(
      db.query,
    )
    return rows.map(({ detail }) => detail).join('\n')
  }

  test('the newest of a funder are a search of an index in its order, however many it has', async () => {
    const plan = await planOf(newestAwards([{ orgId: 'GB-CHC-1', name: 'example-fund' }], 5))
    expect(plan).toContain('SEARCH awards USING COVERING INDEX awards_by_funder (funder_org_id=?)')
    expect(plan).toContain('USING COVERING INDEX awards_by_funder_name (funder_name=? AND funder_org_id=?)')
    expect(plan).not.toMatch(/SCAN (?:awards|mine)|TEMP B-TREE/)
  })

  test('the sums of a funder are read from the indexes alone', async () => {
    const plan = await planOf(
      sumsBySource({ lookup: { orgId: 'GB-CHC-1', name: 'example-fund' }, places: null }),
    )
    expect(plan).toContain('USING COVERING INDEX awards_by_funder (funder_org_id=?)')
    expect(plan).toContain('USING COVERING INDEX awards_by_funder_name (funder_name=? AND funder_org_id=?)')
    expect(plan).not.toContain('SCAN awards')
  })
})
