import type { ProfileField, RuleName } from './match.ts'

/** A rule that shuts an organisation out of opportunities that would fit it. */
export interface Bar {
  readonly rule: RuleName
  /** How many opportunities it stands in the way of, alone or beside other rules; at least 1. */
  readonly count: number
}

/** Something that an organisation could do, or wait for. */
export interface Opener {
  readonly rule: RuleName
  /** As an order, without a full stop. @example 'Get a policy on safeguarding' */
  readonly step: string
  /** How many opportunities nothing else stands in the way of; at least 1. */
  readonly opens: number
}

/** Something that an organisation has not told. */
export interface OpenQuestion {
  readonly field: AskedField
  /** How many of its matches ask nothing else of it, and so could be settled by this answer alone. */
  readonly settles: number
  /** How many of its matches ask for it, alone or beside other things; at least 1. */
  readonly asked: number
}

/** What rules can ask an organisation to tell. */
export type AskedField = Exclude<
  ProfileField,
  | 'whatWeDo'
  | 'whoWeHelp'
  | 'themes'
  | 'needMin'
  | 'needMax'
  | 'wantsContracts'
  | 'preparationDays'
  | 'durationMin'
>

interface Asked {
  /** Ends a sentence that begins "Tell us". */
  readonly name: string
  readonly question: string
}

/** Each field as it is asked for, whichever opportunity asks. */
export const ASKED: Readonly<Record<AskedField, Asked>> = {
  legalForm: { name: 'your legal form', question: 'What is your legal form?' },
  orgIds: {
    name: 'your register numbers',
    question: 'What are your numbers on the registers of charities, companies and mutual societies?',
  },
  areas: { name: 'where you work', question: 'In which local authorities, counties or regions do you work?' },
  beneficiaryAreas: {
    name: 'where those live whom you help',
    question: 'Where do the people live whom you help?',
  },
  beneficiaries: { name: 'whom you help', question: 'Which groups of people do you help?' },
  income: { name: 'your yearly income', question: 'What was your income in your last financial year?' },
  foundedOn: { name: 'when you began', question: 'On what day did your organisation begin?' },
  accountsFrom: {
    name: 'how far your accounts go back',
    question: 'What is the first day that your yearly accounts cover?',
  },
  costs: {
    name: 'what you need money for',
    question: 'Do you need money for buildings and equipment, core costs, a project or salaries?',
  },
  durationMax: {
    name: 'for how long you would want money',
    question: 'For how many months would you want money, at least and at most?',
  },
  matchPercent: {
    name: 'how much you could find elsewhere',
    question: 'What share of a cost could you find elsewhere, in per cent?',
  },
  partners: {
    name: 'how many would bid with you',
    question: 'How many other organisations would bid together with you?',
  },
  unrelatedTrustees: {
    name: 'how many of your trustees are not related',
    question: 'How many of your trustees or committee members are not related to, or living with, another?',
  },
  unrelatedSignatories: {
    name: 'how many people sign for your bank account',
    question: 'How many people sign for your bank account who are not related to, or living with, another?',
  },
  hasBankAccount: {
    name: 'whether you have a bank account',
    question: 'Do you have a bank account in your organisation’s own name?',
  },
  hasDissolutionClause: {
    name: 'what your governing document says',
    question: 'Does your governing document say who gets what is left if you close?',
  },
  policies: {
    name: 'which policies you have',
    question: 'Which policies do you have, such as on safeguarding or equality?',
  },
  reservesMonths: {
    name: 'your free reserves',
    question: 'How many months of your spending would your free reserves cover?',
  },
  history: {
    name: 'your earlier bids',
    question: 'Which funders have you applied to, when, and what came of it?',
  },
  uses: {
    name: 'what the money would go to',
    question:
      'Would any of the money go to religious activity, party politics, costs from before the award, grants to others, or what the law requires a public body to do?',
  },
  subsidyReceived: {
    name: 'what subsidy you have had',
    question: 'How much minimal financial assistance have you had in this fiscal year and the two before?',
  },
}
