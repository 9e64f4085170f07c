import { describe, expect, test } from 'vitest'
import { isoDate } from '../../../src/base/date.ts'
import { areaCode } from '../../../src/domain/area.ts'
import { closing } from '../../../src/domain/deadline.ts'
import { inferred, stated, UNKNOWN } from '../../../src/domain/fact.ts'
import type { Opportunity } from '../../../src/domain/opportunity.ts'
import type { Organisation } from '../../../src/domain/organisation.ts'
import { judgeFor } from '../../../src/matching/match.ts'
import type { Taste } from '../../../src/matching/profile/applicant.ts'
import { CONCEPTS } from '../../../src/matching/topics/concepts.ts'
import {
  anOpportunity,
  anOrganisation,
  BRISTOL,
  ENGLAND,
  rules,
  SOUTH_GLOUCESTERSHIRE,
} from '../../support/builders.ts'
import { LEARNT } from '../../support/learnt.ts'
import { NOW } from '../judged.ts'

/** What suits in every part but those that a test spoils, so that its sentence is told. */
const TEXT = 'Community kitchens and lunch clubs where older people cook, eat and meet each other every week'
const suiting: Partial<Opportunity> = {
  title: TEXT,
  summary: TEXT,
  description: '',
  themes: ['food'],
  beneficiaries: ['older_people'],
  awardMin: 100_000,
  awardMax: 500_000,
}
const suited: Partial<Organisation> = {
  name: TEXT,
  whatWeDo: TEXT,
  whoWeHelp: '',
  themes: ['food'],
  beneficiaries: ['older_people'],
  needMin: 100_000,
  needMax: 500_000,
}
const lacks = (own: Partial<Organisation>, theirs: Partial<Opportunity> = {}, taste?: Taste) =>
  judgeFor(
    NOW,
    LEARNT,
    anOrganisation({ ...suited, ...own }),
    anOpportunity({ ...suiting, ...theirs }),
    taste,
  ).whyNotHigher
const inAreas = (...areas: readonly (typeof BRISTOL)[]) => ({ rules: rules({ areas: stated(areas) }) })

test('of a call that suits in every part nothing is told', () => {
  expect(lacks({})).toEqual([])
})

describe('of the words', () => {
  test('an organisation that says little is told to say more', () => {
    for (const whatWeDo of ['', 'Bees.', 'We keep bees.']) {
      expect(lacks({ name: '-', whatWeDo })).toContain(
        'You say little of what you do: a few sentences more would let us compare.',
      )
    }
  })
  test('texts that share little are said to', () => {
    const whatWeDo =
      'Brass bands rehearse on Thursdays, teach cornets, trombones and tubas, and tour with concerts'
    expect(lacks({ name: '-', whatWeDo, themes: [], beneficiaries: [] })).toEqual([
      'Its text and yours share few words.',
      'It speaks of other things than you do, for the most part.',
      'You have not said which themes you work on.',
    ])
  })
})

describe('of the place', () => {
  test.for<[string, Partial<Organisation>, Partial<Opportunity>]>([
    ['You have not said where you work.', { areas: [] }, {}],
    ['We do not know where it is for.', {}, { rules: rules({ areas: UNKNOWN }) }],
    ['It is for England, so you share it with everybody there.', {}, inAreas(ENGLAND)],
    ['It is for Bristol, and you do not work there.', {}, inAreas(BRISTOL)],
    ['It is for Bristol and Leeds, and you do not work there.', {}, inAreas(BRISTOL, areaCode('E08000035'))],
    [
      'It is for Bristol, and you do not work there.',
      {},
      { rules: rules({ areas: inferred([BRISTOL], 'parts of Bristol') }) },
    ],
    [
      'It names Bristol, and not where you work.',
      {},
      { rules: rules({ areas: UNKNOWN }), description: 'Bristol.' },
    ],
    [
      'It names England, so you share it with everybody there.',
      {},
      { rules: rules({ areas: UNKNOWN }), description: 'England.' },
    ],
  ])('%s', ([sentence, own, theirs]) => {
    expect(lacks(own, theirs)).toContain(sentence)
  })
  test('nothing is told where it is for just this place, or a piece of it', () => {
    expect(lacks({}, inAreas(SOUTH_GLOUCESTERSHIRE))).toEqual([])
    expect(lacks({ areas: [ENGLAND] }, inAreas(BRISTOL))).toEqual([])
  })
})

describe('of labels', () => {
  test.for<[string, Partial<Organisation>, Partial<Opportunity>]>([
    ['You have not said which themes you work on.', { themes: [] }, {}],
    ['It names none of your themes.', { themes: ['sport'] }, {}],
    ['You have not said whom you help.', { beneficiaries: [] }, {}],
    ['It is meant for other people than you help.', { beneficiaries: ['carers'] }, {}],
  ])('%s', ([sentence, own, theirs]) => {
    expect(lacks(own, theirs)).toContain(sentence)
  })
  test('a call that names none is not blamed on anybody', () => {
    expect(lacks({}, { themes: [], beneficiaries: [] })).toEqual([])
  })
})

describe('of the rest', () => {
  test('a sign that single people are paid is quoted', () => {
    expect(
      lacks({}, { ...inAreas(SOUTH_GLOUCESTERSHIRE), title: 'Bursaries, prizes, scholarships', summary: '' }),
    ).toContain('It says “Bursaries”, as calls for individuals do.')
  })
  test('a sum that is not known is asked for, and one that does not suit is set beside theirs', () => {
    expect(lacks({ needMin: null, needMax: null })).toContain('You have not said how much you look for.')
    expect(lacks({ needMin: 5_000_000, needMax: null })).toContain(
      'It gives £1,000 to £5,000, and you look for at least £50,000.',
    )
    expect(lacks({}, { awardMin: null, awardMax: null })).toEqual([])
  })
  test('too little time is counted', () => {
    expect(lacks({}, { deadline: closing(isoDate('2026-06-06')) })).toContain(
      'You have 5 days left, and usually need 20.',
    )
    expect(lacks({}, { deadline: closing(isoDate('2026-06-02')) })).toContain(
      'You have 1 day left, and usually need 20.',
    )
  })
  test('what was disliked is owned to, and what was liked is not', () => {
    const taste = (liking: number) => new Map(CONCEPTS.map((_, number) => [number, liking]))
    const said = 'You said that calls like this are not for you.'
    expect(lacks({}, {}, taste(-0.2))).toContain(said)
    expect(lacks({}, {}, taste(0.2))).not.toContain(said)
  })
})
