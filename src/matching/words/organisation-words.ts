import type { Organisation } from '../../domain/organisation.ts'
import {
  MOST_RESPELT,
  MOST_TERMS,
  ORGANISATION_FIELDS,
  ORGANISATION_LENGTH_POWER,
  RESPELT,
} from '../weights.ts'
import { respell } from './spellings.ts'
import { fold } from './tokens.ts'
import type { WordIndex } from './word-index.ts'
import { type WordUse, wordUses } from './word-use.ts'

/** A term of the organisation that the catalogue uses. */
export interface OrganisationTerm extends WordUse {
  readonly key: string
  /** What a use of weight 1 in an opportunity adds to its sum: its weight here, times its rarity on either side. */
  readonly pull: number
  /** Whether the organisation writes it in a way that no opportunity does. */
  readonly respelt: boolean
}

type Text = Pick<Organisation, 'name' | 'whatWeDo' | 'whoWeHelp'>

/** The organisation's terms that count, heaviest first; ties in order of the key. */
export function organisationTerms(index: WordIndex, { name, whatWeDo, whoWeHelp }: Text): OrganisationTerm[] {
  const uses = wordUses(
    [
      [whatWeDo, ORGANISATION_FIELDS.whatWeDo],
      [whoWeHelp, ORGANISATION_FIELDS.whoWeHelp],
      [name, ORGANISATION_FIELDS.name],
    ],
    ORGANISATION_LENGTH_POWER,
  )
  const known = [...uses].filter(([key]) => index.postings.has(key))
  const unknown = [...uses].filter(([key]) => !index.postings.has(key) && !key.includes(' '))
  const heaviest = unknown
    .toSorted(([a, x], [b, y]) => y.weight - x.weight || (a < b ? -1 : 1))
    .slice(0, MOST_RESPELT)
  return [
    ...known.map(([key, use]) => termOf(index, key, use, false)),
    ...heaviest.flatMap(([, use]) => respeltTerm(index, uses, use)),
  ]
    .sort((a, b) => b.pull - a.pull || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_TERMS)
}

function termOf(index: WordIndex, key: string, use: WordUse, respelt: boolean): OrganisationTerm {
  const rarity = index.postings.get(key)?.rarity ?? 0
  const pull = use.weight * rarity ** 2
  return { key, ...use, pull, respelt }
}

/** The term under the spelling of the catalogue; none when the organisation writes that too. */
function respeltTerm(index: WordIndex, uses: ReadonlyMap<string, WordUse>, use: WordUse): OrganisationTerm[] {
  const surface = use.surfaces[0] ?? ''
  const key = respell(index.spellings, fold(surface))
  if (key === undefined || uses.has(key)) return []
  return [termOf(index, key, { weight: use.weight * RESPELT, surfaces: [surface] }, true)]
}
