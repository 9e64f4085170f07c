import type { Fact } from '../../domain/fact.ts'
import type { Beneficiary } from '../../domain/theme.ts'
import { sayBeneficiaries } from '../../domain/vocabulary.ts'
import { findingsOf, type Rule, toDo } from './rule.ts'

interface Terms {
  /** Any of them. */
  readonly groups: readonly Beneficiary[]
  /** A list that was read from words can be incomplete. */
  readonly isInferred: boolean
}

const { pass, fail, unclear, notTold } = findingsOf<Terms>()

const asks = ({ groups }: Terms) => `It must be for ${sayBeneficiaries(groups)}`

const empty = unclear(
  () => 'The funder limits whom it must be for, and names nobody.',
  () => 'Whom must it be for?',
)
const unknown = notTold(
  'beneficiaries',
  ({ terms }) => `${asks(terms)}, and we do not know whom you help.`,
  () => 'Whom do you help?',
)
const anyone = unclear(
  ({ terms }) => `${asks(terms)}, and you help anyone.`,
  ({ terms }) => `Would it be for ${sayBeneficiaries(terms.groups)} in particular?`,
)
const helps = pass(
  ({ terms, organisation }) =>
    `${asks(terms)}, and you help ${sayBeneficiaries(organisation.beneficiaries.filter((group) => terms.groups.includes(group)))}.`,
)
const forAll = pass(() => 'It may be for anyone.')
const others = fail(
  ({ terms, organisation }) => `${asks(terms)}; you help ${sayBeneficiaries(organisation.beneficiaries)}.`,
  ({ terms }) => `Opens with work for ${sayBeneficiaries(terms.groups)}.`,
  ({ terms }) =>
    terms.groups.map((group) =>
      toDo(`Bid for work with ${sayBeneficiaries([group])}`, { beneficiaries: [group] }),
    ),
)
const maybeOthers = unclear(others.sentence, () => 'Does the funder’s wording leave out those whom you help?')

/** Whether the organisation helps any of the people whom the money must be for. */
export const beneficiaries: Rule<Terms> = {
  name: 'beneficiaries',
  profile: ['beneficiaries'],
  facts: ['beneficiaries'],
  fields: [],
  read: ({ rules }) => termsOf(rules.beneficiaries),
  judge({ groups, isInferred }, { beneficiaries: own }) {
    if (groups.length === 0) return empty
    if (groups.includes('anyone')) return forAll
    if (own.length === 0) return unknown
    if (own.some((group) => groups.includes(group))) return helps
    if (own.includes('anyone')) return anyone
    return isInferred ? maybeOthers : others
  },
  wish: ({ groups }) => `fund work for ${sayBeneficiaries(groups)}`,
}

const termsOf = (fact: Fact<readonly Beneficiary[]>): Terms | null =>
  fact.basis === 'unknown' ? null : { groups: fact.value, isInferred: fact.basis === 'inferred' }
