import { expect, test } from 'vitest'
import { brokenNumberIn, parseLenientJson } from '../../src/sources/lenient-json.ts'

test.for([
  ['1e9999', '1e9999'],
  ['-1E+400', '-1E+400'],
  [' 000', '000'],
  ['01', '01'],
  ['NaN', 'NaN'],
  ['Infinity', 'Infinity'],
  ['12 000', '12 000'],
  ['1.', '1.'],
  ['9'.repeat(400), '9'.repeat(400)],
] as const)('the broken number %s spoils its own record and no other', ([written, token]) => {
  const page = parseLenientJson(
    `{"a": [{"n": {"deep": [${written}]}}, {"n": 12.5e2, "s": "1e9999, 01"}]}`,
    'The source',
  )
  const [bad, good] = (page as { a: unknown[] }).a
  expect(brokenNumberIn(bad)).toBe(token)
  expect(brokenNumberIn(good)).toBeNull()
  expect(good).toEqual({ n: 1250, s: '1e9999, 01' })
})

test('a page without broken numbers is what JSON makes of it', () => {
  const text = '{"a": [1, -0.5, 1e10, true, false, null, "x\\"1e9999\\\\", {}], "guid": "9e9999-1"}'
  expect(parseLenientJson(text, 'The source')).toEqual(JSON.parse(text))
})

test.for([
  ['{"releases": [{"id": "1"', 'The source sent half a page, or a page that is damaged'],
  ['{"n": 1e9999, "a": "cut o', 'The source sent half a page, or a page that is damaged'],
  ['<html></html>', 'The source sent a page that is not JSON'],
  ['  ', 'The source sent an empty page'],
] as const)('%s is refused whole', ([text, message]) => {
  expect(() => parseLenientJson(text, 'The source')).toThrow(
    expect.objectContaining({ code: 'source_unavailable', message }),
  )
})

test('a very long list does not exhaust the stack', () => {
  const page = parseLenientJson(`[${'1,'.repeat(300_000)}1e9999]`, 'The source')
  expect(brokenNumberIn(page)).toBe('1e9999')
})
