import { listWords } from '../../base/text.ts'
import { BENEFICIARIES, type Beneficiary, THEMES, type Theme } from '../../domain/theme.ts'
import { ANYONE } from '../weights.ts'
import { type Part, silent } from './part.ts'

/** The share of the organisation's themes that the call names; 0 when either names none. */
export function scoreThemes(own: readonly Theme[], theirs: readonly Theme[]): Part {
  const shared = [...new Set(own)].filter((theme) => theirs.includes(theme))
  if (shared.length === 0) return silent(0)
  return {
    value: shared.length / new Set(own).size,
    say: () => `You work on ${quoted(shared.map((theme) => THEMES[theme]))}, and this pays for that.`,
  }
}

/** The share of the people the organisation helps that the call names. "Anyone", on either side, is a weak sign. */
export function scoreBeneficiaries(own: readonly Beneficiary[], theirs: readonly Beneficiary[]): Part {
  if (own.length === 0 || theirs.length === 0) return silent(0)
  const people = [...new Set(own)].filter((group) => group !== 'anyone')
  if (people.length === 0) return silent(ANYONE)
  const shared = people.filter((group) => theirs.includes(group))
  const others = theirs.includes('anyone') ? ANYONE * (people.length - shared.length) : 0
  const value = (shared.length + others) / people.length
  if (shared.length === 0) return silent(value)
  return {
    value,
    say: () => `You help ${quoted(shared.map((group) => BENEFICIARIES[group]))}, and this is meant for them.`,
  }
}

const quoted = (labels: readonly string[]): string =>
  listWords(labels.map((label) => `“${inSentence(label)}”`))

/** A label inside a sentence: a small first letter, unless it begins with an abbreviation. */
const inSentence = (label: string): string =>
  /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
