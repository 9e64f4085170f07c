import { longEnough } from './long-enough.ts'

/** Whether the organisation has been running for long enough. */
export const running = longEnough({
  name: 'running',
  fact: 'monthsRunning',
  field: 'foundedOn',
  asks: (long) => `It takes organisations that have been running for at least ${long}`,
  since: (day) => `you began on ${day}`,
  notKnown: 'when you began',
  question: 'On what day did your organisation begin?',
  opens: (long, on) => `Opens once you have been running for ${long}, on ${on}`,
  step: (long) => `you will have been running for ${long}`,
  wish: (long) => `fund organisations that have been running for at least ${long}`,
})

/** Whether the organisation can show accounts for long enough. */
export const accounts = longEnough({
  name: 'accounts',
  fact: 'monthsOfAccounts',
  field: 'accountsFrom',
  asks: (long) => `It asks for accounts of at least ${long}`,
  since: (day) => `yours begin on ${day}`,
  notKnown: 'how far yours go back',
  question: 'What is the first day that your yearly accounts cover?',
  opens: (long, on) => `Opens once you have accounts of ${long}, on ${on}`,
  step: (long) => `you will have accounts of ${long}`,
  wish: (long) => `see accounts of at least ${long}`,
})
