import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readAwardList } from '../../src/actions/awards/read-list.ts'
import { isoDate } from '../../src/base/date.ts'
import { AWARD_HEADINGS } from '../../src/catalogue/awards/award-headings.ts'
import { parseAwardRow } from '../../src/catalogue/awards/award-row.ts'
import { ORGANISATION_COLUMNS } from '../../src/catalogue/organisation-row.ts'
import { ApplicantType } from '../../src/domain/applicant-type.ts'
import { Beneficiary, Theme } from '../../src/domain/theme.ts'
import { CostType, CouncilRole, Policy, Register, Use } from '../../src/domain/vocabulary.ts'
import { COLUMNS } from '../../src/sources/file-columns.ts'
import { openSource } from '../../src/sources/index.ts'
import { aSource } from '../support/builders.ts'
import { pagesOf } from '../support/sources.ts'

const DOCUMENT = readFileSync('docs/data-formats.md', 'utf8')

test('every column and word that a list may have is documented', () => {
  const words = [
    ...COLUMNS,
    ...ORGANISATION_COLUMNS,
    ...Theme.options,
    ...Beneficiary.options,
    ...ApplicantType.options,
    ...CostType.options,
    ...CouncilRole.options,
    ...Policy.options,
    ...Register.options,
    ...Use.options,
  ]
  expect(words.filter((word) => !DOCUMENT.includes(`\`${word}\``))).toEqual([])
})

test.for(['csv', 'json'] as const)('the documented example of a %s list can be read', async (format) => {
  const [, text = ''] =
    new RegExp(`### An example[\\s\\S]*?\`\`\`${format}\\n([\\s\\S]*?)\`\`\``).exec(DOCUMENT) ?? []
  const reader = openSource(aSource({ settings: { format } }))
  const [page] = await pagesOf(reader, async () => text)
  expect(page?.records.map(({ value }) => reader.read(value))).toMatchObject([
    { outcome: 'opportunity', key: 'kitchens-2026', content: { deadline: { kind: 'fixed' } } },
  ])
})

test('every column of a list of awards is documented, and its example can be read', async () => {
  const headings = Object.values(AWARD_HEADINGS)
  expect(headings.filter((heading) => !DOCUMENT.includes(`| \`${heading}\` |`))).toEqual([])
  const [, text = ''] = /## 4\. A list of past awards[\s\S]*?```csv\n([\s\S]*?)```/.exec(DOCUMENT) ?? []
  const bytes = new TextEncoder().encode(text)
  const open = async function* () {
    yield bytes
  }
  const origin = { sourceName: 'Example', licence: null }
  const outcomes: string[] = []
  for await (const { cells } of readAwardList(open(), 'example.csv')) {
    outcomes.push(parseAwardRow(cells, origin, isoDate('2026-06-01')).outcome)
  }
  expect(outcomes).toEqual(['award'])
})
