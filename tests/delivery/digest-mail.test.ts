import { expect, test } from 'vitest'
import { isoDate, LONDON } from '../../src/base/date.ts'
import { escapeHtml } from '../../src/base/text.ts'
import { digestHtml } from '../../src/delivery/digest-html.ts'
import { digestText } from '../../src/delivery/digest-text.ts'
import { viewDigest } from '../../src/delivery/digest-view.ts'
import { closing } from '../../src/domain/deadline.ts'
import type { Digest, DigestItem } from '../../src/domain/digest.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import { anOpportunity, aRuleOutcome } from '../support/builders.ts'

const now = new Date('2026-06-01T08:00:00Z')

const item = (over: Partial<Opportunity> = {}, rest: Partial<DigestItem> = {}): DigestItem => ({
  opportunity: anOpportunity(over),
  eligibility: {
    verdict: 'unclear',
    rules: [
      aRuleOutcome({
        rule: 'income',
        outcome: 'unclear',
        sentence: 'We do not know your income.',
        question: 'What was your income last year?',
      }),
    ],
  },
  reasons: [{ part: 'words', sentence: 'Both speak of “kitchen”.', quotes: [], weight: 0.4 }],
  changes: [],
  ...rest,
})
const view = (digest: Partial<Digest>, sample = false) =>
  viewDigest(
    {
      now,
      organisation: { id: 'organisation-1', name: 'Riverside Kitchen' },
      baseUrl: 'https://fund.example',
      sample,
    },
    { fresh: [], changed: [], closing: [], waiting: 0, ...digest },
  )

test('each item says what, how much, until when, whether, and why', () => {
  const text = digestText(view({ fresh: [item()] }))
  for (const words of [
    'Community kitchens',
    'The Example Fund',
    'Grant. £1,000 to £10,000',
    'Deadline: 30 June 2026, time not stated: send it the day before (29 days left)',
    'It is unclear whether you may apply. We do not know your income.',
    'To be sure: What was your income last year?',
    '- Both speak of “kitchen”.',
    'https://fund.example/opportunities/opportunity-1',
    'not a prediction of an award',
  ]) {
    expect(text).toContain(words)
  }
})

test('a call without a closing day is not given a deadline', () => {
  const rolling = { kind: 'rolling', zone: LONDON, rounds: [], note: null } as const
  const text = digestText(view({ fresh: [item({ deadline: rolling })] }))
  expect(text).toContain('\nOpen all year, no closing date\n')
  expect(text).not.toContain('Deadline:')
})

test('html and text say the same', () => {
  const both = view({
    fresh: [item({ title: 'Soup & <b>bread</b>' })],
    changed: [item({}, { changes: [{ field: 'Deadline', before: 'a', after: 'b' }] })],
    closing: [item({ deadline: closing(isoDate('2026-06-03')) })],
    waiting: 4,
  })
  const html = digestHtml(both)
  for (const line of digestText(both).split('\n')) {
    const words = line.replace(/^- |^-+$|^See all your matches: /, '')
    // Headings are in capitals in the text, since it has no other way to stand out.
    expect(html.toLowerCase()).toContain(escapeHtml(words).toLowerCase())
  }
  expect(html).not.toContain('<b>bread')
})

test('a mail has no pictures and nothing that tells on its reader', () => {
  expect(digestHtml(view({ fresh: [item()] }))).not.toMatch(/<img|<script|<link|url\(/)
})

test('a withdrawn opportunity says so instead of a deadline', () => {
  const text = digestText(
    view({ changed: [item({ ended: 'withdrawn' }, { eligibility: null, reasons: [] })] }),
  )
  expect(text).toContain('The funder has withdrawn it.')
  expect(text).not.toContain('Deadline:')
})

test('sample data is marked in the subject and at the top of both parts', () => {
  const sample = view({ fresh: [item()] }, true)
  expect(sample.subject).toMatch(/^\[Sample\]/)
  expect(digestText(sample)).toContain('invented')
  expect(digestHtml(sample)).toContain('invented')
})

test.for([
  {
    digest: { fresh: [item()] },
    subject: 'Riverside Kitchen: 1 new opportunity, first deadline 30 June 2026',
  },
  {
    digest: { fresh: [item(), item()], closing: [item()] },
    subject: 'Riverside Kitchen: 2 new opportunities, 1 closing soon, first deadline 30 June 2026',
  },
  { digest: { changed: [item({ ended: 'withdrawn' })] }, subject: 'Riverside Kitchen: 1 changed' },
])('the subject says what is in it: $subject', ({ digest, subject }) => {
  expect(view(digest).subject).toBe(subject)
})

test('a wish that is not met neither stands against a bid nor asks anything', () => {
  const rules = [
    aRuleOutcome({
      outcome: 'unclear',
      strength: 'preferred',
      sentence: 'They would rather.',
      question: 'Is it so?',
    }),
  ]
  const text = digestText(view({ fresh: [item({}, { eligibility: { verdict: 'eligible', rules } })] }))
  expect(text).toContain('No rule that we know of stands against you.\n')
  expect(text).not.toMatch(/would rather|To be sure/)
})

test('a no says what would have to change', () => {
  const rules = [
    aRuleOutcome({ outcome: 'fail', sentence: 'It is too far.', opens: 'Opens with a partner.' }),
  ]
  expect(
    digestText(view({ changed: [item({}, { eligibility: { verdict: 'ineligible', rules } })] })),
  ).toContain('As it stands now, you may not apply. It is too far. Opens with a partner.')
})
