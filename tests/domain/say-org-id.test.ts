import { expect, test } from 'vitest'
import { sayOrgId } from '../../src/domain/say-org-id.ts'

test.for([
  ['GB-CHC-1080418', 'charity 1080418 in England and Wales'],
  ['GB-SC-SC012345', 'charity SC012345 in Scotland'],
  ['GB-COH-01234567', 'company 01234567'],
  ['GB-LAE-EXA', null],
  ['360G-fund', null],
] as const)('%s is %s in words', ([id, words]) => {
  expect(sayOrgId(id)).toBe(words)
})
