/**
 * What the words of names count for. All are shares from 0 to 1 but `rarity`, a power.
 * They are round figures: recall hardly changes between their neighbours.
 */
export const NAME_WEIGHTS = {
  /** A word weighs the logarithm of its rarity to this power. */
  rarity: 0.8,
  /** Of that, what "trust" and "district" keep, which people leave out or add. */
  faintWord: 0.4,
  /** Of that, what "limited" and "CIO" keep. */
  legalForm: 0.1,
  /** How much the typed words that are found count, against the registered words that were typed. */
  typed: 0.75,
  /** How like an acronym is to the words that it stands for. */
  acronym: 0.9,
  /** How like a word is to one that it begins. */
  beginning: 0.6,
  /** Words with fewer of their letters in common are two words. */
  leastAlike: 0.8,
  /** The same for a word that is near no other so, as fuse.js finds it alike. */
  leastAlikeInSound: 0.65,
  /** What is left of such a likeness. */
  sound: 0.8,
  /** What a score keeps when the registered name is of a national network that the text does not name. */
  otherNetwork: 0.8,
  /** What a score loses when all of a name but a part in brackets, or before "formerly", is left out. */
  leftOut: 0.25,
} as const
