import { describe, expect, test } from 'vitest'
import lexicon from '../../../data/reference/concepts.json' with { type: 'json' }
import type { Opportunity } from '../../../src/domain/opportunity.ts'
import type { Organisation } from '../../../src/domain/organisation.ts'
import { earlyHelpOf } from '../../../src/matching/explain/early-help.ts'
import { judgeFor } from '../../../src/matching/match.ts'
import { anOpportunity, anOrganisation } from '../../support/builders.ts'
import { LEARNT } from '../../support/learnt.ts'
import { randomFrom, someOpportunities } from '../generated.ts'
import { NOW } from '../judged.ts'

const SILENT = { title: 'A fund', summary: '', description: '' }
const earlyIn = (texts: Partial<Opportunity>) => earlyHelpOf(LEARNT, anOpportunity({ ...SILENT, ...texts }))
const quotesIn = (description: string) => earlyIn({ description }).map(({ quote }) => quote)

const FALLS = 'falls prevention and strength for older people'

describe('the early help of an opportunity', () => {
  test('is each concept once, in its own words where it stands first, title and summary before the rest', () => {
    const texts = {
      title: 'Steady on your feet',
      summary: 'For strength and balance classes.',
      description: 'Befriending schemes. Falls prevention by trained instructors, and befrienders.',
    }
    expect(earlyIn(texts)).toEqual([
      { name: FALLS, quote: 'strength and balance', field: 'summary' },
      { name: 'befriending', quote: 'Befriending schemes', field: 'description' },
    ])
  })

  test('is found by listed phrases, misspelt, joined by hyphens, or short for them', () => {
    expect(quotesIn('Grants for falls-prevention.')).toEqual(['falls-prevention'])
    expect(quotesIn('Grants for befreinding schemes.')).toEqual(['befreinding schemes'])
    expect(quotesIn('Grants for ESOL.')).toEqual(['ESOL'])
  })

  test.for([
    'Roads and bridges.',
    'Nurses, bedside care and comfort.',
    'The police, computers, ambulances and crime.',
    'Education, support and food, education.',
    'Adult social care, IT and a drop in centre.',
    'We support groups, and people with lived experience.',
    'A brass band and a hospice.',
  ])('is not read into: %s', (text) => {
    expect(quotesIn(text)).toEqual([])
  })

  test.for([
    'We do not fund befriending schemes.',
    'Befriending schemes are not eligible.',
    'We cannot pay for core costs or for befriending schemes!',
    'Excluded: befriending schemes',
    'We don’t support befriending schemes, nor counselling.',
  ])('is not what is not paid for: %s', (text) => {
    expect(quotesIn(`We fund village halls. ${text}\nRead our guidance.`)).toEqual([])
  })

  test('is what is paid for beside what is not, and for people who cannot or are not', () => {
    expect(quotesIn('We fund befriending schemes. We do not fund counselling.')).toEqual([
      'befriending schemes',
    ])
    expect(quotesIn('Befriending schemes for people who cannot leave home or are not in work.')).toEqual([
      'Befriending schemes',
    ])
  })

  test('stands as it says in the text that it says, and is of concepts that are marked so', () => {
    const early = new Set(lexicon.concepts.filter((it) => it.early).map(({ label }) => label))
    const seen = someOpportunities(randomFrom(41), 400).flatMap((opportunity) =>
      earlyHelpOf(LEARNT, opportunity).map((it) => ({ ...it, text: opportunity[it.field] })),
    )
    expect(seen.length).toBeGreaterThan(200)
    expect(seen.filter(({ quote, text }) => quote === '' || !text.includes(quote))).toEqual([])
    expect(seen.filter(({ name }) => !early.has(name))).toEqual([])
  })
})

describe('a match', () => {
  const match = (organisation: Partial<Organisation>, opportunity: Partial<Opportunity>) =>
    judgeFor(NOW, LEARNT, anOrganisation(organisation), anOpportunity({ ...SILENT, ...opportunity }))
  const offered = { description: 'Befriending schemes and falls prevention.' }

  test('tells of the early help that both sides name, each in its own words', () => {
    const { earlyHelp, sharedEarlyHelp } = match({ whatWeDo: 'We visit: volunteer befrienders.' }, offered)
    expect(earlyHelp).toHaveLength(2)
    expect(sharedEarlyHelp).toEqual([
      { name: 'befriending', own: 'volunteer befrienders', theirs: 'Befriending schemes' },
    ])
  })

  test('tells of none where either side names none', () => {
    expect(match({ whatWeDo: 'A brass band.' }, offered).sharedEarlyHelp).toEqual([])
    expect(match({ whatWeDo: 'Befriending.' }, {}).sharedEarlyHelp).toEqual([])
  })
})
