import type { Opportunity } from '../../domain/opportunity.ts'
import type { Learnt } from '../learnt.ts'
import { breadthOf } from '../parts/breadth.ts'
import { scoreRecipients } from '../parts/recipients.ts'
import { type Whereabouts, whereOpportunity } from '../places/whereabouts.ts'
import { labelsOffered } from '../profile/label-keys.ts'
import type { Profile } from '../profile/profile.ts'
import { opportunityProfile } from '../profile/read-profiles.ts'
import { unitsOf } from '../profile/units.ts'
import { FIRST_WORD_KEY } from '../words/term-key.ts'
import type { Times } from './rankable.ts'

/** An opportunity ready to be matched. */
export interface Offer {
  readonly opportunity: Opportunity
  /** Its times as an object that calls with the same times share; null for one that shares none. */
  readonly times: Times | null
  readonly where: Whereabouts
  /** What its texts say, its labels and what its funder has paid for, by key in ascending order. */
  readonly profile: Profile
  readonly breadth: number
  readonly recipients: number
}

export function offerOf(learnt: Learnt, opportunity: Opportunity): Offer {
  const texts = opportunityProfile(learnt, opportunity)
  return {
    opportunity,
    times: null,
    where: whereOpportunity(opportunity),
    profile: merged(
      texts,
      labelsOffered(opportunity.themes, opportunity.beneficiaries),
      learnt.funderTopics(opportunity.funder) ?? NOTHING,
    ),
    breadth: breadthOf(learnt.topics, texts),
    recipients: scoreRecipients(opportunity).value,
  }
}

/** What the offer adds to the score of every organisation alike, in units. */
export const sharedUnits = ({ breadth, recipients }: Offer): number =>
  unitsOf('breadth', breadth) + unitsOf('recipients', recipients)

const NOTHING: Profile = { keys: new Uint32Array(), impacts: new Uint8Array() }

/** All of them by ascending key: topics come before labels, then what the funder has paid for, then words. */
function merged(texts: Profile, labels: Profile, paid: Profile): Profile {
  const { length } = texts.keys
  let words = 0
  while ((texts.keys[words] ?? FIRST_WORD_KEY) < FIRST_WORD_KEY) words += 1
  const parts = [stretch(texts, 0, words), labels, paid, stretch(texts, words, length)]
  const size = length + labels.keys.length + paid.keys.length
  const all = { keys: new Uint32Array(size), impacts: new Uint8Array(size) }
  let at = 0
  for (const { keys, impacts } of parts) {
    all.keys.set(keys, at)
    all.impacts.set(impacts, at)
    at += keys.length
  }
  return all
}

const stretch = ({ keys, impacts }: Profile, from: number, to: number): Profile => ({
  keys: keys.subarray(from, to),
  impacts: impacts.subarray(from, to),
})
