import { count } from '../../base/text.ts'
import { atLeast } from './at-least.ts'

const others = (many: number) => count(many, 'other organisation')

/** Whether enough other organisations would bid together with this one. */
export const partners = atLeast({
  name: 'partners',
  fact: 'partners',
  field: 'partners',
  asks: (least) => `A bid must be made together with at least ${others(least)}`,
  has: (own) => `have ${own} to bid with`,
  notKnown: 'whom you could bid with',
  question: 'How many other organisations would bid together with you?',
  opens: (least, own) => `Opens with ${count(least - own, 'more partner')}.`,
  step: (least, own) => `Find ${count(least - own, 'more partner')} to bid with`,
  wish: (least) => `fund bids made together with at least ${others(least)}`,
})
