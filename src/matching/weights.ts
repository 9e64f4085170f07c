import type { Area } from '../domain/area.ts'
import type { PartName } from '../domain/match.ts'

/**
 * How much each part adds to the score when it is 1. All but feedback sum to 1; feedback can move a score
 * so far either way, for a call that is all about what was liked or not. `docs/matching.md` quotes this
 * table.
 */
export const WEIGHTS: Readonly<Record<PartName, number>> = {
  words: 0.39,
  topics: 0.17,
  place: 0.09,
  breadth: 0.11,
  recipients: 0.09,
  themes: 0.04,
  amount: 0.03,
  beneficiaries: 0.03,
  time: 0.03,
  funder: 0.02,
  feedback: 0.1,
}

/** The part `place` for a call that is for an area of that kind in which the organisation works. */
export const PLACE: Readonly<Record<Area['kind'], number>> = {
  ward: 1,
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

/** The part `time` with at least half of the usual preparation time left, and with less. */
export const TIGHT_TIME = 0.5
export const NO_TIME = 0

/** The part `beneficiaries` where one side says "anyone". */
export const ANYONE = 0.3

/** How much a text counts by where it stands, for words and for topics. */
export const OPPORTUNITY_FIELDS = { title: 3, summary: 1, description: 0.2 } as const
/** The same for a title that only names the funder: a name tells less than a title of what is paid for. */
export const FUNDER_AS_TITLE = 1
export const ORGANISATION_FIELDS = { whatWeDo: 1, whoWeHelp: 0.35, name: 1.25 } as const

/** How much a pair of neighbouring words counts, beside the two words themselves. */
export const PAIR = 1.5
/** How much of its weight a word keeps that we read as another spelling. */
export const RESPELT = 0.8
/** The most words and pairs of a text that count, heaviest first. */
export const MOST_WORDS = { opportunity: 96, organisation: 40 } as const

/** How much a concept counts that a word was learnt to be near to, beside one that a phrase names. */
export const CONCEPT_LEARNT = 0.7
/** How much what holds a concept counts, times its share. */
export const CONCEPT_HOLDERS = 2
/** How much the themes and groups of a concept count together. */
export const TOPIC_GROUPS = 2
/** The most topics of a text that count, heaviest first. */
export const MOST_TOPICS = { opportunity: 32, organisation: 16 } as const

/** The part `breadth` is 1 where the likeness to what all texts are about is this or more. */
export const FULL_BREADTH = 0.4
