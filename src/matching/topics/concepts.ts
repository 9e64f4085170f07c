import lexicon from '../../../data/reference/concepts.json' with { type: 'json' }
import { Beneficiary, Theme } from '../../domain/theme.ts'

/** Something that organisations work on and funders pay for, however either calls it. */
export interface Concept {
  readonly id: string
  /** As it stands in a sentence. */
  readonly label: string
  /** Numbers of the concepts that hold it, each with how much of it they are, above 0 and up to 0.5. */
  readonly within: readonly (readonly [concept: number, share: number])[]
  /** Topics of the themes and groups of people that it belongs to. */
  readonly groups: readonly number[]
}

const NUMBERS = new Map(lexicon.concepts.map(({ id }, number) => [id, number]))

/** The topic of each theme and of each group of people, after those of the concepts. */
const THEME_TOPICS = new Map(Theme.options.map((theme, at) => [theme, lexicon.concepts.length + at]))
const GROUP_TOPICS = new Map(
  Beneficiary.options.map((group, at) => [group, lexicon.concepts.length + Theme.options.length + at]),
)

export const themeTopic = (theme: Theme): number => THEME_TOPICS.get(theme) ?? -1
export const groupTopic = (group: Beneficiary): number => GROUP_TOPICS.get(group) ?? -1

/** Every concept, in the order of its number. */
export const CONCEPTS: readonly Concept[] = lexicon.concepts.map((concept, number) => ({
  id: concept.id,
  label: concept.label,
  within: [...holders(number, 0.5)],
  groups: groupsOf(concept),
}))

/** Concepts, then themes, then groups of people: each is a topic, by its number. */
export const TOPIC_COUNT = CONCEPTS.length + Theme.options.length + Beneficiary.options.length

/** A name for each topic that stays the same when the lexicon grows. @example 'concept:hospice' */
export const TOPIC_IDS: readonly string[] = [
  ...CONCEPTS.map(({ id }) => `concept:${id}`),
  ...Theme.options.map((theme) => `theme:${theme}`),
  ...Beneficiary.options.map((group) => `people:${group}`),
]

/** The number of the concept with that id; undefined when the lexicon has none. */
export const conceptNumber = (id: string): number | undefined => NUMBERS.get(id)

/** Each step out is worth half: a hospice is end-of-life care, and a little health. */
function holders(number: number, share: number): Map<number, number> {
  const found = new Map<number, number>()
  for (const id of lexicon.concepts[number]?.broader ?? []) {
    const outer = NUMBERS.get(id)
    if (outer === undefined) continue
    for (const [concept, much] of [[outer, share] as const, ...holders(outer, share / 2)]) {
      found.set(concept, Math.max(much, found.get(concept) ?? 0))
    }
  }
  return found
}

function groupsOf({ themes, beneficiaries = [] }: (typeof lexicon.concepts)[number]): number[] {
  return [
    ...Theme.options.filter((theme) => themes.includes(theme)).map(themeTopic),
    ...Beneficiary.options.filter((group) => beneficiaries.some((it) => it === group)).map(groupTopic),
  ]
}
