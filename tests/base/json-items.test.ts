import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JsonItem, jsonItems } from '../../src/base/json-items.ts'

async function* pieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

async function itemsOf(text: string, size = 7): Promise<JsonItem[]> {
  const items: JsonItem[] = []
  for await (const item of jsonItems(pieces(text, size), 'grants')) items.push(item)
  return items
}

test('the elements of the named list come one by one, with the line on which each begins', async () => {
  const text =
    '{"version": "1.1",\n "other": [1],\n "grants": [\n  {"a": "x, ]} \\" \\\\"},\n\n  {"b": [1, {}]}\n ],\n "after": [2]}'
  expect(await itemsOf(text)).toEqual([
    { line: 4, text: '{"a": "x, ]} \\" \\\\"}' },
    { line: 6, text: '{"b": [1, {}]}' },
  ])
})

test('a file that is itself a list is one, and an empty list has nothing', async () => {
  expect((await itemsOf('\n[1, "two"]')).map(({ text }) => text)).toEqual(['1', '"two"'])
  expect(await itemsOf('{"grants": []}')).toEqual([])
})

test.for([
  ['{"grants": {"a": [1]}}', 'It has no list "grants"'],
  ['{"inner": {"grants": [1]}}', 'It has no list "grants"'],
  ['{"grants": [{"a": 1}, {"b":', 'cut short'],
  ['{"grants": [{"a": 1}}, {"b": 2}]}', 'damaged on line 1'],
] as const)('%s is refused', async ([text, says]) => {
  await expect(itemsOf(text)).rejects.toThrow(says)
})

test('however the text is cut, the elements are those that were written', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue()),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(0, 2),
      async (values, size, indent) => {
        const items = await itemsOf(JSON.stringify({ first: 'grants', grants: values }, null, indent), size)
        expect(items.map(({ text }) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(values)))
      },
    ),
    { numRuns: 200, seed: 5 },
  )
})
