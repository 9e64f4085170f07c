import type { Hono } from 'hono'
import { beforeEach, describe, expect, test } from 'vitest'
import { findDuplicates } from '../../src/actions/duplicates/find-duplicates.ts'
import { createApp } from '../../src/app.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import type { Runtime } from '../../src/runtime.ts'
import { anOpportunity, aProvenance, opportunityId, rules } from '../support/builders.ts'
import { aRuntime } from '../support/runtime.ts'

/** A record of a source of its own. */
const aRecord = (id: string, over: Partial<Opportunity> = {}) =>
  anOpportunity({
    id: opportunityId(id),
    title: id === 'a' ? 'Community kitchens' : 'Community kitchens and gardens',
    url: `https://${id}.example/kitchens`,
    provenance: aProvenance({ sourceId: id, sourceName: `Source ${id.toUpperCase()}` }),
    ...over,
  })

describe('possible duplicates', () => {
  let runtime: Runtime
  let app: Hono
  beforeEach(() => {
    runtime = aRuntime()
    app = createApp(runtime)
  })

  const put = (...records: readonly Opportunity[]) =>
    runtime.db.commit(
      putOpportunities(
        runtime.db,
        records.map((opportunity) => ({ opportunity, changed: [], revision: 'r' })),
      ),
    )
  const open = (path: string) => app.request(`http://localhost${path}`)
  const wordsOf = async (path: string) =>
    (await (await open(path)).text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  const send = (path: string, fields: Record<string, string>, headers = { Origin: 'http://localhost' }) =>
    app.request(`http://localhost${path}`, { method: 'POST', body: new URLSearchParams(fields), headers })
  const pair = { first: 'a', second: 'b' }

  test('stand side by side, with what agrees and what differs', async () => {
    await put(aRecord('a'), aRecord('b', { awardMax: 500_000, rules: rules() }))
    await findDuplicates(runtime)
    expect(await wordsOf('/opportunities')).toContain('Possible duplicates : 1 pair to look at')
    const words = await wordsOf('/duplicates')
    expect(words).toContain('1 pair to look at')
    expect(words).toContain('From Source A and Source B')
    expect(words).toMatch(/What agrees The same funder The same last day The same kind of funding/)
    expect(words).toMatch(
      /What differs One title says more than the other They lead to different pages Different amounts/,
    )
    expect(words).toContain('Not stated by both: where and the address to apply at.')
    expect(words).toContain('£1,000 to £10,000')
    expect(words).toContain('https://b.example/kitchens')
  })

  test('are shown once when a person says so, with a way back', async () => {
    await put(aRecord('a'), aRecord('b'))
    await findDuplicates(runtime)
    const answer = await send('/duplicates', { ...pair, answer: 'same' })
    expect(answer.status).toBe(303)
    const to = String(answer.headers.get('location'))
    expect(to).toBe('/duplicates?first=a&second=b#done')
    expect(await wordsOf(to)).toContain('Shown as one call from now on: Community kitchens. Undo')
    expect(await wordsOf(to)).toContain('Nothing to look at')
    expect(await wordsOf('/opportunities')).toContain('1 opportunity open now')
    expect(await wordsOf('/duplicates/decided')).toContain('Merged by a person, today. Undo')

    const undone = await send('/duplicates/undo', pair)
    expect(await wordsOf(String(undone.headers.get('location')))).toContain('1 pair to look at')
    expect(await wordsOf('/opportunities')).toContain('2 opportunities open now')
  })

  test('are two again when a person takes back what they said, and no pair when they have come to differ', async () => {
    await put(aRecord('a'), aRecord('b'))
    await findDuplicates(runtime)
    await send('/duplicates', { ...pair, answer: 'same' })
    await put(aRecord('b', { version: 2, title: 'Woodlands' }))
    await findDuplicates(runtime)
    const undone = await send('/duplicates/undo', pair)
    const words = await wordsOf(String(undone.headers.get('location')))
    expect(words).toContain('These two are not among the possible duplicates now')
    expect(words).toContain('Nothing to look at')
    expect(await wordsOf('/opportunities')).toContain('2 opportunities open now')
  })

  test('are kept as two when a person says so, and not asked about again', async () => {
    await put(aRecord('a'), aRecord('b'))
    await findDuplicates(runtime)
    await send('/duplicates', { ...pair, answer: 'different' })
    await findDuplicates(runtime)
    expect(await wordsOf('/duplicates')).toContain('Nothing to look at')
    expect(await wordsOf('/duplicates/decided')).toContain('Kept apart by a person, today.')
    expect(await wordsOf('/opportunities')).toContain('2 opportunities open now')
  })

  test('come ten to a page', async () => {
    const records = Array.from({ length: 12 }, (_, i) => [
      aRecord('a', {
        id: opportunityId(`a${i}`),
        title: `Hall ${'xyz'.repeat(3)}${i}`,
        url: `https://a.example/${i}`,
      }),
      aRecord('b', { id: opportunityId(`b${i}`), title: `Hut ${i}`, url: `https://a.example/${i}` }),
    ]).flat()
    await put(...records)
    await findDuplicates(runtime)
    const markup = await (await open('/duplicates')).text()
    expect(markup.match(/<li class="fl-card">/g)).toHaveLength(10)
    const next = /href="(\/duplicates\?after=[^"]+)"/.exec(markup)?.[1] ?? ''
    expect((await (await open(next)).text()).match(/<li class="fl-card">/g)).toHaveLength(2)
  })

  test('refuse forms that are not ours, pairs that are not known, and other sites', async () => {
    await put(aRecord('a'), aRecord('b'))
    await findDuplicates(runtime)
    expect((await send('/duplicates', pair)).status).toBe(400)
    expect((await send('/duplicates', { first: 'a', second: 'x', answer: 'same' })).status).toBe(404)
    const elsewhere = { Origin: 'http://elsewhere.example' }
    expect((await send('/duplicates', { ...pair, answer: 'same' }, elsewhere)).status).toBe(403)
    expect((await open('/duplicates/undo')).status).toBe(404)
    expect(await wordsOf('/duplicates')).toContain('1 pair to look at')
  })

  test('when merged, show every source on the one that is shown, and what another says otherwise', async () => {
    await put(aRecord('a'), aRecord('b', { awardMax: 500_000, rules: rules() }))
    await findDuplicates(runtime)
    await send('/duplicates', { ...pair, answer: 'same' })
    const words = await wordsOf('/opportunities/a')
    expect(words).toContain('Also listed by Source B : open there, last checked today.')
    expect(words).toContain('Amount there: £1,000 to £5,000.')
    expect(words).not.toContain('Where there')
    const markup = await (await open('/opportunities/a')).text()
    expect(markup).toContain('href="/duplicates/decided?of=a"')
    expect(await wordsOf('/duplicates/decided?of=a')).toContain('1 pair, the last decided first')
    expect(await wordsOf('/duplicates/decided?of=other')).toContain('Nothing decided yet')

    expect(await (await open('/api/v1/opportunities/a')).json()).toMatchObject({
      alsoListed: [
        {
          url: 'https://b.example/kitchens',
          status: 'open',
          differs: [{ field: 'Amount', there: '£1,000 to £5,000' }],
          provenance: { sourceName: 'Source B' },
        },
      ],
    })
  })

  test.for([
    ['/opportunities/b', '/opportunities/a'],
    ['/opportunities/b/organisations?area=Bristol', '/opportunities/a/organisations?area=Bristol'],
    ['/api/v1/opportunities/b', '/api/v1/opportunities/a'],
    ['/api/v1/opportunities/b/matches?limit=5', '/api/v1/opportunities/a/matches?limit=5'],
  ])('the address %s leads to %s while it is hidden, and no browser remembers it', async ([from, to]) => {
    await put(aRecord('a'), aRecord('b'))
    await findDuplicates(runtime)
    expect((await open(String(from))).status).toBe(200)
    await send('/duplicates', { ...pair, answer: 'same' })
    const answer = await open(String(from))
    expect(answer.status).toBe(308)
    expect(answer.headers.get('location')).toBe(to)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    await send('/duplicates/undo', pair)
    expect((await open(String(from))).status).toBe(200)
  })
})
