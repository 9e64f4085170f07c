import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asOpportunity, asOrganisation, THE_DAY } from '../../../src/commands/eval/as-domain.ts'
import { readSets } from '../../../src/commands/eval/read-sets.ts'
import type { Match, Quote, Reason } from '../../../src/domain/match.ts'
import type { Organisation } from '../../../src/domain/organisation.ts'
import { judgeFor, matchOrganisation, prepareCatalogue } from '../../../src/matching/match.ts'
import { anOpportunity, anOrganisation } from '../../support/builders.ts'
import { LEARNT } from '../../support/learnt.ts'

const NOW = new Date(THE_DAY)
const LABELLED = '../shared/eval'

/** All that a side has written, as one text. */
const writtenBy = (side: Quote['side'], organisation: Organisation, { opportunity }: Match): string =>
  side === 'organisation'
    ? [organisation.whatWeDo, organisation.whoWeHelp, organisation.name].join('\n')
    : [opportunity.title, opportunity.summary, opportunity.description].join('\n')

const marked = (sentence: string): string[] => [...sentence.matchAll(/“([^“”]*)”/g)].map(([, it = '']) => it)

/** What a match says that cannot be shown: quotes that nobody wrote, and quotation marks around anything else. */
function unproven(organisation: Organisation, match: Match): string[] {
  const texts = {
    organisation: writtenBy('organisation', organisation, match),
    opportunity: writtenBy('opportunity', organisation, match),
  }
  const said = match.reasons.filter(({ part }) => part !== 'themes' && part !== 'beneficiaries')
  return [
    ...said
      .flatMap(({ quotes }) => quotes)
      .filter(({ side, text }) => text === '' || !texts[side].includes(text))
      .map(({ side, text }) => `${side}: ${text}`),
    ...said.flatMap(unquoted),
    ...match.whyNotHigher.flatMap(marked).filter((text) => !texts.opportunity.includes(text)),
  ]
}

/** Words in quotation marks that the reason does not own up to, on the side that the sentence names. */
function unquoted({ sentence, quotes }: Reason): string[] {
  const of = (side: Quote['side']) =>
    new Set(quotes.filter((quote) => quote.side === side).map(({ text }) => text.toLowerCase()))
  const [own, theirs] = [of('organisation'), of('opportunity')]
  const [, both = ''] = /both speak of ((?:“[^“”]*”(?:, | and )?)+)/i.exec(sentence) ?? []
  const mine = [...sentence.matchAll(/(?:your|you write) ((?:“[^“”]*”(?:, | and )?)+)/gi)].flatMap(
    ([, it = '']) => marked(it),
  )
  const others = [
    ...sentence.matchAll(/(?:their|they write|funder’s) ((?:“[^“”]*”(?:, | and )?)+)/gi),
  ].flatMap(([, it = '']) => marked(it))
  const missing = [
    ...marked(both).filter((text) => !own.has(text.toLowerCase()) || !theirs.has(text.toLowerCase())),
    ...mine.filter((text) => !own.has(text.toLowerCase())),
    ...others.filter((text) => !theirs.has(text.toLowerCase())),
  ]
  const sided = marked(both).length + mine.length + others.length
  return sided === marked(sentence).length ? missing : [...missing, sentence]
}

describe('every word that a reason quotes stands on the side it names', () => {
  const word = fc.constantFrom(
    ...'Lunch clubs club befriending befreinding alotments allotment SEND S.E.N.D. (SEND) send MS ADHD adhd EHCPs special educational needs and disabilities foodbank food bank food-bank wellbeing well-being well being play group playgroups drop in drop-in centre center café Café’s people’s <b>music</b> &amp; 🎉 “quoted” Bristol'.split(
      ' ',
    ),
  )
  const text = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', '\n', ', ', '. ', '  ', '-', '')), { maxLength: 16 })
    .map((parts) => parts.flat().join(''))

  test('whatever the texts', () => {
    fc.assert(
      fc.property(text, text, text, text, (title, description, whatWeDo, whoWeHelp) => {
        const organisation = anOrganisation({ whatWeDo, whoWeHelp })
        const match = judgeFor(NOW, LEARNT, organisation, anOpportunity({ title, summary: '', description }))
        expect(unproven(organisation, match)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test.runIf(existsSync(LABELLED)).for(['causes', 'awards', 'themes'] as const)(
    'in the labelled set %s: the ten best of each organisation, and every 97th pair',
    { timeout: 300_000 },
    (name) => {
      const wrong: string[] = []
      let [pairs, quotes] = [0, 0]
      for (const [organisation, match] of matchesOf(name)) {
        pairs += 1
        quotes += match.reasons.reduce((sum, reason) => sum + reason.quotes.length, 0)
        wrong.push(...unproven(organisation, match))
      }
      expect(wrong).toEqual([])
      expect(pairs).toBeGreaterThan(5_000)
      expect(quotes).toBeGreaterThan(pairs)
    },
  )
})

type SetName = 'causes' | 'awards' | 'themes'

function* matchesOf(name: SetName): Generator<readonly [Organisation, Match]> {
  const [set] = readSets(LABELLED, [name]).sets
  if (set === undefined || set.name === 'names') return
  const opportunities = set.opportunities.map((row) => asOpportunity(row, false))
  const catalogue = prepareCatalogue(LEARNT, opportunities)
  let pair = 0
  const isSampled = () => ++pair % 97 === 0
  for (const organisation of set.organisations.map(asOrganisation)) {
    for (const match of matchOrganisation(NOW, catalogue, organisation, 10)) yield [organisation, match]
    for (const opportunity of opportunities.filter(isSampled))
      yield [organisation, judgeFor(NOW, LEARNT, organisation, opportunity)]
  }
}
