import type { Area } from '../domain/area.ts'
import type { PartName } from '../domain/match.ts'

/** How much each part adds to the score when it is 1. They sum to 1. `docs/matching.md` quotes this table. */
export const WEIGHTS: Readonly<Record<PartName, number>> = {
  concepts: 0.25,
  words: 0.25,
  place: 0.2,
  themes: 0.08,
  beneficiaries: 0.07,
  amount: 0.08,
  time: 0.07,
}

/** The part `place` for a call that is for an area of that kind in which the organisation works. */
export const PLACE: Readonly<Record<Area['kind'], number>> = {
  local_authority: 1,
  county: 0.8,
  combined_authority: 0.8,
  region: 0.5,
  country: 0.3,
  countries: 0.2,
}

/** The part `place` where the call is for a piece of the area in which the organisation works. */
export const PLACE_INSIDE_YOURS = 0.5

/** A part whose facts are not known: better than a bad one, worse than a good one. */
export const UNKNOWN_PLACE = 0.25
export const UNKNOWN_AMOUNT = 0.5
export const UNKNOWN_TIME = 0.5

/** The part `beneficiaries` where one side says "anyone". */
export const ANYONE = 0.3

/** How much a word counts by where it stands. */
export const OPPORTUNITY_FIELDS = { title: 3, summary: 2, description: 1 } as const
export const ORGANISATION_FIELDS = { whatWeDo: 1, whoWeHelp: 0.5, name: 0.8 } as const

/** How much a concept counts by where it is named. */
export const CONCEPT_OPPORTUNITY_FIELDS = { title: 1, summary: 0.5, description: 1 } as const
export const CONCEPT_ORGANISATION_FIELDS = { whatWeDo: 1, whoWeHelp: 0.4, name: 1 } as const
/** Rarity of a concept, 0 to 1, is raised to this power. */
export const CONCEPT_RARITY_POWER = 1

/** How much of its weight a word keeps that every funder uses. */
export const BOILERPLATE = 0.5
/** How much a pair of neighbouring words counts, beside the two words themselves. */
export const PAIR = 0.8
/** How much of its weight a word keeps that we read as another spelling. */
export const RESPELT = 0.8
/** How much a long text weakens its own words: 0 not at all, 1 so much that all texts count alike. */
export const OPPORTUNITY_LENGTH_POWER = 1
export const ORGANISATION_LENGTH_POWER = 1
/** Rarity, 0 to 1, is raised to this power: softer than its plain value. */
export const RARITY_POWER = 1
/** The sum over shared words at which the part `words` is 0.63. Fixed, so that scores stay put as the catalogue grows. */
export const WORDS_SCALE = 0.3
/** The most words and pairs of an organisation that count, heaviest first. */
export const MOST_TERMS = 150
/** The most words that no opportunity uses for which another spelling is sought. */
export const MOST_RESPELT = 50
