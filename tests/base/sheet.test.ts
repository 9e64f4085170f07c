import { expect, test } from 'vitest'
import { sheetRecords } from '../../src/base/sheet.ts'
import { zipSizes } from '../../src/base/zip-sizes.ts'
import { workbookFiles, zipOf } from '../support/workbooks.ts'

async function recordsOf(bytes: Uint8Array) {
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700)
  }
  const records: unknown[] = []
  for await (const { line, cells } of sheetRecords(pieces())) records.push([line, ...cells])
  return records
}

const ROWS = [
  ['Identifier', 'Amount Awarded', 'Award Date'],
  ['Smith & Sons', 1250.5, { serial: 43741 }],
  ['', '', ''],
  ['b', 0, 43741],
]

test('rows of a workbook are read with their lines, days as days, empty rows left out', async () => {
  expect(await recordsOf(zipOf(workbookFiles(ROWS)))).toEqual([
    [1, 'Identifier', 'Amount Awarded', 'Award Date'],
    [2, 'Smith & Sons', '1250.5', '2019-10-03'],
    [4, 'b', '0', '43741'],
  ])
})

test('the sizes of an archive are known before it is unpacked', () => {
  const bytes = zipOf({ 'a.xml': 'x'.repeat(5_000_000), 'b.xml': 'y' })
  expect(bytes.length).toBeLessThan(10_000)
  expect(zipSizes(bytes)).toEqual({ entries: 2, unpacked: 5_000_001 })
  expect(zipSizes(bytes.subarray(0, 200))).toBeNull()
  expect(zipSizes(new Uint8Array())).toBeNull()
})

test('a workbook that unpacks to as much as we hold is read, and one of a byte more is refused', async () => {
  const files = workbookFiles(ROWS)
  const taken = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const padded = (bytes: number) => zipOf({ ...files, 'docProps/app.xml': ' '.repeat(bytes - taken) })
  const most = 25 * 1024 * 1024
  expect(await recordsOf(padded(most))).toHaveLength(3)
  await expect(recordsOf(padded(most + 1))).rejects.toThrow('unpacks to more than 25 MB')
})

test('a workbook of too many parts is refused', async () => {
  const parts = Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`p${i}.xml`, '']))
  await expect(recordsOf(zipOf(parts))).rejects.toThrow('too many parts')
})

test('a workbook that unpacks to more than it declares is not let grow', async () => {
  const files = workbookFiles([['Identifier'], ...Array.from({ length: 20_000 }, (_, i) => [`row ${i}`])])
  const liar = zipOf(files, 2_000)
  await expect(recordsOf(liar)).rejects.toThrow('not an Excel workbook that can be read')
})

test.for([
  ['cut short', zipOf(workbookFiles(ROWS)).subarray(0, 900)],
  ['of something else', zipOf({ 'content.xml': '<a/>' })],
] as const)('an archive %s is refused', async ([, bytes]) => {
  await expect(recordsOf(bytes)).rejects.toThrow(/not an Excel workbook/)
})
