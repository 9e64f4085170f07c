import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { aRuntime } from '../support/runtime.ts'

const app = createApp(aRuntime())
const read = (body: unknown) =>
  app.request('http://localhost/api/v1/opportunities/read', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

test('words are read into facts, each with its sentence and whether it is sure', async () => {
  const text = 'Grants are usually up to £3,000.\r\nThe deadline for applications is noon on 3 September.'
  const response = await read({ text, publishedOn: '2026-05-01' })
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({
    items: [
      { field: 'awardMax', value: 300_000, quote: 'Grants are usually up to £3,000.', sure: false },
      {
        field: 'deadline',
        value: { kind: 'fixed', day: '2026-09-03', time: '12:00' },
        quote: 'The deadline for applications is noon on 3 September.',
        sure: true,
      },
    ],
  })
})

test('a day without a year is read from today when nothing else is said', async () => {
  const response = await read({ text: 'The deadline for applications is 3 May.' })
  expect(await response.json()).toMatchObject({ items: [] })
  const later = await read({ text: 'The deadline for applications is 3 June.' })
  expect(await later.json()).toMatchObject({ items: [{ value: { day: '2026-06-03' } }] })
})

test('a guidance of 100,000 characters is read, and more is refused', async () => {
  expect((await read({ text: 'é'.repeat(100_000) })).status).toBe(200)
  for (const body of [
    { text: 'x'.repeat(100_001) },
    { text: '' },
    {},
    { text: 'x', publishedOn: '3 June' },
  ]) {
    const response = await read(body)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'invalid' })
  }
})
