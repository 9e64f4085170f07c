import { expect, test } from 'vitest'
import acronyms from '../../data/reference/acronyms.json' with { type: 'json' }
import lexicon from '../../data/reference/concepts.json' with { type: 'json' }
import reference from '../../data/reference/early-help.json' with { type: 'json' }

const early = lexicon.concepts.filter((concept) => concept.early)
const phrases = new Set(early.flatMap((concept) => concept.phrases))
const meanings = new Set(
  acronyms.acronyms
    .filter(({ concepts }) => concepts.some((id) => early.some((concept) => concept.id === id)))
    .map(({ means }) => means),
)

test('what is too wide by itself is a phrase, or what an acronym stands for, of a concept of early help', () => {
  expect(reference.origin).not.toBe('')
  expect(reference.licence).toBe('MIT')
  expect(reference.too_wide.filter((phrase) => !phrases.has(phrase) && !meanings.has(phrase))).toEqual([])
  expect(new Set(reference.too_wide).size).toBe(reference.too_wide.length)
})

test('every concept of early help keeps three phrases at least that name it', () => {
  const left = early.map(({ id, phrases: all }) => ({
    id,
    left: all.filter((phrase) => phrase.includes(' ') && !reference.too_wide.includes(phrase)).length,
  }))
  expect(left.filter((concept) => concept.left < 3)).toEqual([])
})
