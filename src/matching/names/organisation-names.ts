import networks from '../../../data/reference/name-networks.json' with { type: 'json' }
import { foldName } from '../../base/names/fold.ts'
import { indexNames, type NamedEntry, type NameIndex } from '../../base/names/name-index.ts'
import { wordingOf } from '../../base/names/wording.ts'
import { PLACE_WORDS } from '../../domain/areas/wording.ts'

/** Without their plural s, "yorks" and "derbys" would be York and Derby. */
const { yorkshire: _, derbyshire: __, ...placeWords } = PLACE_WORDS

const WORDING = wordingOf({
  ...networks,
  fold: foldName,
  sameAs: { ...networks.networks, ...networks.sameAs, ...placeWords },
  networks: Object.keys(networks.networks),
})

/**
 * Reads the names of organisations once, for `findNames`: under two seconds for 35,000. A name without
 * a letter or digit is never found.
 */
export const prepareOrganisationNames = (entries: readonly NamedEntry[]): NameIndex =>
  indexNames(entries, WORDING)
