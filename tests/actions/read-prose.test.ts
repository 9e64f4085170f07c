import { describe, expect, test } from 'vitest'
import { storePage } from '../../src/actions/opportunities/store-page.ts'
import type { Instant } from '../../src/base/date.ts'
import { listRecords } from '../../src/db/records.ts'
import { NO_DEADLINE_KNOWN } from '../../src/domain/deadline.ts'
import type { OpportunityContent } from '../../src/domain/opportunity.ts'
import { aContent, aSource, rules } from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { aRuntime } from '../support/runtime.ts'

const SAYS = 'The deadline for applications is noon on 3 June. Grants of up to £5,000 are available.'

const content = (over: Partial<OpportunityContent> = {}) =>
  aContent({
    description: SAYS,
    awardMin: null,
    awardMax: null,
    deadline: NO_DEADLINE_KNOWN,
    rules: rules(),
    ...over,
  })

describe.for(databases)('what a text says on %s', ([, open]) => {
  async function aHarvest() {
    const db = await open()
    let ids = 0
    const runtime = aRuntime({ db, newId: () => `id-${++ids}` })
    const source = aSource()
    return {
      /** Stores one release of the call, and gives what is stored then. */
      async harvest(releasedOn: string, over: Partial<OpportunityContent> = {}) {
        const releasedAt = `${releasedOn}T09:00:00.000Z` as Instant
        const reading = { key: 'k1', revision: releasedOn, releasedAt, content: content(over) }
        const { statements, counts } = await storePage(runtime, source, [
          { text: '', reading: { outcome: 'opportunity', ...reading } },
        ])
        await db.commit(statements)
        return { counts, stored: (await listRecords(db, source.id, ['k1'])).get('k1')?.opportunity }
      },
    }
  }

  test('is stored with its words, and the same words again change nothing', async () => {
    const { harvest } = await aHarvest()
    const first = await harvest('2026-04-01')
    expect(first.counts.new).toBe(1)
    expect(first.stored).toMatchObject({
      awardMax: 500_000,
      deadline: { kind: 'fixed', rounds: [{ closesOn: '2026-06-03', closesTime: '12:00' }] },
      fromWords: { quotes: { awardMax: 'Grants of up to £5,000 are available.' } },
    })
    const second = await harvest('2026-04-02')
    expect(second.counts.unchanged).toBe(1)
    expect(second.stored?.version).toBe(1)
  })

  test('is read from words that nobody may copy, which are not kept: only short quotes are', async () => {
    const db = await open()
    const runtime = aRuntime({ db })
    const source = aSource({ licence: 'Not known' })
    const words = `${SAYS} Your yearly income must be under £500,000. ${'We like kitchens very much. '.repeat(40)}`
    const harvest = async (releasedOn: string, said = words) => {
      const releasedAt = `${releasedOn}T09:00:00.000Z` as Instant
      const reading = { key: 'k1', revision: releasedOn, releasedAt, content: content({ description: '' }) }
      const { statements, counts } = await storePage(runtime, source, [
        { text: '', reading: { outcome: 'opportunity', ...reading, words: said } },
      ])
      await db.commit(statements)
      return { counts, stored: (await listRecords(db, source.id, ['k1'])).get('k1')?.opportunity }
    }
    const { stored } = await harvest('2026-04-01')
    expect(stored).toMatchObject({
      description: '',
      awardMax: 500_000,
      deadline: { rounds: [{ closesOn: '2026-06-03' }] },
      rules: { incomeMax: { basis: 'inferred', quote: 'Your yearly income must be under £500,000.' } },
    })
    expect(JSON.stringify(stored)).not.toContain('kitchens very much')
    // The same words keep their year, and other words are read anew.
    const again = await harvest('2026-07-01')
    expect(again.counts.unchanged).toBe(1)
    const other = await harvest('2026-07-02', 'The deadline for applications is noon on 9 August.')
    expect(other.stored).toMatchObject({
      awardMax: null,
      deadline: { rounds: [{ closesOn: '2026-08-09' }] },
      rules: { incomeMax: { basis: 'unknown' } },
    })
  })

  test('keeps its year when the same words are released again a year on', async () => {
    const { harvest } = await aHarvest()
    await harvest('2026-04-01')
    const { stored } = await harvest('2027-04-01', { programme: null })
    expect(stored?.deadline.rounds[0]?.closesOn).toBe('2026-06-03')
  })

  test('changes with the words, and people hear of it', async () => {
    const { harvest } = await aHarvest()
    await harvest('2026-04-01')
    const { stored } = await harvest('2026-05-01', { description: SAYS.replace('3 June', '10 June') })
    expect(stored).toMatchObject({
      version: 2,
      materialVersion: 2,
      deadline: { rounds: [{ closesOn: '2026-06-10' }] },
    })
  })

  test('gives way to a field of the source', async () => {
    const { harvest } = await aHarvest()
    await harvest('2026-04-01')
    const { stored } = await harvest('2026-05-01', { awardMax: 700_000 })
    expect(stored?.awardMax).toBe(700_000)
    expect(stored?.fromWords?.quotes).toEqual({
      deadline: 'The deadline for applications is noon on 3 June.',
    })
  })
})
