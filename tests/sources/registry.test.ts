import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isAwardSource, openAwardSource } from '../../src/sources/awards/index.ts'
import { openSource } from '../../src/sources/index.ts'
import { parseRegistry } from '../../src/sources/registry.ts'

const entry = { id: 'a', name: 'A', connector: 'file', url: 'file:a.csv', licence: 'CC0-1.0' }
const parse = (value: unknown) =>
  parseRegistry(typeof value === 'string' ? value : JSON.stringify(value), 'sources.json')

test('a registry is read with what it leaves out filled in', () => {
  expect(parse({ sources: [entry] })).toEqual({
    sample: false,
    sources: [{ ...entry, enabled: true, verified: null, everyHours: 24, settings: {} }],
  })
  expect(parse({ sample: true, sources: [] }).sample).toBe(true)
})

test.for([
  ['{', /^sources\.json is not JSON: /],
  [{ sources: [{ ...entry, colour: 'red' }] }, /source 1 \(a\): .*colour/],
  [{ sources: [entry, { ...entry, id: 'B b' }] }, /id of source 2 \(B b\): must be lower-case letters/],
  [{ sources: [{ ...entry, url: undefined }] }, /url of source 1 \(a\): /],
  [{ sources: [entry], extra: 1 }, /extra/],
  [{}, /sources: /],
  [[], /^sources\.json is not a list of sources/],
  [{ sources: [entry, entry] }, /^sources\.json has the ids a more than once$/],
] as const)('the registry %j is refused with its fault', ([value, message]) => {
  expect(() => parse(value)).toThrow(
    expect.objectContaining({ code: 'invalid', message: expect.stringMatching(message) }),
  )
})

test('every source that is shipped has a connector, and settings that it can use', () => {
  const { sources } = parseRegistry(readFileSync('data/sources.json', 'utf8'), 'data/sources.json')
  for (const source of sources) (isAwardSource(source) ? openAwardSource : openSource)(source)
  expect(sources.filter(isAwardSource).map(({ enabled, verified }) => enabled || verified)).toEqual([
    false,
    false,
  ])
})
