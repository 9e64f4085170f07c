import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isoDate } from '../../src/base/date.ts'
import { closing } from '../../src/domain/deadline.ts'
import { stated } from '../../src/domain/fact.ts'
import { matchOrganisation, prepareCatalogue } from '../../src/matching/match.ts'
import { FULL } from '../../src/matching/profile/units.ts'
import {
  ANYONE,
  CONCEPT_LEARNT,
  FULL_BREADTH,
  FUNDER_AS_TITLE,
  MOST_TOPICS,
  MOST_WORDS,
  NO_TIME,
  OPPORTUNITY_FIELDS,
  ORGANISATION_FIELDS,
  PLACE,
  PLACE_INSIDE_YOURS,
  TIGHT_TIME,
  TOPIC_GROUPS,
  UNKNOWN_AMOUNT,
  UNKNOWN_PLACE,
  UNKNOWN_TIME,
  WEIGHTS,
} from '../../src/matching/weights.ts'
import { ENOUGH_TEXTS } from '../../src/matching/words/word-table.ts'
import { anOpportunity, anOrganisation, opportunityId, rules, SOUTH_WEST } from '../support/builders.ts'
import { LEARNT } from '../support/learnt.ts'
import { charitiesOnly, NOW } from './judged.ts'

const doc = readFileSync(new URL('../../docs/matching.md', import.meta.url), 'utf8')

/** The cells of every row that begins with a name in code marks. */
const rows = [...doc.matchAll(/^\| `([a-z_]+)` \|(.+)\|$/gm)].map(([, name = '', rest = '']) => ({
  name,
  cells: rest.split('|').map((cell) => cell.trim()),
}))
const column = (names: readonly string[], cell: number, table: number) =>
  Object.fromEntries(
    names.map((name) => [name, Number(rows.filter((row) => row.name === name)[table]?.cells[cell])]),
  )

test('the table of weights is the one that the code reads', () => {
  expect(column(Object.keys(WEIGHTS), 0, 0)).toEqual(WEIGHTS)
})

test('the table of places is the one that the code reads', () => {
  expect(column(Object.keys(PLACE), 0, 0)).toEqual(PLACE)
  expect(doc).toContain(`a piece of the area in which you work counts ${PLACE_INSIDE_YOURS}`)
  expect(doc).toContain(`place ${UNKNOWN_PLACE}, amount ${UNKNOWN_AMOUNT}, time ${UNKNOWN_TIME}`)
  expect(doc).toContain(`“Anyone” on either side counts ${ANYONE}`)
})

test('the weights of texts, and how many of their words count, are those that the code reads', () => {
  const { title, summary, description } = OPPORTUNITY_FIELDS
  expect(doc).toContain(
    `title counts ${title} (${FUNDER_AS_TITLE} where it only names the funder), its summary ${summary}, its description ${description}`,
  )
  const { whatWeDo, name, whoWeHelp } = ORGANISATION_FIELDS
  expect(doc).toContain(`what you do counts ${whatWeDo}, your name ${name}, whom you help ${whoWeHelp}`)
  expect(doc).toContain(
    `heaviest ${MOST_WORDS.opportunity} words and pairs of the call and ${MOST_WORDS.organisation}`,
  )
  expect(doc).toContain(
    `heaviest ${MOST_TOPICS.opportunity} topics of a call and ${MOST_TOPICS.organisation}`,
  )
  expect(doc).toContain(`which counts ${CONCEPT_LEARNT} times the cube`)
  expect(doc).toContain(`which share a weight of ${TOPIC_GROUPS}`)
  expect(doc).toContain(`1 from a likeness of ${FULL_BREADTH} on`)
  expect(doc).toContain(`${TIGHT_TIME} with at least half of it, ${NO_TIME} with less`)
  expect(doc).toContain(`With ${ENOUGH_TEXTS} different texts or more`)
  expect(doc).toContain(`${FULL.toLocaleString('en-GB')} to a score of 1`)
})

test('the worked example is what the engine computes', () => {
  const shared = {
    description: '',
    rules: rules({ applicantTypes: charitiesOnly, areas: stated([SOUTH_WEST]) }),
  }
  const calls = [
    anOpportunity({
      ...shared,
      id: opportunityId('meals'),
      title: 'Meals and company',
      summary: 'Lunch clubs, befriending and cooking with older people.',
      themes: ['food', 'older_people'],
      beneficiaries: ['older_people'],
      awardMin: 50_000,
      awardMax: 500_000,
      deadline: closing(isoDate('2026-06-16')),
    }),
    anOpportunity({
      ...shared,
      id: opportunityId('forest'),
      title: 'Forest schools',
      summary: 'Children learn outdoors.',
    }),
    anOpportunity({
      ...shared,
      id: opportunityId('bands'),
      title: 'Brass bands',
      summary: 'Instruments for young people.',
    }),
  ]
  const organisation = anOrganisation({
    name: 'Riverside Kitchen',
    whatWeDo: 'A lunch club, with befreinding at home.',
    whoWeHelp: 'Older people.',
    themes: ['food', 'health'],
    beneficiaries: ['older_people'],
    needMin: 100_000,
    needMax: 400_000,
    preparationDays: 20,
  })
  const [first] = matchOrganisation(NOW, prepareCatalogue(LEARNT, calls), organisation, 3)
  expect(first?.opportunity.title).toBe('Meals and company')
  const names = Object.keys(WEIGHTS)
  expect(column(names, 0, 1)).toEqual(first?.parts)
  expect(doc).toContain(`scores **${first?.score}**`)
  for (const { sentence } of first?.reasons ?? []) expect(doc).toContain(`- ${sentence}\n`)
  for (const sentence of first?.whyNotHigher ?? []) expect(doc).toContain(`- ${sentence}\n`)
  const added = column(names, 2, 1)
  expect(Object.values(added).reduce((a, b) => a + b)).toBeCloseTo(first?.score ?? 0, 3)
})
