import { expect, test } from 'vitest'
import { classify } from '../../src/catalogue/classify.ts'
import type { Theme } from '../../src/domain/theme.ts'
import { aContent } from '../support/builders.ts'

test.for<[string, string, readonly Theme[]]>([
  ['welfare services for older people', '85311100', ['social_care', 'older_people']],
  ['mental health counselling', '85312320', ['mental_health']],
  ['hospital services', '85111000', ['health']],
  ['vocational training', '80530000', ['education', 'employment']],
  ['libraries', '92510000', ['arts']],
  ['sport', '92610000', ['sport']],
  ['nature reserves', '92530000', ['environment']],
  ['environmental services', '90700000', ['environment']],
  ['school meals', '55523100', ['food', 'children']],
  ['vets, who are none of ours', '85200000', []],
  ['a code of no family', '30200000', []],
])('themes come from the code of %s', ([, code, themes]) => {
  expect(classify(aContent({ cpv: [code] })).themes).toEqual(themes)
})

test('themes that the source names are kept as they are', () => {
  expect(classify(aContent({ themes: ['food'], cpv: ['85111000'] })).themes).toEqual(['food'])
})

test.for<[string, boolean]>([
  ['85000000', true],
  ['85312320', true],
  ['80000000', true],
  ['92312000', true],
  ['98133100', true],
  ['75300000', true],
  ['79611000', true],
  ['98000000', true],
  ['98310000', false],
  ['80600000', false],
  ['79710000', false],
  ['55110000', false],
  ['45000000', false],
  ['92350000', false],
])('a contract of code %s is light touch for the sector: %s', ([code, light]) => {
  const { vcseSignals } = classify(aContent({ kind: 'contract', cpv: ['30200000', code] }))
  expect(vcseSignals).toEqual(light ? ['light_touch'] : [])
})

test('a grant is never light touch', () => {
  expect(classify(aContent({ kind: 'grant', cpv: ['85000000'] })).vcseSignals).toEqual([])
})

test('signs that the source names come first, and nothing stands twice', () => {
  const content = classify(
    aContent({
      kind: 'contract',
      cpv: ['85311100', '85311100', '85311200'],
      vcseSignals: ['suitable', 'light_touch', 'suitable'],
      beneficiaries: ['carers', 'carers'],
    }),
  )
  expect(content.cpv).toEqual(['85311100', '85311200'])
  expect(content.vcseSignals).toEqual(['suitable', 'light_touch'])
  expect(content.beneficiaries).toEqual(['carers'])
  expect(content.themes).toEqual(['social_care', 'older_people', 'disability'])
})

test('classifying twice changes nothing more, and the given content stays as it was', () => {
  const given = aContent({ kind: 'contract', cpv: ['85311100', '80530000', '85311100'] })
  const before = structuredClone(given)
  const once = classify(given)
  expect(classify(once)).toEqual(once)
  expect(given).toEqual(before)
})
