import type { Agreement, Points } from './compare.ts'
import type { Likeness } from './likeness.ts'

/** How two records compare, in words. */
export interface SaidPoints {
  readonly agrees: readonly string[]
  readonly differs: readonly string[]
  /** What one of them, or neither, states. */
  readonly notSaid: readonly string[]
}

type Words = Readonly<Record<'agrees' | 'differs', string>>

const FACTS: Readonly<
  Record<'link' | 'applyLink' | 'funder' | 'deadline' | 'amount' | 'area' | 'kind', Words & { name: string }>
> = {
  link: { name: 'the page', agrees: 'They lead to the same page', differs: 'They lead to different pages' },
  funder: {
    name: 'the funder',
    agrees: 'The same funder',
    differs: 'Different names or numbers of the funder',
  },
  deadline: { name: 'the last day', agrees: 'The same last day', differs: 'Different last days' },
  amount: { name: 'the amount', agrees: 'The same amount', differs: 'Different amounts' },
  area: { name: 'where', agrees: 'Places that overlap', differs: 'Places that do not overlap' },
  kind: { name: 'the kind', agrees: 'The same kind of funding', differs: 'Different kinds of funding' },
  applyLink: {
    name: 'the address to apply at',
    agrees: 'They are applied for at the same address',
    differs: 'They are applied for at different addresses',
  },
}

const TITLES: Readonly<Record<Likeness, readonly [Exclude<Agreement, 'not_said'>, string]>> = {
  equal: ['agrees', 'The same title'],
  general: ['agrees', 'The same title, in words that any fund may have'],
  near: ['agrees', 'Nearly the same title'],
  part: ['differs', 'One title says more than the other'],
  other: ['differs', 'Different words in the titles'],
}

/** Says what of two records agrees, what differs and what is not stated by both. */
export function sayPoints(points: Points): SaidPoints {
  const said = Object.entries(FACTS).map(
    ([fact, words]) => ({ words, how: points[fact as keyof typeof FACTS] }) as const,
  )
  const [title, titleWords] = TITLES[points.title]
  const those = (how: 'agrees' | 'differs') => [
    ...(title === how ? [titleWords] : []),
    ...(how === 'differs' && points.otherRound ? ['Different years, rounds or lots in the titles'] : []),
    ...said.filter((it) => it.how === how).map(({ words }) => words[how]),
  ]
  return {
    agrees: those('agrees'),
    differs: those('differs'),
    notSaid: said.filter(({ how }) => how === 'not_said').map(({ words }) => words.name),
  }
}
