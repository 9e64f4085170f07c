import { expect, test } from 'vitest'
import { areaName } from '../../../src/domain/area.ts'
import { namedAreas } from '../../../src/matching/places/named-areas.ts'

const named = (text: string) => namedAreas(text).map(areaName)

test.for([
  { text: 'Charities in South Gloucestershire and Bristol.', areas: ['South Gloucestershire', 'Bristol'] },
  { text: 'across the South West', areas: ['South West'] },
  { text: 'in Glasgow, or in Edinburgh', areas: ['Glasgow City', 'City of Edinburgh'] },
  { text: 'the people of NEWCASTLE UPON TYNE', areas: ['Newcastle upon Tyne'] },
  { text: 'Yorkshire', areas: ['Yorkshire and The Humber'] },
  { text: 'Gloucestershire', areas: ['Gloucestershire'] },
])('the areas that “$text” names are found, the longest name first', ({ text, areas }) => {
  expect(named(text)).toEqual(areas)
})

test.for([
  'Sport England and the Prince of Wales',
  'We are not able to fund work in Scotland or Wales',
  'A warm bath and a reading group',
  'The island project wells up',
  '',
  '🎉',
])('nothing there is a place that it is about: %j', (text) => {
  expect(named(text)).toEqual([])
})

test('an area that is named twice is named once', () => {
  expect(named('Bristol. bristol')).toEqual(['Bristol'])
})
