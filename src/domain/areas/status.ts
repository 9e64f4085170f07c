import type { Area } from '../area.ts'

type Kind = Area['kind']

/** A name without the words that say what kind of area it is. */
export interface Stripped {
  /** The name's other words. */
  readonly words: readonly string[]
  /** Whether it can be of that kind, by what was said. */
  allows(kind: Kind): boolean
  /** Whether it was said to be a county. */
  readonly isCounty: boolean
}

const LEADING =
  /^(?:(?:london|royal|county|metropolitan) borough|borough|city|county|district|council|lbc?|rb) (?=.)/
const TRAILING =
  /(?<=.) (?:city region|(?:mayoral )?combined authority|(?:unitary|local) authority|(?:london|royal|county|metropolitan) borough|metropolitan|borough|city|county|district|council|unitary|authority|region|area|wide|mbc|mdc|bc|dc|cc|ua|lbc?|mca|ca)$/

/** The kinds that each allows; all others allow any. */
const KINDS: Readonly<Record<string, readonly Kind[]>> = {
  'city region': ['combined_authority'],
  'mayoral combined authority': ['combined_authority'],
  'combined authority': ['combined_authority'],
  mca: ['combined_authority'],
  ca: ['combined_authority'],
  region: ['region'],
  county: ['county', 'local_authority'],
  council: ['county', 'local_authority'],
  cc: ['county', 'local_authority'],
  city: ['local_authority'],
  borough: ['local_authority'],
  district: ['local_authority'],
}

/** @example stripStatus(['durham', 'county', 'council']).words // ['durham'] */
export function stripStatus(words: readonly string[]): Stripped {
  let rest = words.join(' ')
  const said: string[] = []
  for (let status = statusIn(rest); status !== ''; status = statusIn(rest)) {
    said.push(status.trim())
    rest = rest.replace(status, '')
  }
  return {
    words: rest.split(' '),
    allows: (kind) => said.every((status) => KINDS[status]?.includes(kind) ?? true),
    isCounty: said.includes('county') && !said.some((status) => status.includes('borough')),
  }
}

/** Empty when none is left, or nothing else is. */
const statusIn = (text: string): string => (LEADING.exec(text) ?? TRAILING.exec(text))?.[0] ?? ''
