import type { LabelledSet } from '../labelled-set.ts'
import { indexFullText } from './full-text.ts'
import { indexFuse, indexFuseByWord, indexFuseWhole } from './fuse.ts'
import { indexMiniSearch, indexMiniSearchWhole } from './mini-search.ts'
import type { Peer } from './peer.ts'
import { lightStem, peerWords, trigramsOf } from './peer-words.ts'
import { indexCosine } from './tf-idf.ts'

const stems = (text: string) => peerWords(text).map(lightStem)

/** Every engine that ours is held against where organisations and opportunities meet. */
const MATCH_PEERS: readonly Peer[] = [
  { name: 'fuse', says: 'fuse.js defaults, keywords', sampled: true, index: indexFuse },
  {
    name: 'fuse-by-word',
    says: 'fuse.js, a search a keyword, summed',
    sampled: true,
    index: indexFuseByWord,
  },
  { name: 'minisearch', says: 'minisearch, prefix and fuzzy', sampled: false, index: indexMiniSearch },
  { name: 'fts5', says: 'SQLite FTS5 bm25, Porter stems', sampled: false, index: indexFullText },
  {
    name: 'tf-idf',
    says: 'TF-IDF cosine',
    sampled: false,
    index: (candidates) => indexCosine(candidates, peerWords),
  },
  {
    name: 'tf-idf-stem',
    says: 'TF-IDF cosine, light stems',
    sampled: false,
    index: (candidates) => indexCosine(candidates, stems),
  },
]

/** Every engine that ours is held against where a name is looked up. */
const NAME_PEERS: readonly Peer[] = [
  { name: 'fuse', says: 'fuse.js defaults', sampled: true, index: indexFuseWhole },
  { name: 'minisearch', says: 'minisearch, prefix and fuzzy', sampled: false, index: indexMiniSearchWhole },
  {
    name: 'trigrams',
    says: 'TF-IDF cosine of character trigrams',
    sampled: false,
    index: (candidates) => indexCosine(candidates, trigramsOf),
  },
]

export const PEER_NAMES: readonly string[] = [
  ...new Set([...MATCH_PEERS, ...NAME_PEERS].map(({ name }) => name)),
]

/** The engines of those names that can rank such a set. */
export const peersFor = ({ name }: Pick<LabelledSet, 'name'>, names: readonly string[]): readonly Peer[] =>
  (name === 'names' ? NAME_PEERS : MATCH_PEERS).filter((peer) => names.includes(peer.name))
