import { describe, expect, test } from 'vitest'
import { Beneficiary, Theme } from '../../../src/domain/theme.ts'
import {
  ANY_GROUP,
  FIRST_FUNDER_KEY,
  groupKey,
  kindOfKey,
  labelsOffered,
  themeKey,
} from '../../../src/matching/profile/label-keys.ts'
import { TOPIC_COUNT } from '../../../src/matching/topics/concepts.ts'
import { FIRST_WORD_KEY } from '../../../src/matching/words/term-key.ts'

describe('keys of labels', () => {
  test('are each of their own, and stand apart from topics, funders and words', () => {
    const themes = Theme.options.map(themeKey)
    const groups = [...Beneficiary.options.map(groupKey), ANY_GROUP]
    expect(new Set([...themes, ...groups]).size).toBe(themes.length + groups.length)
    expect(new Set(themes.map(kindOfKey))).toEqual(new Set(['themes']))
    expect(new Set(groups.map(kindOfKey))).toEqual(new Set(['beneficiaries']))
  })
  test('leave room for every topic, of texts and of funders', () => {
    expect(kindOfKey(0)).toBe('topics')
    expect(kindOfKey(TOPIC_COUNT - 1)).toBe('topics')
    expect(kindOfKey(FIRST_FUNDER_KEY)).toBe('funder')
    expect(kindOfKey(FIRST_FUNDER_KEY + TOPIC_COUNT - 1)).toBe('funder')
    expect(kindOfKey(FIRST_WORD_KEY)).toBe('words')
    expect(kindOfKey(2 ** 32 - 1)).toBe('words')
  })
})

describe('what a call offers', () => {
  const impacts = (...args: Parameters<typeof labelsOffered>) => {
    const { keys, impacts } = labelsOffered(...args)
    return new Map(Array.from(keys, (key, at) => [key, impacts[at]]))
  }

  test('is nothing without labels', () => {
    expect(impacts([], []).size).toBe(0)
  })
  test('is its themes and people in full, once each, by ascending key', () => {
    const { keys } = labelsOffered(['sport', 'arts', 'sport'], ['women', 'carers'])
    expect([...keys]).toEqual([...keys].toSorted((a, b) => a - b))
    expect(impacts(['sport', 'arts', 'sport'], ['women', 'carers'])).toEqual(
      new Map([
        [themeKey('arts'), 255],
        [themeKey('sport'), 255],
        [groupKey('carers'), 255],
        [groupKey('women'), 255],
        [ANY_GROUP, 255],
      ]),
    )
  })
  test('is a little for everybody when it is for anyone, and whole for whom it names besides', () => {
    const offered = impacts([], ['anyone', 'carers'])
    expect(offered.get(groupKey('carers'))).toBe(255)
    expect(offered.get(groupKey('veterans'))).toBe(77)
    expect(offered.size).toBe(Beneficiary.options.length + 1)
  })
})
