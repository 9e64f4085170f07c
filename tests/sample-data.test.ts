import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { addDays, instantOf, isLocalTime, isoDate } from '../src/base/date.ts'
import { roleMailbox } from '../src/base/personal-data.ts'
import { parseOrganisationRow } from '../src/catalogue/organisation-row.ts'
import { ApplicantType, applicantTypesNamed } from '../src/domain/applicant-type.ts'
import { overlaps } from '../src/domain/area.ts'
import { findAreaNamed } from '../src/domain/areas/read-area.ts'
import { Day, Deadline } from '../src/domain/deadline.ts'
import { OpportunityKind, statusAt, VcseSignal } from '../src/domain/opportunity.ts'
import { SourceEntry } from '../src/domain/source.ts'
import { Beneficiary, Theme } from '../src/domain/theme.ts'
import { file } from '../src/sources/file.ts'
import { COLUMNS } from '../src/sources/file-columns.ts'
import { aSource, SOUTH_GLOUCESTERSHIRE } from './support/builders.ts'

const PLACEHOLDER = /^\{[+-]\d{1,3}\}$/
const TODAY = isoDate('2026-06-01')
const NOW = new Date('2026-06-01T08:00:00Z')

const text = (name: string) => readFileSync(new URL(`../data/sample/${name}`, import.meta.url), 'utf8')
const cells = (name: string) =>
  z.array(z.record(z.string(), z.string())).parse(parse(text(name), { columns: true }))
const split = (cell: string) => cell.split(';').flatMap((word) => word.trim() || [])

/** A list as the CSV file writes it, or as the JSON file does. */
const List = z.union([z.string().transform(split), z.array(z.string())]).default([])
const Amount = z.union([z.literal(''), z.coerce.number().int().nonnegative()]).optional()
const RoundCells = z.object({
  opens_on: z.string().default(''),
  closes_on: z.string().default(''),
  closes_time: z.string().default(''),
})
const ROUND = /^(?<opens_on>\{[^}]*\})\.\.(?<closes_on>\{[^}]*\})(?: (?<closes_time>\d\d:\d\d))?$/
const Rounds = z
  .union([z.string().transform((cell) => split(cell).map((round) => ROUND.exec(round)?.groups)), z.unknown()])
  .pipe(z.array(RoundCells))

const Sample = RoundCells.extend({
  key: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(3),
  summary: z.string().min(10),
  description: z.string().min(40),
  kind: OpportunityKind,
  url: z.httpUrl(),
  apply_url: z.string().default(''),
  contact_email: z.string().default(''),
  award_min: Amount,
  award_max: Amount,
  income_min: Amount,
  income_max: Amount,
  deadline: Deadline.shape.kind,
  rounds: Rounds.default([]),
  forecast: z.enum(['', 'yes']).default(''),
  ended: z.enum(['', 'withdrawn', 'awarded', 'closed_early']).default(''),
  themes: List,
  beneficiaries: List,
  areas: List,
  applicant_types: List,
  revised_on: z.string(),
  vcse: z.array(VcseSignal).default([]),
  cpv: z.array(z.string().regex(/^\d{8}$/)).default([]),
})
type Sample = z.infer<typeof Sample>

const foundations = z.array(Sample).parse(cells('opportunities.csv'))
const publicBodies = z
  .object({ opportunities: z.array(Sample) })
  .parse(JSON.parse(text('opportunities.json'))).opportunities
const opportunities = [...foundations, ...publicBodies]
const organisations = cells('organisations.csv')

const roundsOf = (it: Sample) => (it.closes_on === '' ? it.rounds : [RoundCells.parse(it)])
const dayAt = (cell: string) => (cell === '' ? null : addDays(TODAY, Number(cell.slice(1, -1))))
const deadlineOf = (it: Sample) =>
  Deadline.parse({
    kind: it.deadline,
    rounds: roundsOf(it).map((round) => ({
      opensOn: dayAt(round.opens_on),
      closesOn: dayAt(round.closes_on),
      closesTime: round.closes_time || null,
    })),
  })
const statusOf = (it: Sample) =>
  statusAt(NOW, { ended: it.ended || null, forecast: it.forecast === 'yes', deadline: deadlineOf(it) })
const unknownAreas = (names: readonly string[]) => names.filter((name) => !findAreaNamed(name))
const number = (cell: string | undefined) => Number(cell || Number.NaN)

describe('each sample opportunity', () => {
  test('has a key of its own', () => {
    expect(new Set(opportunities.map(({ key }) => key)).size).toBe(opportunities.length)
  })

  test.for(opportunities)('$key uses only words that the app knows', (it) => {
    expect(unknownAreas(it.areas)).toEqual([])
    expect(z.array(Theme).safeParse(it.themes).error).toBeUndefined()
    expect(z.array(Beneficiary).safeParse(it.beneficiaries).error).toBeUndefined()
    expect(it.applicant_types.filter((word) => applicantTypesNamed(word).length === 0)).toEqual([])
  })

  test.for(opportunities)('$key dates everything from today', (it) => {
    const days = [it, ...it.rounds].flatMap(({ opens_on, closes_on }) => [opens_on, closes_on])
    for (const day of [...days, it.revised_on].filter(Boolean)) expect(day).toMatch(PLACEHOLDER)
    const times = roundsOf(it).map(({ closes_time }) => closes_time)
    expect(times.filter((time) => time !== '' && !isLocalTime(time))).toEqual([])
    expect(it.revised_on).toMatch(/^\{-/)
    expect(deadlineOf(it).rounds.length > 0).toBe(it.deadline === 'fixed')
    for (const { opensOn, closesOn } of deadlineOf(it).rounds) {
      expect((opensOn ?? TODAY) < (closesOn ?? '') || opensOn === null).toBe(true)
    }
  })

  test.for(opportunities)('$key points at nothing real', (it) => {
    const hosts = [it.url, it.apply_url].filter(Boolean).map((url) => new URL(url).hostname)
    const mailHosts = split(it.contact_email).map((address) => address.split('@')[1] ?? '')
    for (const host of [...hosts, ...mailHosts]) expect(host).toMatch(/^[a-z0-9-]+\.example$/)
  })

  test.for(opportunities.filter((it) => it.contact_email !== ''))(
    '$key names no person to write to',
    (it) => {
      expect(roleMailbox(it.contact_email)).toBe(it.contact_email)
    },
  )

  test.for(opportunities)('$key asks for no less than it allows', (it) => {
    expect(Number(it.award_min || 0)).toBeLessThanOrEqual(Number(it.award_max || Infinity))
    expect(Number(it.income_min || 0)).toBeLessThanOrEqual(Number(it.income_max || Infinity))
  })
})

test.for([
  ['opportunities.csv', foundations.length],
  ['opportunities.json', publicBodies.length],
] as const)('%s can be harvested whole once its dates are filled in', async ([name, length]) => {
  const dated = text(name).replace(/\{[+-]\d+\}/g, (placeholder) => dayAt(placeholder) ?? '')
  const reader = file.open(aSource({ url: `file:${name}` }))
  const readings = []
  for await (const page of reader.pages(() => Promise.resolve(dated), null, instantOf(NOW))) {
    readings.push(...page.records.map(({ value }) => reader.read(value)))
  }
  expect(readings).toHaveLength(length)
  expect(readings.filter(({ outcome }) => outcome !== 'opportunity')).toEqual([])
})

test('the sample lists show every rule, wishes, and one call that contradicts itself', () => {
  const columns = COLUMNS.slice(COLUMNS.indexOf('registers'))
  const all = cells('opportunities.csv')
  expect(columns.filter((column) => all.every((it) => it[column] === ''))).toEqual([])
  expect(all.filter((it) => it['preferred'] !== '').length).toBeGreaterThanOrEqual(4)
  const both = (it: Record<string, string>) =>
    split(it['cost_types'] ?? '').filter((cost) => split(it['cost_types_not_paid'] ?? '').includes(cost))
  expect(all.filter((it) => both(it).length > 0)).toHaveLength(1)
})

describe('the sample opportunities together', () => {
  const count = (keep: (it: Sample) => boolean) => opportunities.filter(keep).length
  const contracts = publicBodies.filter(({ kind }) => kind === 'contract')
  const lastDay = (it: Sample) => deadlineOf(it).rounds.at(-1)?.closesOn ?? ''

  test('are enough to look like a catalogue, most of them open', () => {
    expect(foundations.length).toBeGreaterThanOrEqual(46)
    expect(publicBodies.length).toBeGreaterThanOrEqual(16)
    expect(opportunities.length).toBeGreaterThanOrEqual(62)
    expect(count((it) => statusOf(it) === 'open')).toBeGreaterThanOrEqual(48)
  })

  test('show every kind, theme and group of people', () => {
    const used = <K extends 'themes' | 'beneficiaries'>(field: K) =>
      [...new Set(opportunities.flatMap((it) => it[field]))].sort()
    expect(new Set(opportunities.map(({ kind }) => kind))).toEqual(new Set(OpportunityKind.options))
    expect(used('themes')).toEqual([...Theme.options].sort())
    expect(used('beneficiaries')).toEqual([...Beneficiary.options].sort())
  })

  test('show every sort of deadline', () => {
    expect(count((it) => it.deadline === 'rolling')).toBeGreaterThanOrEqual(6)
    expect(count((it) => it.deadline === 'until_spent')).toBeGreaterThanOrEqual(3)
    expect(count((it) => it.deadline === 'unknown' && it.forecast === '')).toBeGreaterThanOrEqual(2)
    expect(count((it) => it.rounds.length > 1)).toBeGreaterThanOrEqual(3)
    expect(count((it) => roundsOf(it).some((round) => round.closes_time !== ''))).toBeGreaterThanOrEqual(10)
    const soon = (it: Sample) => statusOf(it) === 'open' && lastDay(it) !== '' && lastDay(it) <= '2026-06-15'
    expect(count(soon)).toBeGreaterThanOrEqual(4)
  })

  test('show every state', () => {
    expect(count((it) => it.forecast === 'yes')).toBeGreaterThanOrEqual(5)
    expect(count((it) => statusOf(it) === 'closed' && it.ended === '')).toBeGreaterThanOrEqual(4)
    expect(count((it) => statusOf(it) === 'withdrawn')).toBe(1)
  })

  test('range from £300 to £2.5 million', () => {
    const amounts = opportunities.flatMap((it) => [it.award_min, it.award_max]).map(Number)
    const stated = amounts.filter((amount) => amount > 0)
    expect([Math.min(...stated), Math.max(...stated)]).toEqual([300, 2_500_000])
  })

  test('shut South Gloucestershire out here and there', () => {
    const elsewhere = ({ areas }: Sample) =>
      areas.length > 0 &&
      !areas
        .flatMap((name) => findAreaNamed(name) ?? [])
        .some(({ code }) => overlaps(code, SOUTH_GLOUCESTERSHIRE))
    expect(count(elsewhere)).toBeGreaterThanOrEqual(6)
  })

  test('are in part contracts, about half of them with a sign for the sector', () => {
    const open = contracts.filter((it) => statusOf(it) === 'open')
    expect(open.filter(({ vcse }) => vcse.length > 0)).toHaveLength(5)
    expect(open.filter(({ vcse }) => vcse.length === 0)).toHaveLength(6)
    expect(contracts.filter(({ cpv }) => cpv.length === 0)).toEqual([])
  })
})

describe('the sample organisations', () => {
  test('can all be taken in, and most have told what funders ask', () => {
    const rows = organisations.map((row) => parseOrganisationRow(row))
    expect(rows.filter(({ ok }) => !ok)).toEqual([])
    const told = rows.filter((row) => row.ok && row.organisation.hasBankAccount !== null)
    expect(told.length).toBeGreaterThanOrEqual(18)
    expect(told.length).toBeLessThan(25)
  })

  test('are 25, each with a reference of its own', () => {
    const references = organisations.map((it) => it['reference'])
    expect(references[0]).toBe('SAMPLE-001')
    expect(new Set(references).size).toBe(25)
    expect(organisations).toHaveLength(25)
  })

  test.for(organisations)('$reference uses only words that the app knows', (it) => {
    expect(ApplicantType.safeParse(it['legal_form']).error).toBeUndefined()
    expect(unknownAreas(split(it['areas'] ?? ''))).toEqual([])
    expect(z.array(Theme).safeParse(split(it['themes'] ?? '')).error).toBeUndefined()
    expect(z.array(Beneficiary).safeParse(split(it['beneficiaries'] ?? '')).error).toBeUndefined()
    expect(Day.safeParse(it['founded_on']).error).toBeUndefined()
  })

  test.for(organisations)('$reference is nobody real', (it) => {
    expect(it['email']).toMatch(/^[a-z.]+@[a-z0-9-]+\.example$/)
    expect(it['charity_number']).toMatch(/^(99\d{5})?$/)
    expect(it['company_number']).toMatch(/^(99\d{6})?$/)
  })

  test.for(organisations)('$reference has figures that make sense', (it) => {
    expect(number(it['income'])).toBeGreaterThanOrEqual(900)
    expect(number(it['need_min'])).toBeLessThanOrEqual(number(it['need_max']))
    expect(number(it['preparation_days'])).toBeGreaterThanOrEqual(7)
    expect(number(it['preparation_days'])).toBeLessThanOrEqual(45)
  })

  test('include some that want to see every contract', () => {
    expect(organisations.filter((it) => it['wants_contracts'] === 'yes').length).toBeGreaterThanOrEqual(5)
  })
})

describe('the sample awards', () => {
  const awards = cells('awards.csv')
  const funders = new Set(
    [...cells('opportunities.csv'), ...JSON.parse(text('opportunities.json')).opportunities].map(
      (it) => it['funder'],
    ),
  )

  test('are some sixty, each with an id of its own, dated from today, by funders of the sample', () => {
    expect(awards.length).toBeGreaterThanOrEqual(55)
    expect(new Set(awards.map((it) => it['Identifier'])).size).toBe(awards.length)
    expect(awards.filter((it) => !/^\{-\d{1,3}\}$/.test(it['Award Date'] ?? ''))).toEqual([])
    expect(awards.map((it) => it['Funding Org:Name']).filter((name) => !funders.has(name))).toEqual([])
  })

  test('went to nobody real', () => {
    const ids = awards.map((it) => it['Recipient Org:Identifier'] ?? '')
    expect(
      ids.filter((id) => !/^(?:GB-CHC-99\d{5}|GB-COH-99\d{6}|360G-sample:SAMPLE-\d{3})$/.test(id)),
    ).toEqual([])
  })
})

test('the sample registry is marked as a sample and its entries are sound', () => {
  const Registry = z.strictObject({ sample: z.literal(true), sources: z.array(SourceEntry).length(2) })
  expect(Registry.safeParse(JSON.parse(text('sources.json'))).error).toBeUndefined()
})
