import { expect, test } from 'vitest'
import { mended } from '../../src/base/mojibake.ts'

test.for([
  ['Â£5,000 for a cafÃ©', '£5,000 for a café'],
  ['Womenâ€™s group â€“ Bristol', 'Women’s group – Bristol'],
  ['It cost Â£5 – not £6', 'It cost £5 – not £6'],
  ['Château de Âge, Ysgol Dinas Brân', 'Château de Âge, Ysgol Dinas Brân'],
  ['£5,000 for a café', '£5,000 for a café'],
  ['ÂNGEL', 'ÂNGEL'],
  ['', ''],
] as const)('%s is read as %s', ([text, expected]) => {
  expect(mended(text)).toBe(expected)
})
