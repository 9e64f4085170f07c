import { expect, test } from 'vitest'
import { fromWordsSection } from '../../src/web/from-words-section.ts'
import { anOpportunity } from '../support/builders.ts'

const QUOTE = 'Grants are from £300 to £500, by <3 June>.'

test('amounts that were read from one sentence are told together, with it', () => {
  const opportunity = anOpportunity({
    fromWords: { reader: 1, quotes: { awardMin: QUOTE, awardMax: QUOTE, deadline: 'By 3 June.' }, rules: [] },
  })
  const text = String(fromWordsSection(opportunity))
  expect(text).toContain('The lowest amount and highest amount were read from the funder')
  expect(text).toContain('The deadline was read from the funder')
  expect(text).toContain('by &lt;3 June&gt;')
})

test('nothing is said where the source states it all', () => {
  expect(fromWordsSection(anOpportunity())).toBeNull()
  expect(
    fromWordsSection(anOpportunity({ fromWords: { reader: 1, quotes: {}, rules: ['areas'] } })),
  ).toBeNull()
})
