import { beforeEach, describe, expect, test } from 'vitest'
import { importAwards } from '../../src/actions/awards/import.ts'
import { readAwardList } from '../../src/actions/awards/read-list.ts'
import { countAwards, listAwardsByKey } from '../../src/db/awards.ts'
import type { Runtime } from '../../src/runtime.ts'
import { databases } from '../support/databases.ts'
import { aRuntime } from '../support/runtime.ts'
import { workbookFiles, zipOf } from '../support/workbooks.ts'

const HEAD =
  'Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:0:Identifier,Recipient Org:0:Name,Recipient Ind:Identifier,Funding Org:0:Identifier,Funding Org:0:Name'
const row = (id: string, amount = '5000', { recipient = 'GB-CHC-2,Riverside,', date = '2025-05-01' } = {}) =>
  `${id},A stove,For cooks,GBP,${amount},${date},${recipient},GB-CHC-1,The Example Fund`
const csv = (...rows: readonly string[]) => [HEAD, ...rows].join('\r\n')

/** The bytes in small pieces, so that signs and rows are cut anywhere. */
const opened = (bytes: Uint8Array) =>
  (async function* () {
    for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000)
  })()
const utf8 = (text: string) => new TextEncoder().encode(text)

describe.for(databases)('importing awards into %s', ([, open]) => {
  let runtime: Runtime
  beforeEach(async () => {
    runtime = aRuntime({ db: await open() })
  })
  const take = (list: string | Uint8Array, licence: string | null = 'CC-BY-4.0') =>
    importAwards(runtime, readAwardList(opened(typeof list === 'string' ? utf8(list) : list), 'list.csv'), {
      sourceName: 'Open list',
      licence,
    })
  const stored = async (key: string) => (await listAwardsByKey(runtime.db, [key])).get(key)

  test('one bad row is reported with its line, and the rest comes in', async () => {
    const report = await take(
      csv(row('360G-a'), row('360G-b', 'lots'), '360G-c,short', row('360G-a'), row('360G-d')),
    )
    expect(report).toMatchObject({ rows: 5, added: 2, changed: 0, unchanged: 0, refusedCount: 3 })
    expect(report.refused.map(({ line, name, faults }) => [line, name, faults[0]])).toEqual([
      [3, 'Riverside', 'Amount Awarded: "lots" is not an amount in pounds like 10000 or £10,000'],
      [4, '', 'The row has 2 cells where the headings have 11'],
      [5, 'Riverside', 'Identifier: the same as on line 2'],
    ])
    expect(await countAwards(runtime.db)).toBe(2)
  })

  test('the same list again changes nothing, and a changed amount changes its award', async () => {
    await take(csv(row('360G-a'), row('360G-b')))
    const before = await stored('360G-a')
    expect(await take(csv(row('360G-a'), row('360G-b')))).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 2,
    })
    expect(await take(csv(row('360G-a', '7500'), row('360G-b')))).toMatchObject({ changed: 1, unchanged: 1 })
    expect(await stored('360G-a')).toEqual({ ...before, amount: 750_000 })
  })

  test('the words of the funder are kept only under an open licence', async () => {
    await take(csv(row('360G-a')))
    expect(await stored('360G-a')).toMatchObject({ purpose: 'For cooks' })
    await take(csv(row('360G-b')), null)
    expect(await stored('360G-b')).toMatchObject({ title: 'A stove', purpose: '', licence: null })
  })

  test('a workbook is taken in as its rows are written', async () => {
    const rows = [HEAD.split(','), [...row('360G-a').split(','), ''], row('360G-b', '7').split(',')]
    const bytes = zipOf(workbookFiles(rows))
    expect(await take(bytes)).toMatchObject({ rows: 2, added: 2, refusedCount: 0 })
    expect(await stored('360G-b')).toMatchObject({ amount: 700, awardedOn: '2025-05-01' })
    const bomb = zipOf(workbookFiles(rows), 1e9)
    await expect(take(bomb)).rejects.toThrow('list.csv cannot be read. It is a workbook that unpacks')
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])
    await expect(take(old)).rejects.toThrow('Save it as .xlsx or CSV')
  })

  test('awards without an id are found again too, and two that are alike are two', async () => {
    const list = csv(row('', '1'), row('', '2'), row('', '3', { date: '2024-01-01' }))
    expect(await take(list)).toMatchObject({ added: 3 })
    expect(await take(list)).toMatchObject({ added: 0, unchanged: 3 })
    expect(await take(csv(row('', '1'), row('', '9')))).toMatchObject({ changed: 1, unchanged: 1 })
  })

  test('awards to individuals are counted and never stored', async () => {
    const report = await take(csv(row('360G-a', '300', { recipient: ',Jo Bloggs,IND-7' }), row('360G-b')))
    expect(report).toMatchObject({ rows: 2, added: 1, individuals: 1, refusedCount: 0 })
    expect(JSON.stringify(await runtime.db.query.selectFrom('awards').selectAll().execute())).not.toContain(
      'Bloggs',
    )
  })

  test('JSON comes in as CSV does, and one broken grant costs only itself', async () => {
    const grant = {
      id: '360G-a',
      title: 'A stove',
      description: 'For cooks',
      currency: 'GBP',
      amountAwarded: 5000.0,
      awardDate: '2025-05-01T00:00:00+00:00',
      recipientOrganization: [{ id: 'GB-CHC-2', name: 'Riverside' }],
      fundingOrganization: [{ id: 'GB-CHC-1', name: 'The Example Fund' }],
    }
    const text = `{"version": "1.1", "grants": [\n${JSON.stringify(grant)},\n{"id": oops},\n7]}`
    const report = await take(text)
    expect(report).toMatchObject({ rows: 3, added: 1, refusedCount: 2 })
    expect(report.refused.map(({ line }) => line)).toEqual([3, 4])
    expect(await take(csv(row('360G-a')))).toMatchObject({ unchanged: 1 })
  })

  test('10,000 rows are taken in without waiting', async () => {
    const list = csv(...Array.from({ length: 10_000 }, (_, i) => row(`360G-${i}`, `${i}`)))
    const started = performance.now()
    expect(await take(list)).toMatchObject({ rows: 10_000, added: 10_000 })
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

describe('reading a list of awards', () => {
  const rowsOf = async (bytes: Uint8Array) => {
    const rows = []
    for await (const one of readAwardList(opened(bytes), 'list.csv')) rows.push(one)
    return rows
  }

  test('a byte order mark, Windows-1252 and semicolons are read as spreadsheets write them', async () => {
    const text = csv(row('360G-a').replace('A stove', 'Café £5'))
    const latin = Uint8Array.from(text, (sign) => sign.charCodeAt(0))
    const semicolons = text.replaceAll(',', ';')
    const utf16 = new Uint8Array(
      new Uint16Array([...`\ufeff${text}`].map((sign) => sign.charCodeAt(0))).buffer,
    )
    for (const bytes of [utf8(`\ufeff${text}`), latin, utf8(semicolons), utf16]) {
      expect((await rowsOf(bytes))[0]).toMatchObject({
        line: 2,
        cells: { id: '360G-a', title: 'Café £5' },
        fault: null,
      })
    }
  })

  test('a quote with lines in it counts for where the next row stands', async () => {
    const rows = await rowsOf(
      utf8(csv(row('360G-a').replace('For cooks', '"For\ncooks, ""many"""'), row('360G-b'))),
    )
    expect(rows.map(({ line }) => line)).toEqual([2, 4])
    expect(rows[0]?.cells.description).toBe('For\ncooks, "many"')
  })

  test.for([
    ['', 'list.csv is empty'],
    [' \r\n', 'list.csv is empty'],
    [
      'name,email\na,b',
      'It has no column "Amount Awarded", "Award Date", "Funding Org:Name" and "Recipient Org:Name"',
    ],
    ['{"results": []}', 'It has no list "grants"'],
    [`${csv()}\r\n"never closed,${row('360G-b')}`, 'It is not a CSV file'],
  ] as const)('%j is refused', async ([text, says]) => {
    await expect(rowsOf(utf8(text))).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(says),
    })
  })

  test('headings alone are a list with nothing in it', async () => {
    expect(await rowsOf(utf8(`${HEAD}\n`))).toEqual([])
  })
})
