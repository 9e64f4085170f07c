import { count } from '../../base/text.ts'
import { atLeast } from './at-least.ts'

const trusteesOf = (many: number) => count(many, 'trustee')
const peopleOf = (many: number) => count(many, 'unrelated person', 'unrelated people')

/** Whether enough of those who govern the organisation are not related to each other. */
export const trustees = atLeast({
  name: 'trustees',
  fact: 'unrelatedTrustees',
  field: 'unrelatedTrustees',
  asks: (least) => `It asks for at least ${trusteesOf(least)} or committee members who are not related`,
  has: (own) => `have ${own}`,
  notKnown: 'how many you have',
  question: 'How many of your trustees or committee members are not related to, or living with, another?',
  opens: (least, own) =>
    `Opens with ${least - own} more who ${least - own === 1 ? 'is' : 'are'} not related.`,
  step: (least, own) =>
    `Find ${count(least - own, 'more trustee or committee member', 'more trustees or committee members')} who ${least - own === 1 ? 'is' : 'are'} not related`,
  wish: (least) => `fund organisations with at least ${trusteesOf(least)} who are not related`,
})

/** Whether enough people who are not related sign for the organisation's bank account. */
export const signatories = atLeast({
  name: 'signatories',
  fact: 'unrelatedSignatories',
  field: 'unrelatedSignatories',
  asks: (least) => `It asks for at least ${peopleOf(least)} to sign for the bank account`,
  has: (own) => `have ${own}`,
  notKnown: 'how many sign for yours',
  question: 'How many people sign for your bank account who are not related to, or living with, another?',
  opens: (least, own) => `Opens with ${least - own} more to sign for the account.`,
  step: (least, own) =>
    `Let ${count(least - own, 'more person', 'more people')} who ${least - own === 1 ? 'is' : 'are'} not related sign for your bank account`,
  wish: (least) => `pay into accounts that ${peopleOf(least)} sign for`,
})
