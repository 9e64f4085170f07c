import { beforeEach, describe, expect, test } from 'vitest'
import { addByHand } from '../../../src/actions/opportunities/by-hand/add.ts'
import { changeByHand } from '../../../src/actions/opportunities/by-hand/change.ts'
import { foundInWords } from '../../../src/actions/opportunities/by-hand/found-in-words.ts'
import { withdrawByHand } from '../../../src/actions/opportunities/by-hand/withdraw.ts'
import { closeOpportunity } from '../../../src/actions/rechecks/close-opportunity.ts'
import { undoCheck } from '../../../src/actions/rechecks/undo-check.ts'
import { isoDate } from '../../../src/base/date.ts'
import type { Database } from '../../../src/db/database.ts'
import { findOpportunity, listOpportunities } from '../../../src/db/opportunities.ts'
import { listVersions, putOpportunities } from '../../../src/db/opportunity-versions.ts'
import { describeChanges } from '../../../src/domain/changes.ts'
import { closing } from '../../../src/domain/deadline.ts'
import type { HandForm } from '../../../src/domain/hand-form.ts'
import { formOf } from '../../../src/domain/hand-form-of.ts'
import { type Opportunity, opportunityId } from '../../../src/domain/opportunity.ts'
import {
  anOpportunity,
  BRISTOL,
  FILTON,
  SOUTH_GLOUCESTERSHIRE,
  UNPLACED_FILTON,
} from '../../support/builders.ts'
import { databases } from '../../support/databases.ts'
import { takeWards } from '../../support/places.ts'
import { aRuntime } from '../../support/runtime.ts'

const NOON = new Date('2026-06-01T12:00:00Z')
const WORDS = `Grants of £500 to £5,000 are available for community kitchens.
The deadline for applications is noon on 30 September 2026.
Projects must take place in South Gloucestershire.
Applicants must have an income of less than £250,000 a year.`

const found = (words = WORDS) => foundInWords(words, isoDate('2026-06-01'))

/** The form as it is filled in from the words, and what a person adds to it. */
const aForm = (over: Partial<HandForm> = {}): HandForm => ({
  ...formOf(found(), NOON),
  title: 'Kitchens',
  funder: 'The Example Fund',
  link: 'https://fund.example/kitchens?utm_source=news',
  summary: 'Pays for kitchens that neighbours share.',
  ...over,
})

const titled = {
  title: 'Kitchens',
  funder: 'The Example Fund',
  link: 'https://fund.example/k',
  summary: 'Kitchens.',
}

describe.for(databases)('by hand in %s', ([, open]) => {
  let db: Database
  beforeEach(async () => {
    db = await open()
  })

  const at = (now: string) => aRuntime({ db, now: () => new Date(now) })
  const add = (form: HandForm, { id = 'new', isAnother = false, words = WORDS } = {}) =>
    addByHand(at('2026-06-01T12:00:00Z'), { form, found: found(words), words, id, isAnother })
  const stored = async (id: string): Promise<Opportunity> => {
    const one = await findOpportunity(db, opportunityId(id))
    if (!one) throw new Error(`There is no ${id}`)
    return one
  }
  const ids = async () => {
    const page = { after: null, limit: 100 }
    const { items } = await listOpportunities(
      db,
      '2026-06-01T12:00:00.000Z' as never,
      { status: 'any', kind: null },
      page,
    )
    return items.map(({ id }) => id).sort()
  }

  test('what is added is an opportunity like any other, with the words that it was found in', async () => {
    await add(aForm({ where: 'the newsletter of the Example Network' }))
    const one = await stored('new')
    expect(one).toMatchObject({
      title: 'Kitchens',
      summary: 'Pays for kitchens that neighbours share.',
      // The funder's text is not under a licence that lets us copy it.
      description: 'Pays for kitchens that neighbours share.',
      url: 'https://fund.example/kitchens',
      awardMin: 50_000,
      awardMax: 500_000,
      deadline: { kind: 'fixed', rounds: [{ closesOn: '2026-09-30', closesTime: '12:00' }] },
      rules: {
        areas: {
          basis: 'stated',
          value: [SOUTH_GLOUCESTERSHIRE],
          quote: 'Projects must take place in South Gloucestershire.',
        },
        incomeMax: { basis: 'stated', value: 25_000_000 },
        applicantTypes: { basis: 'unknown' },
      },
      fromWords: {
        confirmed: true,
        rules: [],
        quotes: { deadline: 'The deadline for applications is noon on 30 September 2026.' },
      },
      provenance: {
        sourceId: 'by-hand',
        sourceName: 'Added by hand, from the newsletter of the Example Network',
        licence: 'Not known',
        key: 'by-hand:new',
        firstSeenAt: '2026-06-01T12:00:00.000Z',
        lastCheckedAt: '2026-06-01T12:00:00.000Z',
      },
    })
    const { items } = await listOpportunities(
      db,
      '2026-06-01T12:00:00.000Z' as never,
      { status: 'open', kind: 'grant' },
      { after: null, limit: 10 },
    )
    expect(items.map(({ id }) => id)).toEqual(['new'])
  })

  test('what a person corrected has no quote any more, and what they left out is not known', async () => {
    await add(aForm({ day: '29', awardMax: '6000', areas: 'Bristol', keep: [], who: ['cio'] }))
    const { fromWords, rules, deadline } = await stored('new')
    expect(fromWords?.quotes).toEqual({ awardMin: expect.stringMatching(/£500 to £5,000/) })
    expect(deadline.rounds[0]).toMatchObject({ closesOn: '2026-09-29', closesTime: '12:00' })
    expect(rules.areas).toEqual({ basis: 'stated', value: ['E06000023'] })
    expect(rules.applicantTypes).toEqual({ basis: 'stated', value: ['cio'] })
    expect(rules.incomeMax).toEqual({ basis: 'unknown' })
  })

  test('the words are kept, without persons, under a licence that lets anybody copy them', async () => {
    const words = `${WORDS}\n\nAsk Jane Smith on jane.smith@fund.example.`
    await add(aForm({ licence: 'OGL-UK-3.0' }), { words })
    const { description, provenance } = await stored('new')
    expect(description).toContain('Grants of £500 to £5,000')
    expect(description).not.toMatch(/jane/i)
    expect(provenance.licence).toBe('OGL-UK-3.0')
  })

  test('nothing that is kept names a person', async () => {
    const words = `Apply by noon on 30 September 2026: contact Jane Smith on 07700 900123 or jane.smith@fund.example.
Grants of £500 to £5,000 are available, says Jane Smith.
Projects in South Gloucestershire only: please contact Jane Smith on 07700 900123.`
    const form = aForm({
      ...formOf(found(words), NOON),
      title: 'Kitchens (contact Jane Smith 07700 900123)',
      funder: 'The Example Fund, 07700 900123',
      where: 'a mail of jane.smith@home.example',
      summary: 'Pays for ovens. Ask Jane Smith on jane.smith@fund.example.',
      link: 'https://fund.example/kitchens',
    })
    await add(form, { words })
    const one = await stored('new')
    expect(one.fromWords?.quotes.deadline).toMatch(/^Apply by noon on 30 September 2026/)
    expect(JSON.stringify(one)).not.toMatch(/jane|smith|07700/i)
    expect(one.provenance.sourceName).toBe('Added by hand, from a mail of [e-mail removed]')
    expect(one.funder.name).toBe('The Example Fund, [telephone removed]')
  })

  test('several rounds stay when their form is not touched', async () => {
    const words = 'The deadlines for applications are 30 September 2026 and 31 January 2027.'
    await add({ ...aForm(), ...closingOf(words) }, { words })
    const { deadline } = await stored('new')
    expect(deadline.rounds.map(({ closesOn }) => closesOn)).toEqual(['2026-09-30', '2027-01-31'])
  })

  const closingOf = (words: string): Partial<HandForm> => {
    const { deadline, day, month, year, time } = formOf(found(words), NOON)
    return { deadline, day, month, year, time }
  }

  test('a funder that we know is that funder, and one that is only like it is not', async () => {
    const known = anOpportunity({ funder: { name: 'The Quartet Fund', orgId: 'GB-CHC-1000009' } })
    await db.commit(putOpportunities(db, [{ opportunity: known, changed: [], revision: 'r' }]))
    await add(aForm({ funder: 'quartet fund' }))
    expect((await stored('new')).funder).toEqual({ name: 'The Quartet Fund', orgId: 'GB-CHC-1000009' })
    await add(aForm({ funder: 'Quartet Trust', link: 'https://fund.example/other' }), { id: 'other' })
    expect((await stored('other')).funder).toEqual({ name: 'Quartet Trust', orgId: null })
  })

  test('a form that is sent twice adds one', async () => {
    await add(aForm())
    expect(await add(aForm())).toMatchObject({ opportunity: { id: 'new', version: 1 } })
    expect(await ids()).toEqual(['new'])
  })

  test.for([
    'https://fund.example/grants/1',
    'http://www.fund.example/grants/1/',
    'fund.example/grants/1'.replace(/^/, 'https://WWW.'),
    'https://fund.example/grants/1?utm_campaign=june#apply',
  ])('%s is there already, from whichever source', async (link) => {
    await db.commit(putOpportunities(db, [{ opportunity: anOpportunity(), changed: [], revision: 'r' }]))
    expect(await add(aForm({ link }))).toMatchObject({ there: [{ id: 'opportunity-1' }] })
    expect(await ids()).toEqual(['opportunity-1'])
  })

  test('another opportunity of the same page is added when a person says so', async () => {
    await add(aForm())
    expect(await add(aForm({ title: 'Ovens' }), { id: 'ovens' })).toMatchObject({ there: [{ id: 'new' }] })
    await add(aForm({ title: 'Ovens' }), { id: 'ovens', isAnother: true })
    expect(await ids()).toEqual(['new', 'ovens'])
    const ovens = await stored('ovens')
    expect([ovens.url, ovens.title]).toEqual(['https://fund.example/kitchens', 'Ovens'])
    expect((await stored('new')).version).toBe(1)
  })

  test('no form takes the id of an opportunity of another source', async () => {
    await db.commit(putOpportunities(db, [{ opportunity: anOpportunity(), changed: [], revision: 'r' }]))
    await add(aForm(), { id: 'opportunity-1' })
    expect((await stored('opportunity-1')).provenance.sourceId).toBe('example-fund')
  })

  test.for(['Filton ward, South Gloucestershire', 'filton ward (South Glos)', 'Filton ward', 'E05011950'])(
    'it can be for a ward, here by “%s”, and is shown so that it reads back',
    async (areas) => {
      await takeWards(at('2026-06-01T12:00:00Z'))
      await add(aForm({ areas }))
      const one = await stored('new')
      expect(one.rules.areas).toEqual({ basis: 'stated', value: [FILTON] })
      const form = formOf(one, NOON)
      expect(form.areas).toBe('Filton ward (South Gloucestershire)')
      await change('2026-06-02T12:00:00Z', 1, { ...form, title: 'Ovens' })
      expect(await stored('new')).toMatchObject({ title: 'Ovens', rules: { areas: { value: [FILTON] } } })
    },
  )

  test('a ward that no file has told of stays under its code, and a name of several is asked about', async () => {
    await add(aForm({ areas: 'E05011950; Bristol' }))
    const form = formOf(await stored('new'), NOON)
    expect(form.areas).toBe('E05011950; Bristol')
    await change('2026-06-02T12:00:00Z', 1, { ...form, title: 'Ovens' })
    expect(await stored('new')).toMatchObject({
      title: 'Ovens',
      rules: { areas: { value: [UNPLACED_FILTON, BRISTOL] } },
    })
    const asked = (areas: string) => add(aForm({ areas }), { id: 'other', isAnother: true })
    expect(await asked('Southmead ward')).toMatchObject({
      faults: [{ text: expect.stringContaining('Wards are known once a file of them is imported') }],
    })
    await takeWards(at('2026-06-01T12:00:00Z'))
    expect(await asked('Southmead ward')).toMatchObject({
      faults: [
        {
          field: 'areas',
          text: '“Southmead ward” is not an area that we know. Did you mean Southmead ward (Bristol) or Southmead ward (South Gloucestershire)?',
        },
      ],
    })
  })

  test('a form with faults adds nothing and says all of them, in the order of the fields', async () => {
    const form = aForm({
      title: ' ',
      link: 'javascript:alert(1)',
      awardMin: '9000',
      day: '31',
      areas: 'Newcastle',
    })
    const { faults } = (await add(form)) as { faults: { field: string; text: string }[] }
    expect(faults.map(({ field, text }) => `${field}: ${text}`)).toEqual([
      'title: Enter the name of the opportunity',
      'link: Enter the link to the page about it, beginning with https://',
      'day: The closing date must be a real date, such as 27 3 2027',
      'awardMin: The lowest amount is more than the highest',
      'areas: “Newcastle” is not an area that we know. Did you mean Newcastle upon Tyne or Newcastle-under-Lyme?',
    ])
    expect(await ids()).toEqual([])
  })

  const change = (now: string, version: number, form: HandForm) =>
    changeByHand(at(now), 'new', version, { form, isAnother: false })

  test('a change makes a version, and those who were told hear what matters', async () => {
    await add(aForm())
    const before = await stored('new')
    await change('2026-06-02T12:00:00Z', 1, { ...formOf(before, NOON), month: '10', day: '1' })
    const after = await stored('new')
    expect(after).toMatchObject({
      version: 2,
      materialVersion: 2,
      deadline: closing(isoDate('2026-10-01'), '12:00' as never),
      provenance: { lastChangedAt: '2026-06-02T12:00:00.000Z', lastCheckedAt: '2026-06-02T12:00:00.000Z' },
    })
    // What was not touched keeps its words.
    expect(Object.keys(after.fromWords?.quotes ?? {}).sort()).toEqual(['awardMax', 'awardMin'])
    expect(after.rules).toEqual(before.rules)
    expect(describeChanges(NOON, before, after)).toEqual([
      { field: 'Deadline', before: '30 September 2026 at midday', after: '1 October 2026 at midday' },
    ])
  })

  test('what is added under a link that another one had before is one of its own', async () => {
    await add(aForm())
    await change('2026-06-02T12:00:00Z', 1, {
      ...formOf(await stored('new'), NOON),
      link: 'https://fund.example/moved',
    })
    expect(await add(aForm({ title: 'Ovens' }), { id: 'ovens' })).toMatchObject({
      opportunity: { id: 'ovens' },
    })
    const [first, second] = [await stored('new'), await stored('ovens')]
    expect([first.title, first.url, first.version]).toEqual(['Kitchens', 'https://fund.example/moved', 2])
    expect([second.title, second.url]).toEqual(['Ovens', 'https://fund.example/kitchens'])
  })

  test('a change to the link of another one shows that, and is made when a person says so', async () => {
    await add(aForm())
    await add(aForm({ title: 'Ovens', link: 'https://fund.example/ovens' }), { id: 'ovens' })
    const form = { ...formOf(await stored('new'), NOON), link: 'http://www.fund.example/ovens/' }
    expect(await change('2026-06-02T12:00:00Z', 1, form)).toMatchObject({ there: [{ id: 'ovens' }] })
    expect(await stored('new')).toMatchObject({ version: 1, url: 'https://fund.example/kitchens' })
    await changeByHand(at('2026-06-02T12:00:00Z'), 'new', 1, { form, isAnother: true })
    expect((await stored('new')).version).toBe(2)
    // Both have it now, and neither is asked about again.
    const both = { ...formOf(await stored('new'), NOON), title: 'Kitchens and ovens' }
    expect(await change('2026-06-03T12:00:00Z', 2, both)).toHaveProperty('before')
    expect((await stored('ovens')).version).toBe(1)
  })

  test('a change of the summary alone is a version that alerts nobody; no change is none', async () => {
    await add(aForm())
    await change('2026-06-02T12:00:00Z', 1, {
      ...formOf(await stored('new'), NOON),
      summary: 'Pays for ovens.',
    })
    expect(await stored('new')).toMatchObject({
      version: 2,
      materialVersion: 1,
      description: 'Pays for ovens.',
    })
    await change('2026-06-03T12:00:00Z', 2, formOf(await stored('new'), NOON))
    const same = await stored('new')
    expect([same.version, same.provenance.lastCheckedAt]).toEqual([2, '2026-06-03T12:00:00.000Z'])
    expect((await listVersions(db, same.id)).map(({ changed }) => [...changed])).toEqual([
      ['summary', 'description'],
      [],
    ])
  })

  test('the same change sent twice is one, and no conflict', async () => {
    await add(aForm())
    const { version } = await stored('new')
    const change = { form: { ...formOf(await stored('new'), NOON), title: 'Other' }, isAnother: false }
    await changeByHand(at('2026-06-02T12:00:00Z'), 'new', version, change)
    expect(await changeByHand(at('2026-06-02T12:00:01Z'), 'new', version, change)).toMatchObject({
      before: { title: 'Other' },
    })
    expect((await stored('new')).version).toBe(version + 1)
  })

  test('what the funder adds to a closing date stays beside another date, unless it may name the old one', async () => {
    const words = `${WORDS}\nThe fund may close early.`
    await add({ ...formOf(found(words), NOON), ...titled }, { words })
    const before = await stored('new')
    expect(before.deadline.note).toBe('The fund may close early.')
    const form = { ...formOf(before, NOON), day: '29' }
    await changeByHand(at('2026-06-02T12:00:00Z'), 'new', before.version, { form, isAnother: false })
    expect((await stored('new')).deadline).toMatchObject({
      note: 'The fund may close early.',
      rounds: [{ closesOn: '2026-09-29' }],
    })
  })

  test('a funder in other capitals, or that is known with “The” and without, is that funder', async () => {
    await db.commit(
      putOpportunities(
        db,
        ['Orchard Foundation', 'The Orchard Foundation'].map((name, n) => ({
          opportunity: anOpportunity({ id: opportunityId(`o${n}`), funder: { name, orgId: null } }),
          changed: [],
          revision: 'r',
        })),
      ),
    )
    await add(aForm({ funder: 'orchard foundation' }))
    expect((await stored('new')).funder.name).toBe('Orchard Foundation')
  })

  test('of two who change it at once the second is told', async () => {
    await add(aForm())
    const form = formOf(await stored('new'), NOON)
    await change('2026-06-02T12:00:00Z', 1, { ...form, title: 'Ovens' })
    await expect(change('2026-06-02T12:01:00Z', 1, { ...form, title: 'Hobs' })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect((await stored('new')).title).toBe('Ovens')
  })

  test('what is withdrawn says why, and is open again once it is changed', async () => {
    await add(aForm())
    const before = await stored('new')
    expect(await withdrawByHand(at('2026-06-02T12:00:00Z'), 'new', ' ')).toBe('Say why it is withdrawn')
    expect((await stored('new')).ended).toBeNull()
    expect(await withdrawByHand(at('2026-06-02T12:00:00Z'), 'new', 'The fund has closed')).toBeNull()
    const gone = await stored('new')
    expect(gone).toMatchObject({ ended: 'withdrawn', endedWhy: 'The fund has closed', materialVersion: 2 })
    expect(describeChanges(NOON, before, gone)).toEqual([
      { field: 'Status', before: 'Open', after: 'Withdrawn: The fund has closed' },
    ])
    await change('2026-06-03T12:00:00Z', 2, formOf(gone, NOON))
    expect(await stored('new')).toMatchObject({ ended: null, endedWhy: null, version: 3, materialVersion: 3 })
  })

  test('what somebody has found closed stays so when it is changed, and opens when that is taken back', async () => {
    await add(aForm())
    const runtime = { ...at('2026-06-02T12:00:00Z'), newId: () => 'check' }
    await closeOpportunity(runtime, opportunityId('new'))
    const closed = await stored('new')
    await change('2026-06-03T12:00:00Z', 2, { ...formOf(closed, NOON), title: 'Ovens' })
    expect(await stored('new')).toMatchObject({ title: 'Ovens', ended: 'closed_early', version: 3 })
    await undoCheck(runtime, 'check')
    expect(await stored('new')).toMatchObject({ title: 'Ovens', ended: null, version: 4 })
  })

  test('what comes from another source is not changed by hand', async () => {
    await db.commit(
      putOpportunities(db, [
        { opportunity: anOpportunity({ id: opportunityId('new') }), changed: [], revision: 'r' },
      ]),
    )
    await expect(change('2026-06-02T12:00:00Z', 1, aForm())).rejects.toMatchObject({ code: 'conflict' })
    await expect(withdrawByHand(at('2026-06-02T12:00:00Z'), 'new', 'Why')).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(withdrawByHand(at('2026-06-02T12:00:00Z'), 'none', 'Why')).rejects.toMatchObject({
      code: 'not_found',
    })
    expect((await stored('new')).version).toBe(1)
  })
})
