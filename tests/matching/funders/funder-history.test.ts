import { describe, expect, test } from 'vitest'
import { isoDate } from '../../../src/base/date.ts'
import type { Funder } from '../../../src/domain/funder.ts'
import { findHistory, funderKey, historiesOf } from '../../../src/matching/funders/funder-history.ts'
import { anAward } from '../../support/builders.ts'

const by = (orgId: string | null, name = 'The Example Fund'): Funder => ({ name, orgId })
const titled = (title: string, funder: Funder) => anAward({ key: title, title, funder })
const titles = (histories: ReturnType<typeof historiesOf>, funder: Funder) =>
  findHistory(histories, funder)?.awards.map(({ title }) => title)

test('a funder has the same key however its name is written, and its id where it has one', () => {
  expect(funderKey(by(null, 'The Smith & Sons’ Trust'))).toBe(funderKey(by(null, 'smith and sons trust')))
  expect(funderKey(by(' gb-chc-1 '))).toBe('GB-CHC-1')
  expect(funderKey(by('360G-example'))).toBe(funderKey(by(null)))
  expect(funderKey(by(null, 'Ελπίδα'))).not.toBe(funderKey(by(null, 'Надежда')))
})

test('a history is newest first, ties by key, and no longer than matching reads', () => {
  const awards = Array.from({ length: 250 }, (_, i) =>
    anAward({
      key: `k${String(i).padStart(3, '0')}`,
      awardedOn: isoDate(i < 2 ? '2026-01-01' : '2020-01-01'),
      title: `k${i}`,
    }),
  )
  const history = findHistory(historiesOf(awards.toReversed()), by(null))
  expect(history?.awards).toHaveLength(200)
  expect(history?.awards.slice(0, 3).map(({ title }) => title)).toEqual(['k0', 'k1', 'k2'])
})

describe('whose award it is', () => {
  test('a name that one id alone carries stands for that id', () => {
    const histories = historiesOf([titled('a', by('GB-CHC-1')), titled('b', by(null))])
    expect(titles(histories, by('GB-CHC-1'))).toEqual(['a', 'b'])
    expect(titles(histories, by(null))).toEqual(['a', 'b'])
    expect(histories.get(funderKey(by(null)))?.funder).toBe('GB-CHC-1')
  })

  test('two funders with one name and two ids are never taken for each other', () => {
    const histories = historiesOf([
      titled('a', by('GB-CHC-1')),
      titled('b', by('GB-CHC-2')),
      titled('c', by(null)),
    ])
    expect(titles(histories, by('GB-CHC-1'))).toEqual(['a'])
    expect(titles(histories, by(null))).toEqual(['c'])
    expect(titles(histories, by('GB-CHC-3'))).toEqual(['c'])
    expect(titles(historiesOf([titled('a', by('GB-CHC-1'))]), by('GB-CHC-2'))).toBeUndefined()
  })

  test('a publisher’s own id tells nobody else anything', () => {
    const histories = historiesOf([titled('a', by('360G-example'))])
    expect(titles(histories, by('GB-CHC-1'))).toEqual(['a'])
    expect(titles(histories, by(null, 'Another Fund'))).toBeUndefined()
  })
})
