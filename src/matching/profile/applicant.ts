import type { Organisation } from '../../domain/organisation.ts'
import type { Learnt } from '../learnt.ts'
import { type Whereabouts, whereOrganisation } from '../places/whereabouts.ts'
import { TOPIC_COUNT } from '../topics/concepts.ts'
import { ANYONE } from '../weights.ts'
import { ANY_GROUP, FIRST_FUNDER_KEY, groupKey, type KeyKind, themeKey } from './label-keys.ts'
import type { Profile } from './profile.ts'
import { organisationProfile } from './read-profiles.ts'
import { pullOf } from './units.ts'

/** What feedback says an organisation likes (above 0) and dislikes (below 0), by topic; of length 1 at most. */
export type Taste = ReadonlyMap<number, number>

/** An organisation ready to be matched. */
export interface Applicant {
  readonly organisation: Organisation
  /** What of it bears on which opportunities it sees at all. */
  readonly wishes: Pick<Organisation, 'preparationDays' | 'wantsContracts'>
  readonly where: Whereabouts
  /** Keys of what it looks for, and what each unit of an opportunity's impact on it adds to a score. */
  readonly keys: Uint32Array
  readonly pulls: Int16Array
  /** From here on the keys are those of its taste. */
  readonly tasteFrom: number
}

const NO_TASTE: Taste = new Map()

/** @param taste - empty without feedback */
export function applicantOf(learnt: Learnt, organisation: Organisation, taste: Taste = NO_TASTE): Applicant {
  return applicantFrom(organisation, organisationProfile(learnt, organisation), taste)
}

/** The same, for an organisation whose texts are read already. */
export function applicantFrom(
  organisation: Organisation,
  { keys, impacts }: Profile,
  taste: Taste,
): Applicant {
  const split = topicsIn(keys)
  const texts = { topics: keys.subarray(0, split), words: keys.subarray(split), impacts }
  const labels = labelPulls(organisation)
  const tasteFrom = soughtCount(texts, labels)
  const sought = {
    keys: new Uint32Array(tasteFrom + taste.size),
    pulls: new Int16Array(tasteFrom + taste.size),
  }
  fillSought(texts, labels, sought)
  let at = tasteFrom
  for (const [topic, liking] of taste) {
    sought.keys[at] = topic
    sought.pulls[at] = pullOf('feedback', 255 * liking)
    at += 1
  }
  return { organisation, wishes: organisation, where: whereOrganisation(organisation), ...sought, tasteFrom }
}

/** What an organisation's texts say: its topics, its words, and the impacts of all, those of topics first. */
export interface SeekingTexts {
  readonly topics: Uint32Array | Uint16Array
  readonly words: Uint32Array
  readonly impacts: Uint8Array
}

/** What it says of its themes and groups, each with its pull. */
export type LabelPulls = readonly (readonly [key: number, pull: number])[]

/** How many keys an organisation looks for: those of its texts, its labels, and its topics once more, for what funders have paid for. */
export const soughtCount = ({ topics, words }: SeekingTexts, labels: LabelPulls): number =>
  2 * topics.length + words.length + labels.length

/** Writes down these keys in that order, and what each of them pulls. */
export function fillSought(
  { topics, words, impacts }: SeekingTexts,
  labels: LabelPulls,
  { keys, pulls }: Pick<Applicant, 'keys' | 'pulls'>,
): void {
  const labelsFrom = topics.length + words.length
  const funderFrom = labelsFrom + labels.length
  for (let at = 0; at < topics.length; at += 1) {
    keys[at] = topics[at] ?? 0
    keys[funderFrom + at] = FIRST_FUNDER_KEY + (topics[at] ?? 0)
  }
  keys.set(words, topics.length)
  fillPulls(pulls, 0, impacts.subarray(0, topics.length), TOPIC_PULLS)
  fillPulls(pulls, topics.length, impacts.subarray(topics.length), WORD_PULLS)
  fillPulls(pulls, funderFrom, impacts.subarray(0, topics.length), FUNDER_PULLS)
  for (const [at, [key, pull]] of labels.entries()) {
    keys[labelsFrom + at] = key
    pulls[labelsFrom + at] = pull
  }
}

function fillPulls(pulls: Int16Array, from: number, impacts: Uint8Array, table: Int16Array): void {
  for (let at = 0; at < impacts.length; at += 1) pulls[from + at] = table[impacts[at] ?? 0] ?? 0
}

/** The pulls of all impacts. */
const pullsOf = (part: KeyKind): Int16Array =>
  Int16Array.from({ length: 256 }, (_, impact) => pullOf(part, impact))
const TOPIC_PULLS = pullsOf('topics')
const FUNDER_PULLS = pullsOf('funder')
const WORD_PULLS = pullsOf('words')

/** How many of the keys, which ascend, are topics. */
function topicsIn(keys: Uint32Array): number {
  let count = 0
  while ((keys[count] ?? TOPIC_COUNT) < TOPIC_COUNT) count += 1
  return count
}

/** Each of its themes and groups counts an equal share of the part. */
export function labelPulls({
  themes,
  beneficiaries,
}: Pick<Organisation, 'themes' | 'beneficiaries'>): [key: number, pull: number][] {
  const own = new Set(themes)
  const groups = new Set(beneficiaries)
  const people = [...groups].filter((group) => group !== 'anyone')
  const pulls: [number, number][] = [...own].map((theme) => [
    themeKey(theme),
    pullOf('themes', 255 / own.size),
  ])
  for (const group of people) pulls.push([groupKey(group), pullOf('beneficiaries', 255 / people.length)])
  // Whoever helps anyone helps a little of whomever a call is for.
  if (groups.has('anyone') && people.length === 0)
    pulls.push([ANY_GROUP, pullOf('beneficiaries', 255 * ANYONE)])
  return pulls
}
