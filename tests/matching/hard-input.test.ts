import { describe, expect, test } from 'vitest'
import type { AreaCode } from '../../src/domain/area.ts'
import { inferred, stated } from '../../src/domain/fact.ts'
import { type Opportunity, OpportunityContent } from '../../src/domain/opportunity.ts'
import { Organisation } from '../../src/domain/organisation.ts'
import { judgeFor, matchOrganisation, prepareCatalogue } from '../../src/matching/match.ts'
import { applicantOf } from '../../src/matching/profile/applicant.ts'
import { rankingOf } from '../../src/matching/rank/rank.ts'
import { aContent, anOpportunity, anOrganisation, opportunityId, rules } from '../support/builders.ts'
import { LEARNT } from '../support/learnt.ts'
import { AREAS, randomFrom, someOpportunity } from './generated.ts'
import { NOW } from './judged.ts'

const judge = (own: Partial<Organisation>, theirs: Partial<Opportunity> = {}) =>
  judgeFor(NOW, LEARNT, anOrganisation(own), anOpportunity(theirs))

/** Judged, with every sentence read: it must be a sensible match, whatever went in. */
function expectSound(own: Partial<Organisation>, theirs: Partial<Opportunity> = {}) {
  const match = judge(own, theirs)
  expect(match.score).toBeGreaterThanOrEqual(0)
  expect(match.score).toBeLessThanOrEqual(1)
  expect(Object.values(match.parts).every(Number.isFinite)).toBe(true)
  for (const { sentence } of match.reasons) expect(sentence).toMatch(/\.$/)
  expect(match.whyNotHigher.length).toBeLessThanOrEqual(3)
  return match
}

describe('hard texts', () => {
  test.for<[string, string]>([
    ['nothing', ''],
    ['one word', 'Beekeeping'],
    ['emoji', '🎉👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿 🎉'],
    ['markup and entities', '<p>Lunch&nbsp;club &amp; <b>kitchen</b></p><!-- x --><a href="'],
    ['a tag without an end', `<${'a'.repeat(50_000)}`],
    ['capitals', 'LUNCH CLUBS AND COMMUNITY KITCHENS FOR OLDER PEOPLE'],
    ['Welsh', 'Rydym yn rhedeg cegin gymunedol a chlwb cinio i bobl hŷn yng Nghaerdydd.'],
    ['control characters', 'lunch\u0000club\u0007\u001b[31m\u202ekitchen\u200b\ufeff'],
    ['half of a surrogate pair', 'lunch \ud800 club \udc00kitchen'],
    ['a title without a space', 'x'.repeat(500)],
    ['combining marks', `e${'\u0301'.repeat(5_000)}`],
    ['one character again and again', '&'.repeat(100_000)],
    ['grants to nobody', 'grants to '.repeat(5_000)],
  ])('such as %s are judged on either side', ([, text]) => {
    expectSound({ name: text || '-', whatWeDo: text, whoWeHelp: text })
    expectSound({}, { title: text || '-', summary: text, description: text })
    expectSound(
      { name: text || '-', whatWeDo: text, whoWeHelp: text },
      { title: text || '-', summary: text, description: text },
    )
  })
  test('without a letter are told that they say little', () => {
    expect(judge({ whatWeDo: '🎉 '.repeat(50), whoWeHelp: '', name: '🎉' }).whyNotHigher[0]).toMatch(
      /^You say little/,
    )
  })
  test('in capitals and with markup are read like any other', () => {
    const plain = judge({ whatWeDo: 'lunch clubs and kitchens' }, { title: 'Lunch clubs, kitchens' })
    for (const whatWeDo of ['LUNCH CLUBS AND KITCHENS', '<p>lunch clubs&nbsp;</p> and <b>kitchens</b>']) {
      expect(judge({ whatWeDo }, { title: 'Lunch clubs, kitchens' }).parts.topics).toBeCloseTo(
        plain.parts.topics,
        1,
      )
    }
  })
  test('in Welsh match what is in Welsh', () => {
    const own = { name: '-', whatWeDo: 'Cylch meithrin a chlwb cinio Cymraeg.', whoWeHelp: '' }
    const welsh = judge(own, { title: 'Cylch meithrin', summary: '', description: '' })
    const english = judge(own, { title: 'Brass bands', summary: '', description: '' })
    expect(welsh.parts.words).toBeGreaterThan(english.parts.words + 0.2)
  })
  test('of 50,000 pasted words are read in seconds and still tell what they are about', () => {
    const pasted = Array.from({ length: 50_000 }, (_, at) => `zyx${(at * 7919) % 4_999}q kitchen`).join(' ')
    const started = performance.now()
    const match = expectSound({ whatWeDo: pasted }, { title: 'Kitchens', summary: '', description: '' })
    expect(match.parts.words).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('hard facts', () => {
  test('sums the wrong way round are judged, and nothing breaks', () => {
    expectSound({ needMin: 500_000, needMax: 100 }, { awardMin: 900_000, awardMax: 5 })
    expectSound({ needMin: 0, needMax: 0 }, { awardMin: 0, awardMax: 0 })
    expectSound({ needMin: Number.MAX_SAFE_INTEGER }, { awardMax: Number.MAX_SAFE_INTEGER })
  })
  test('areas that nobody knows are refused where data comes in', () => {
    const unknown = 'E99999999' as AreaCode
    expect(Organisation.safeParse(anOrganisation({ areas: [unknown] })).success).toBe(false)
    expect(Organisation.safeParse(anOrganisation()).success).toBe(true)
    const content = aContent({ rules: rules({ areas: stated([unknown]) }) })
    expect(OpportunityContent.safeParse(content).success).toBe(false)
    expect(OpportunityContent.safeParse(aContent()).success).toBe(true)
  })
  test('rules that contradict each other are judged, and nothing breaks', () => {
    expectSound(
      {},
      {
        ended: 'awarded',
        forecast: true,
        kind: 'contract',
        vcseSignals: ['suitable', 'suitable'],
        rules: rules({
          applicantTypes: stated([]),
          areas: inferred([], ''),
          incomeMin: stated(10),
          incomeMax: stated(1),
        }),
      },
    )
  })
  test('an organisation of 300 areas is matched like any other, and told of few of them', () => {
    const areas = AREAS.slice(0, 300)
    const match = expectSound({ areas }, { rules: rules({ areas: stated([...areas]) }) })
    expect(match.parts.place).toBe(1)
    for (const { sentence } of [...match.reasons, ...match.eligibility.rules])
      expect(sentence.length).toBeLessThan(250)
  })
  test('the same label twice counts once', () => {
    const twice = judge(
      { themes: ['food', 'food'], beneficiaries: ['carers', 'carers'] },
      { themes: ['food', 'food'] },
    )
    expect(twice.parts.themes).toBeCloseTo(1, 3)
  })
})

test('100,000 opportunities are prepared in well under a minute, and ranked in under a second', {
  timeout: 120_000,
}, () => {
  // 2,000 different ones, each 50 times: what counts here is how many, not how they read.
  const random = randomFrom(41)
  const different = Array.from({ length: 2_000 }, (_, at) => someOpportunity(random, `o${at}`))
  const many = Array.from({ length: 100_000 }, (_, at): Opportunity => {
    const one = different[at % 2_000] ?? anOpportunity()
    return { ...one, id: opportunityId(`n${String(at).padStart(6, '0')}`), summary: '', description: '' }
  })
  const started = performance.now()
  const catalogue = prepareCatalogue(LEARNT, many)
  // Ten on a machine with nothing else to do.
  expect(performance.now() - started).toBeLessThan(60_000)
  const ranking = rankingOf(NOW, catalogue)
  const applicant = applicantOf(LEARNT, anOrganisation())
  const first = ranking(applicant, 50)
  const again = () => {
    const warm = performance.now()
    expect(ranking(applicant, 50)).toEqual(first)
    return performance.now() - warm
  }
  expect(Math.min(again(), again(), again())).toBeLessThan(1_000)
  expect(first).toHaveLength(50)
})

test('an id of any sort breaks ties the same way', () => {
  const ids = ['é', 'z', 'Z', '10', '9', '😀', '\uffff']
  const calls = ids.map((id) => anOpportunity({ id: opportunityId(id) }))
  const list = (all: readonly Opportunity[]) =>
    matchOrganisation(NOW, prepareCatalogue(LEARNT, all), anOrganisation(), 10).map(
      ({ opportunity }) => opportunity.id,
    )
  expect(list(calls)).toEqual(ids.toSorted())
  expect(list(calls.toReversed())).toEqual(ids.toSorted())
})
