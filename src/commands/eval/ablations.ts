import { type Offer, offerOf, sharedUnits } from '../../matching/catalogue/offer.ts'
import type { Learnt } from '../../matching/learnt.ts'
import { learntFrom, learntOf } from '../../matching/learnt.ts'
import type { Catalogue } from '../../matching/match.ts'
import type { Applicant } from '../../matching/profile/applicant.ts'
import { type KeyKind, kindOfKey } from '../../matching/profile/label-keys.ts'
import { CONCEPTS } from '../../matching/topics/concepts.ts'

/** A part of the engine that can be left out, to see what it is worth: what it is made of is taken away. */
export interface Ablation {
  readonly says: string
  readonly learn?: (learnt: Learnt) => Learnt
  readonly catalogue?: (catalogue: Catalogue) => Catalogue
  readonly applicant?: (applicant: Applicant) => Applicant
}

export const ABLATIONS: readonly Ablation[] = [
  { says: 'words', applicant: withoutKeys((key) => kindOfKey(key) === 'words') },
  { says: 'topics', applicant: withoutKeys((key) => kindOfKey(key) === 'topics') },
  {
    says: 'themes and groups of topics',
    applicant: withoutKeys((key) => isKind(key, 'topics') && key >= CONCEPTS.length),
  },
  { says: 'concepts learnt for words', learn: withoutAffinities },
  { says: 'tables learnt from the set itself (the shipped ones instead)', learn: () => learntFrom(null) },
  { says: 'breadth', catalogue: withOffers((offer) => ({ ...offer, breadth: 0 })) },
  { says: 'recipients', catalogue: withOffers((offer) => ({ ...offer, recipients: 1 })) },
  { says: 'place', catalogue: withoutPlaces },
]

const isKind = (key: number, kind: KeyKind): boolean => kindOfKey(key) === kind

function withoutKeys(isLeftOut: (key: number) => boolean): (applicant: Applicant) => Applicant {
  return (applicant) => ({
    ...applicant,
    pulls: applicant.pulls.map((pull, at) => (isLeftOut(applicant.keys[at] ?? 0) ? 0 : pull)),
  })
}

function withoutAffinities({ words, topics }: Learnt): Learnt {
  const bare = {
    texts: words.texts,
    words: new Map([...words.words].map(([stem, { rarity }]) => [stem, { rarity, about: [] }])),
  }
  return learntOf({ words: bare, topics })
}

function withOffers(change: (offer: Offer) => Offer): (catalogue: Catalogue) => Catalogue {
  return (catalogue) => ({
    ...catalogue,
    shared: Int32Array.from(catalogue.opportunities, (opportunity) =>
      sharedUnits(change(offerOf(catalogue.learnt, opportunity))),
    ),
  })
}

function withoutPlaces(catalogue: Catalogue): Catalogue {
  const { numbers, values } = catalogue.places
  const nowhere = { areas: [], basis: 'named' as const }
  return { ...catalogue, places: { numbers, values: values.map((it) => ({ ...it, where: nowhere })) } }
}
