import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { evalFacts } from '../../../src/commands/eval/facts/eval-facts.ts'
import { judgeFacts, tallies } from '../../../src/commands/eval/facts/judge-facts.ts'
import { partOf, readLabels } from '../../../src/commands/eval/facts/read-labels.ts'
import { readNotices } from '../../../src/commands/eval/facts/read-notices.ts'
import { tempFolder } from '../../support/temp.ts'

const LABELS = `notice\tfield\tvalue
kept:a\tdeadline\t2026-06-03T12:00
kept:a\tawardMax\t500000
kept:b\tnone\t
`

/** Labels of two invented notices, and their texts. */
function aFolder() {
  const folder = tempFolder()
  writeFileSync(join(folder, 'facts.tsv'), LABELS)
  writeFileSync(
    join(folder, 'texts.txt'),
    '=== kept:a | 2026-04-01\nApply by noon on 3 June.\n=== kept:b |\nGrants of up to £20 are available.\n=== kept:c |\nNot labelled.\n',
  )
  return folder
}

test('right finds, misses and false finds are told apart', () => {
  const folder = aFolder()
  const { right, slips } = judgeFacts(readNotices(folder), readLabels(folder))
  expect(right).toMatchObject([{ field: 'deadline', value: '2026-06-03T12:00' }])
  expect(slips).toMatchObject([
    { notice: 'kept:a', kind: 'missed', field: 'awardMax' },
    { notice: 'kept:b', kind: 'wrong', field: 'awardMax', value: '2000' },
  ])
})

test('a tally counts one part', () => {
  const folder = aFolder()
  const judged = judgeFacts(readNotices(folder), readLabels(folder))
  const counted = (['work', 'opened', 'kept'] as const).flatMap((part) => tallies(part, judged))
  expect(counted.reduce((sum, { right, wrong, missed }) => sum + right + wrong + missed, 0)).toBe(3)
})

test('a notice is always of the same part', () => {
  expect(partOf('opened:x')).toBe('opened')
  expect(['kept', 'opened']).toContain(partOf('kept:a'))
  expect(partOf('kept:a')).toBe(partOf('kept:a'))
})

test('absent texts are said, not counted as misses', () => {
  const folder = aFolder()
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  expect(() => evalFacts(folder, [empty], { json: false, list: false })).toThrow(
    /None of the 2 labelled notices is in .*not part of the project/,
  )
})

test('the shipped labels are whole', () => {
  const labels = readLabels('data/labels')
  const facts = [...labels.values()].flat()
  expect(labels.size).toBeGreaterThan(300)
  expect(facts.filter(({ field }) => field === 'deadline').length).toBeGreaterThanOrEqual(60)
  expect(facts.filter(({ field }) => /^(?:award|fundTotal)/.test(field)).length).toBeGreaterThanOrEqual(60)
})
