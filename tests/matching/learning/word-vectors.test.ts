import { describe, expect, test } from 'vitest'
import { associations } from '../../../src/matching/learning/associations.ts'
import { chooseWords, ENOUGH_WORDS, MOST_WORDS } from '../../../src/matching/learning/choose-words.ts'
import { countPairs, type SparseRows } from '../../../src/matching/learning/count-pairs.ts'
import { type DenseRows, scatter } from '../../../src/matching/learning/dense-rows.ts'
import { makeOrthonormal } from '../../../src/matching/learning/orthonormal.ts'
import { readTexts } from '../../../src/matching/learning/read-texts.ts'
import { wordVectors } from '../../../src/matching/learning/word-vectors.ts'

/** A row as pairs of column and value. */
const rowOf = ({ starts, columns, values }: SparseRows, row: number) =>
  Array.from({ length: (starts[row + 1] ?? 0) - (starts[row] ?? 0) }, (_, at) => [
    columns[(starts[row] ?? 0) + at],
    values[(starts[row] ?? 0) + at],
  ])

const product = ({ columns, values }: DenseRows, a: number, b: number) =>
  Array.from(
    { length: columns },
    (_, at) => (values[a * columns + at] ?? 0) * (values[b * columns + at] ?? 0),
  ).reduce((sum, value) => sum + value, 0)

describe('pairs', () => {
  test('are words near each other in one text, both ways, none with itself', () => {
    const pairs = countPairs({ words: ['a', 'b', 'c'], sequence: Int32Array.of(0, 1, 0, -1, 2, 1, -1) })
    expect([0, 1, 2].map((row) => rowOf(pairs, row))).toEqual([
      [[1, 2]],
      [
        [0, 2],
        [2, 1],
      ],
      [[1, 1]],
    ])
  })

  test('are at most ten words apart', () => {
    const apart = (distance: number) => {
      const between = Array.from({ length: distance - 1 }, () => 1)
      return countPairs({ words: ['a', 'b', 'c'], sequence: Int32Array.of(0, ...between, 2, -1) })
    }
    expect(rowOf(apart(10), 0)).toContainEqual([2, 1])
    expect(rowOf(apart(11), 0)).not.toContainEqual([2, 1])
  })
})

test('an association is the logarithm of how much more often than by chance, smoothed', () => {
  const pairs = countPairs({ words: ['a', 'b', 'c'], sequence: Int32Array.of(0, 1, 0, -1, 2, 1, -1) })
  const smoothed = [2, 3, 1].map((total) => total ** 0.75)
  const all = smoothed.reduce((sum, value) => sum + value, 0)
  const [[near, information] = []] = rowOf(associations(pairs), 0)
  expect(near).toBe(1)
  expect(information).toBeCloseTo(Math.log(2 / 2 / ((smoothed[1] ?? 0) / all)), 6)
})

describe('columns made orthonormal', () => {
  test('are of length 1 and at right angles', () => {
    const matrix = scatter(40, 6)
    makeOrthonormal(matrix)
    const turned = scatter(6, 40)
    matrix.values.forEach((value, at) => {
      turned.values[(at % 6) * 40 + Math.floor(at / 6)] = value
    })
    for (let a = 0; a < 6; a++) {
      for (let b = 0; b <= a; b++) expect(product(turned, a, b)).toBeCloseTo(a === b ? 1 : 0, 5)
    }
  })

  test('leave zeros for one that others span', () => {
    const matrix = { rows: 3, columns: 2, values: Float32Array.of(1, 2, 2, 4, 2, 4) }
    makeOrthonormal(matrix)
    expect([...matrix.values].map((value) => Math.round(value * 3) + 0)).toEqual([1, 0, 2, 0, 2, 0])
  })
})

describe('word vectors', () => {
  /** Words 0 to 5 stand with each other, and so do words 6 to 11; word 12 is alone. */
  const near = (word: number) =>
    word === 12
      ? []
      : Array.from({ length: 6 }, (_, at) => (word < 6 ? at : at + 6)).filter((other) => other !== word)
  const columns = Array.from({ length: 13 }, (_, word) => near(word)).flat()
  const vectors = wordVectors({
    starts: Int32Array.from({ length: 14 }, (_, word) => 5 * Math.min(word, 12)),
    columns: Int32Array.from(columns),
    values: new Float32Array(columns.length).fill(2),
  })

  test('point the same way for words that keep the same company, and elsewhere for others', () => {
    expect(product(vectors, 0, 1)).toBeGreaterThan(0.5)
    expect(product(vectors, 7, 11)).toBeGreaterThan(0.5)
    expect(Math.abs(product(vectors, 0, 7))).toBeLessThan(0.3)
  })

  test('are of length 1, and 0 for a word without company', () => {
    for (let word = 0; word < 12; word++) expect(product(vectors, word, word)).toBeCloseTo(1, 5)
    expect(product(vectors, 12, 12)).toBe(0)
  })

  test('have a quarter as many directions as there are words', () => {
    expect(vectors.columns).toBe(4)
  })
})

describe('of many texts', () => {
  test('every second or third is read once there are enough words', () => {
    const text = Array.from({ length: 1_000 }, () => 'kettle').join(' ')
    const corpus = (count: number) => chooseWords(readTexts(Array.from({ length: count }, () => text)))
    const textsIn = ({ sequence }: { sequence: Int32Array }) => sequence.filter((word) => word < 0).length
    const enough = ENOUGH_WORDS / 1_000
    expect(textsIn(corpus(enough))).toBe(enough)
    expect(textsIn(corpus(enough + 1))).toBe(Math.ceil((enough + 1) / 2))
  })

  test('only the commonest words are learnt about, ties in alphabetical order', () => {
    const name = (n: number) =>
      `q${String.fromCharCode(...[...String(n)].map((digit) => 97 + Number(digit)))}z`
    const rows = Array.from({ length: MOST_WORDS + 1 }, (_, n) => name(n))
    const texts = Array.from({ length: 10 }, (_, part) => rows.filter((_, n) => n % 10 === part).join(' '))
    const { words } = chooseWords(
      readTexts([...texts, ...texts, ...texts, 'kettle', 'kettle', 'kettle', 'kettle']),
    )
    expect(words).toHaveLength(MOST_WORDS)
    expect(words).toContain('kettl')
    expect(words).toEqual(words.toSorted((a, b) => (a < b ? -1 : 1)))
  })
})
