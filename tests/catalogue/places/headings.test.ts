import { describe, expect, test } from 'vitest'
import { editionNamed, placeColumns } from '../../../src/catalogue/places/headings.ts'

const FIELDS = ['postcode', 'authority', 'ward', 'neighbourhood', 'ended'] as const

describe('the columns of a postcode directory', () => {
  test.for([
    [
      'of today',
      'pcd7,pcd8,pcds,dointr,doterm,lad25cd,wd25cd,lsoa11cd,lsoa21cd',
      'pcds lad25cd wd25cd lsoa21cd doterm',
    ],
    ['of 2022', 'pcd,pcd2,pcds,doterm,oslaua,osward,lsoa11,lsoa21', 'pcds oslaua osward lsoa21 doterm'],
    ['of the lookup', 'pcd,doterm,laua,ward,lsoa11', 'pcd laua ward lsoa11 doterm'],
    ['in capitals', 'PCDS,LAUA', 'PCDS LAUA'],
    ['of another list', 'postcode_sector,lad25nm,wd25nm', ''],
  ] as const)('%s', ([, headings, found]) => {
    const columns = placeColumns(headings.split(','), FIELDS)
    expect(columns.map(({ heading }) => heading).join(' ')).toBe(found)
  })
})

test.for([
  ['ONSPD_MAY_2026_UK.csv', 'May 2026'],
  ['NSPL21_FEB_2026_UK.csv', 'February 2026'],
  ['Wards_(December_2025)_Names_and_Codes.csv', 'December 2025'],
  ['wards-2025.csv', '2025'],
  ['ma 2025.csv', '2025'],
  ['list.csv', null],
])('%s is of the edition %s', ([name, edition]) => {
  expect(editionNamed(name ?? '')).toBe(edition)
})
