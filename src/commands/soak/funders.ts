import { addDays, type IsoDate } from '../../base/date.ts'
import type { Chance } from './chance.ts'

interface Offer {
  readonly key: string
  readonly title: string
  readonly theme: string
  readonly area: string
  closesOn: IsoDate | null
  awardMax: number
  ended: '' | 'withdrawn'
}

const THEMES = ['food', 'health', 'young_people', 'older_people', 'environment'] as const
const AREAS = ['South Gloucestershire', 'West of England', 'South West', 'England', 'Wales'] as const
/** Calls that are still listed; older ones leave the list. */
const MOST_LISTED = 400

/** Funders who add, move, change and withdraw calls from day to day, and publish them as one CSV list. */
export function simulatedFunders(chance: Chance) {
  const offers: Offer[] = []
  let made = 0
  const open = (today: IsoDate): Offer => {
    made += 1
    const theme = chance.pick(THEMES)
    return {
      key: `fund-${made}`,
      title: `${theme.replace('_', ' ')} fund ${made}`,
      theme,
      area: chance.pick(AREAS),
      closesOn: chance.onceIn(6) ? null : addDays(today, 5 + chance.upTo(60)),
      awardMax: 1_000 * (1 + chance.upTo(50)),
      ended: '',
    }
  }
  const change = (offer: Offer) => {
    if (chance.onceIn(40) && offer.closesOn !== null) offer.closesOn = addDays(offer.closesOn, 14)
    if (chance.onceIn(60)) offer.awardMax += 1_000
    if (chance.onceIn(150)) offer.ended = offer.ended === '' ? 'withdrawn' : ''
  }
  return {
    liveOneDay(today: IsoDate): void {
      for (const offer of offers) change(offer)
      for (let n = chance.upTo(6); n > 0; n -= 1) offers.push(open(today))
      offers.splice(0, Math.max(0, offers.length - MOST_LISTED))
    },
    list: (): string =>
      [
        'key,title,funder,url,themes,areas,applicant_types,award_max,deadline,closes_on,ended',
        ...offers.map(({ key, title, theme, area, closesOn, awardMax, ended }) =>
          [
            key,
            title,
            'Simulated Funder',
            `https://fund.example/${key}`,
            theme,
            area,
            'vcse',
            awardMax,
            closesOn ? 'fixed' : 'rolling',
            closesOn ?? '',
            ended,
          ].join(','),
        ),
      ].join('\n'),
  }
}
