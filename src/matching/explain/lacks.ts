import { count } from '../../base/text.ts'
import type { PartName } from '../../domain/match.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import { type Organisation, saysLittle } from '../../domain/organisation.ts'
import { awardOf, needOf, sayRange } from '../award-range.ts'
import { personalSign } from '../parts/recipients.ts'
import type { TimeLeft } from '../parts/time.ts'
import type { Whereabouts } from '../places/whereabouts.ts'
import { sayAreas } from '../say-area.ts'
import { UNKNOWN_PLACE } from '../weights.ts'

/** Both sides of a match, as far as its shortcomings can be told. */
export interface Pair {
  readonly organisation: Organisation
  readonly opportunity: Opportunity
  readonly left: TimeLeft
  readonly own: Whereabouts
  readonly theirs: Whereabouts
}

/** Why a part is not 1, and what would help where the organisation can; null where nothing is to be said. */
export const LACKS: Readonly<Record<PartName, (pair: Pair, value: number) => string | null>> = {
  words: ({ organisation }, value) =>
    saysLittle(organisation)
      ? 'You say little of what you do: a few sentences more would let us compare.'
      : value < LITTLE
        ? 'Its text and yours share few words.'
        : null,
  topics: (_, value) => (value < LITTLE ? 'It speaks of other things than you do, for the most part.' : null),
  place: ({ organisation, own, theirs }, value) => {
    if (own.areas.length === 0 || own.basis === 'based') return 'You have not said where you work.'
    if (theirs.areas.length === 0) return 'We do not know where it is for.'
    if (value >= NARROW || organisation.areas.length === 0) return null
    const isNamed = theirs.basis === 'named'
    const where = `It ${isNamed ? 'names' : 'is for'} ${sayAreas(theirs.areas)}`
    if (value > ELSEWHERE) return `${where}, so you share it with everybody there.`
    return isNamed ? `${where}, and not where you work.` : `${where}, and you do not work there.`
  },
  breadth: () => null,
  recipients: ({ opportunity }) => {
    const sign = personalSign(opportunity)
    return sign === null ? null : `It says “${sign}”, as calls for individuals do.`
  },
  themes: ({ organisation, opportunity }, value) => {
    if (opportunity.themes.length === 0) return null
    if (organisation.themes.length === 0) return 'You have not said which themes you work on.'
    return value === 0 ? 'It names none of your themes.' : null
  },
  amount: ({ organisation, opportunity }) => {
    const [award, need] = [awardOf(opportunity), needOf(organisation)]
    if (!need) return award ? 'You have not said how much you look for.' : null
    if (!award) return null
    return `It gives ${sayRange(award, opportunity.currency)}, and you look for ${sayRange(need, 'GBP')}.`
  },
  beneficiaries: ({ organisation, opportunity }, value) => {
    if (opportunity.beneficiaries.length === 0) return null
    if (organisation.beneficiaries.length === 0) return 'You have not said whom you help.'
    return value === 0 ? 'It is meant for other people than you help.' : null
  },
  time: ({ organisation, left }) =>
    typeof left === 'number'
      ? `You have ${count(left, 'day')} left, and usually need ${organisation.preparationDays}.`
      : null,
  funder: () => null,
  feedback: (_, value) => (value < 0 ? 'You said that calls like this are not for you.' : null),
}

const LITTLE = 0.15
const NARROW = 0.5
/** What the part `place` is at most where the organisation works elsewhere. */
const ELSEWHERE = UNKNOWN_PLACE / 2
