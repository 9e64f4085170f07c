import type { Match, PartName, Reason, Said } from '../../domain/match.ts'
import type { Offer } from '../catalogue/offer.ts'
import { judgeOffer } from '../eligibility.ts'
import type { Learnt } from '../learnt.ts'
import { scoreAmount } from '../parts/amount.ts'
import type { Part } from '../parts/part.ts'
import { scorePlace } from '../parts/place.ts'
import { scoreBeneficiaries, scoreThemes } from '../parts/shared-labels.ts'
import { scoreTime, type TimeLeft } from '../parts/time.ts'
import type { Applicant } from '../profile/applicant.ts'
import { FULL, partValue, scoreOf, unitsOf } from '../profile/units.ts'
import { rulesOf } from '../rules/rules-of.ts'
import { WEIGHTS } from '../weights.ts'
import { earlyHelpOf, sharedEarlyHelp } from './early-help.ts'
import { ownSurfaces, theirSurfaces } from './kept-surfaces.ts'
import { timingOf } from './kept-timing.ts'
import { LACKS } from './lacks.ts'
import { sayFunder } from './say-funder.ts'
import { sayTopics } from './say-topics.ts'
import { sayWords } from './say-words.ts'
import { sharedKeys, unitsOfKind } from './shared-keys.ts'
import type { Surfaces } from './surfaces.ts'

/** A part of one match: what it adds, in units, its value, and its words. */
interface Told {
  readonly part: PartName
  readonly units: number
  readonly value: number
  say(): Said | null
}

const SUBJECT: readonly PartName[] = ['words', 'topics', 'themes', 'beneficiaries']
const MOST_REASONS = 5
/** What adds less to a score does not explain it. */
const LEAST_TOLD = 0.01 * FULL
const MOST_LACKS = 3
/** What costs less of a score is not worth telling. */
const LEAST_LACK = 0.015

/**
 * Judges one opportunity for one organisation: the same score, to the unit, as ranking gives it. Reasons
 * are put into words when they are read.
 */
export function judgeMatch(now: Date, learnt: Learnt, applicant: Applicant, offer: Offer): Match {
  const { organisation, where } = applicant
  const { opportunity } = offer
  const { today, left, deadline } = timingOf(now, offer.times ?? opportunity)
  const told = partsOf(left, learnt, applicant, offer)
  const units = told.reduce((sum, part) => sum + part.units, 0)
  return {
    opportunity,
    eligibility: judgeOffer(today, { rules: rulesOf(opportunity), deadline }, organisation),
    score: scoreOf(units),
    parts: Object.fromEntries(told.map(({ part, value }) => [part, value])) as Match['parts'],
    subject: scoreOf(
      SUBJECT.reduce((sum, part) => sum + (told.find((it) => it.part === part)?.units ?? 0), 0),
    ),
    get earlyHelp() {
      return earlyHelpOf(learnt, opportunity)
    },
    get sharedEarlyHelp() {
      return sharedEarlyHelp(learnt, applicant, opportunity)
    },
    get reasons() {
      return told
        .filter((part) => part.units >= LEAST_TOLD)
        .sort((a, b) => b.units - a.units)
        .flatMap(reasonOf)
        .slice(0, MOST_REASONS)
    },
    get whyNotHigher() {
      const pair = {
        organisation,
        opportunity,
        left,
        own: where,
        theirs: offer.where,
      }
      return told
        .map((part) => ({ ...part, costs: costOf(part) }))
        .filter(({ costs }) => costs >= LEAST_LACK)
        .sort((a, b) => b.costs - a.costs)
        .flatMap(({ part, value }) => LACKS[part](pair, value) ?? [])
        .slice(0, MOST_LACKS)
    },
  }
}

function reasonOf({ part, units, say }: Told): Reason[] {
  const said = say()
  return said === null ? [] : [{ part, ...said, weight: scoreOf(units) }]
}

/** What a part takes from the score that it could have given. */
const costOf = ({ part, value }: Told): number => (part === 'feedback' ? -value : 1 - value) * WEIGHTS[part]

function partsOf(left: TimeLeft, learnt: Learnt, applicant: Applicant, offer: Offer): Told[] {
  const { organisation, where } = applicant
  const { opportunity } = offer
  const shared = sharedKeys(applicant, offer.profile)
  const sides = once((): readonly [own: Surfaces, theirs: Surfaces] => [
    ownSurfaces(learnt, applicant),
    theirSurfaces(learnt, opportunity),
  ])
  const topics = unitsOfKind(shared, 'topics')
  const words = unitsOfKind(shared, 'words')
  return [
    summed('words', words, () => sayWords(shared, ...sides())),
    summed('topics', topics, () => sayTopics(shared, ...sides(), partValue('topics', topics))),
    valued('place', scorePlace(where, offer.where)),
    valued('breadth', { value: offer.breadth, say: () => null }),
    valued('recipients', { value: offer.recipients, say: () => null }),
    valued('amount', scoreAmount(organisation, opportunity)),
    valued('time', scoreTime(left, organisation.preparationDays)),
    summed(
      'themes',
      unitsOfKind(shared, 'themes'),
      plainly(scoreThemes(organisation.themes, opportunity.themes).say),
    ),
    summed(
      'beneficiaries',
      unitsOfKind(shared, 'beneficiaries'),
      plainly(scoreBeneficiaries(organisation.beneficiaries, opportunity.beneficiaries).say),
    ),
    summed(
      'funder',
      unitsOfKind(shared, 'funder'),
      plainly(() => sayFunder(learnt, applicant, opportunity)),
    ),
    summed('feedback', unitsOfKind(shared, 'feedback'), plainly(sayLiking)),
  ]
}

const summed = (part: PartName, units: number, say: () => Said | null): Told => ({
  part,
  units,
  value: partValue(part, units),
  say,
})

const valued = (part: PartName, { value, say }: Part): Told => ({
  part,
  units: unitsOf(part, value),
  value: Math.round(10_000 * value) / 10_000,
  say: plainly(say),
})

/** A sentence that quotes no text of either side. */
const plainly = (say: () => string | null) => (): Said | null => {
  const sentence = say()
  return sentence === null ? null : { sentence, quotes: [] }
}

const sayLiking = (): string => 'You said that calls like this are a good match.'

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
