import { atLeast } from './at-least.ts'

/** Whether the organisation can find as much of the cost elsewhere as the funder wants. */
export const matchFunding = atLeast({
  name: 'match_funding',
  fact: 'matchPercent',
  field: 'matchPercent',
  asks: (least) => `At least ${least}% of the cost must come from elsewhere`,
  has: (own) => `could find ${own}%`,
  notKnown: 'how much you could find',
  question: 'What share of the cost could you find elsewhere, in per cent?',
  opens: (least) => `Opens if you could find ${least}% of the cost elsewhere.`,
  step: (least) => `Find ${least}% of the cost elsewhere`,
  wish: (least) => `see at least ${least}% of the cost come from elsewhere`,
})
