import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ApplicantType } from '../../src/domain/applicant-type.ts'
import { Beneficiary, Theme } from '../../src/domain/theme.ts'
import { COLUMNS } from '../../src/sources/file-columns.ts'
import { openSource } from '../../src/sources/index.ts'
import { aSource } from '../support/builders.ts'
import { pagesOf } from '../support/sources.ts'

const DOCUMENT = readFileSync('docs/data-formats.md', 'utf8')

test('every column and word that a list may have is documented', () => {
  const words = [...COLUMNS, ...Theme.options, ...Beneficiary.options, ...ApplicantType.options]
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
