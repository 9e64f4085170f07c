import type { Organisation } from '../../domain/organisation.ts'
import type { Learnt } from '../learnt.ts'
import { type Whereabouts, whereOrganisation } from '../places/whereabouts.ts'
import { TOPIC_COUNT } from '../topics/concepts.ts'
import { ANYONE } from '../weights.ts'
import { ANY_GROUP, FIRST_FUNDER_KEY, groupKey, type KeyKind, kindOfKey, themeKey } from './label-keys.ts'
import type { Profile } from './profile.ts'
import { organisationProfile } from './read-profiles.ts'
import { pullOf } from './units.ts'

/** What feedback says an organisation likes (above 0) and dislikes (below 0), by topic; of length 1 at most. */
export type Taste = ReadonlyMap<number, number>

/** An organisation ready to be matched. */
export interface Applicant {
  readonly organisation: Organisation
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
  const { keys, impacts } = organisationProfile(learnt, organisation)
  return applicantFrom(organisation, { keys, impacts }, taste)
}

/** The same, for an organisation whose texts are read already. */
export function applicantFrom(organisation: Organisation, profile: Profile, taste: Taste): Applicant {
  const { keys, pulls } = soughtKeys(profile, labelPulls(organisation), taste.size)
  const tasteFrom = keys.length - taste.size
  let at = tasteFrom
  for (const [topic, liking] of taste) {
    keys[at] = topic
    pulls[at] = pullOf('feedback', 255 * liking)
    at += 1
  }
  return { organisation, where: whereOrganisation(organisation), keys, pulls, tasteFrom }
}

/**
 * What an organisation looks for: the keys of its texts, its labels, and its topics once more, for what
 * funders have paid for.
 *
 * @param more - how many places are left empty at the end
 */
export function soughtKeys(
  { keys, impacts }: Profile,
  labels: readonly (readonly [key: number, pull: number])[],
  more: number,
): Pick<Applicant, 'keys' | 'pulls'> {
  const topics = topicsIn(keys)
  const funderFrom = keys.length + labels.length
  const sought = new Uint32Array(funderFrom + topics + more)
  const pulls = new Int16Array(sought.length)
  sought.set(keys)
  for (let at = 0; at < keys.length; at += 1) pulls[at] = pullFor(keys[at] ?? 0, impacts[at] ?? 0)
  for (const [at, [key, pull]] of labels.entries()) {
    sought[keys.length + at] = key
    pulls[keys.length + at] = pull
  }
  for (let at = 0; at < topics; at += 1) {
    sought[funderFrom + at] = FIRST_FUNDER_KEY + (keys[at] ?? 0)
    pulls[funderFrom + at] = PULLS.funder[impacts[at] ?? 0] ?? 0
  }
  return { keys: sought, pulls }
}

/** The pulls of all impacts, by part. */
const pullsOf = (part: KeyKind): Int16Array =>
  Int16Array.from({ length: 256 }, (_, impact) => pullOf(part, impact))
const PULLS: Readonly<Record<KeyKind, Int16Array>> = {
  topics: pullsOf('topics'),
  themes: pullsOf('themes'),
  beneficiaries: pullsOf('beneficiaries'),
  funder: pullsOf('funder'),
  words: pullsOf('words'),
}

const pullFor = (key: number, impact: number): number => PULLS[kindOfKey(key)][impact] ?? 0

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
