import { expect, test } from 'vitest'
import { hashOf } from '../../src/base/hash.ts'

test.for([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
] as const)('the hash of "%s" is that of the published algorithm', ([text, hash]) => {
  expect(hashOf(text)).toBe(hash)
})
