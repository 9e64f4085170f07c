import { sayDate } from '../base/date.ts'
import { count } from '../base/text.ts'
import { sayAmount } from '../domain/amount.ts'
import { currentRound, daysLeft, sayDeadline } from '../domain/deadline.ts'
import type { Digest, DigestItem } from '../domain/digest.ts'
import type { Eligibility } from '../domain/match.ts'
import { KINDS, statusAt } from '../domain/opportunity.ts'

/** A digest in words, before it is html or text: both say exactly this. */
export interface DigestView {
  readonly subject: string
  readonly greeting: string
  /** Empty unless everything in it is invented. */
  readonly notice: string
  readonly sections: readonly Section[]
  readonly closing: readonly string[]
  readonly matchesUrl: string
}

export interface Section {
  readonly heading: string
  readonly items: readonly Item[]
}

export interface Item {
  readonly title: string
  readonly url: string
  readonly funder: string
  readonly lines: readonly string[]
}

export interface DigestWords {
  readonly now: Date
  readonly organisation: { readonly id: string; readonly name: string }
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly sample: boolean
}

/** Puts a digest into words. */
export function viewDigest(words: DigestWords, digest: Digest): DigestView {
  const { now, organisation, baseUrl, sample } = words
  const item = (it: DigestItem) => viewItem(words, it)
  const sections = [
    { heading: 'New for you', items: digest.fresh.map(item) },
    { heading: 'Changed since we told you', items: digest.changed.map(item) },
    { heading: 'Closing soon', items: digest.closing.map(item) },
  ]
  return {
    subject: `${sample ? '[Sample] ' : ''}${organisation.name}: ${sayContents(digest)}${sayFirstDeadline(now, digest)}`,
    greeting: `Funding that fits ${organisation.name}`,
    notice: sample ? 'Sample data: every funder, opportunity and organisation here is invented.' : '',
    sections: sections.filter(({ items }) => items.length > 0),
    closing: [
      ...(digest.waiting > 0
        ? [
            `${count(digest.waiting, 'more new match is', 'more new matches are')} waiting and will come in your next mail.`,
          ]
        : []),
      'The order is how well each fits what you do. It is not a prediction of an award. Check the rules with the funder before you apply.',
      'You get one mail a day at most, and none when there is nothing to say. Matches that share less with what you do are on your page only. To stop these mails, reply and say so.',
    ],
    matchesUrl: `${baseUrl}/organisations/${organisation.id}/matches`,
  }
}

/** @example '3 new opportunities, 1 changed, 2 closing soon' */
const sayContents = ({ fresh, changed, closing }: Digest): string =>
  [
    fresh.length > 0 ? count(fresh.length, 'new opportunity', 'new opportunities') : '',
    changed.length > 0 ? `${changed.length} changed` : '',
    closing.length > 0 ? `${closing.length} closing soon` : '',
  ]
    .filter((part) => part !== '')
    .join(', ')

/** Empty when nothing in the mail is open and has a deadline. */
function sayFirstDeadline(now: Date, { fresh, changed, closing }: Digest): string {
  const days = [...fresh, ...changed, ...closing]
    .filter(({ opportunity }) => statusAt(now, opportunity) === 'open')
    .flatMap(({ opportunity }) => currentRound(now, opportunity.deadline)?.closesOn ?? [])
    .sort()
  return days[0] === undefined ? '' : `, first deadline ${sayDate(days[0])}`
}

function viewItem(
  { now, baseUrl }: DigestWords,
  { opportunity, eligibility, reasons, changes }: DigestItem,
): Item {
  return {
    title: opportunity.title,
    url: `${baseUrl}/opportunities/${opportunity.id}`,
    funder: opportunity.funder.name,
    lines: [
      ...changes.map(({ field, before, after }) => `${field}: was ${before}, now ${after}`),
      `${KINDS[opportunity.kind]}. ${sayAmount(opportunity)}`,
      sayWhen(now, opportunity),
      ...sayEligibility(eligibility),
      ...(reasons.length > 0 ? ['Why it matches:', ...reasons.map(({ sentence }) => `- ${sentence}`)] : []),
    ],
  }
}

function sayWhen(now: Date, opportunity: DigestItem['opportunity']): string {
  const status = statusAt(now, opportunity)
  if (status === 'withdrawn') return 'The funder has withdrawn it.'
  if (status === 'closed') return 'It has closed.'
  const left = daysLeft(now, opportunity.deadline)
  const soon = left === null ? '' : left === 0 ? ' (today)' : ` (${count(left, 'day')} left)`
  const opening = status === 'forecast' ? 'Not open yet. ' : ''
  const label = left === null ? '' : 'Deadline: '
  return `${opening}${label}${sayDeadline(now, opportunity.deadline)}${soon}`
}

const VERDICTS = {
  eligible: 'No rule that we know of stands against you.',
  unclear: 'It is unclear whether you may apply.',
  ineligible: 'As it stands now, you may not apply.',
} as const

function sayEligibility(eligibility: Eligibility | null): string[] {
  if (eligibility === null) return ['It is no longer among your matches.']
  const required = eligibility.rules.filter(({ strength }) => strength === 'required')
  const telling = required.filter(({ outcome }) => outcome === 'fail' || outcome === 'unclear')
  const questions = required.flatMap(({ question }) => question ?? [])
  const openings = required.flatMap(({ opens }) => opens ?? [])
  return [
    [VERDICTS[eligibility.verdict], ...telling.map(({ sentence }) => sentence), ...openings].join(' '),
    ...(questions.length > 0 ? [`To be sure: ${questions.join(' ')}`] : []),
  ]
}
