import networks from '../../../data/reference/name-networks.json' with { type: 'json' }
import { foldName } from '../../base/names/fold.ts'
import { type SameAs, type Wording, wordingOf } from '../../base/names/wording.ts'
import { PLACE_WORDS } from '../../domain/areas/wording.ts'

/** Without their plural s, "yorks" and "derbys" would be York and Derby. */
const { yorkshire: _, derbyshire: __, ...placeWords } = PLACE_WORDS

/** How the names of bodies are written, but for what `sameAs` adds. */
export const bodyWording = (sameAs: SameAs): Wording =>
  wordingOf({
    ...networks,
    fold: foldName,
    sameAs: { ...networks.networks, ...networks.sameAs, ...placeWords, ...sameAs },
    networks: Object.keys(networks.networks),
  })
