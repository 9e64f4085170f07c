import { listWords } from '../../base/text.ts'
import { BENEFICIARIES, type Beneficiary, THEMES, type Theme } from '../../domain/theme.ts'
import { ANYONE } from '../weights.ts'
import { type Part, silent } from './part.ts'

/** The share of the organisation's themes that the call names; 0 when either names none. */
export function scoreThemes(own: readonly Theme[], theirs: readonly Theme[]): Part {
  const shared = [...new Set(own)].filter((theme) => theirs.includes(theme))
  if (shared.length === 0) return silent(0)
  const named = listWords(shared.map((theme) => `“${inSentence(THEMES[theme])}”`))
  return {
    value: shared.length / new Set(own).size,
    sentence: `You work on ${named}, and this pays for that.`,
  }
}

/** The share of the people the organisation helps that the call names. "Anyone", on either side, is a weak sign. */
export function scoreBeneficiaries(own: readonly Beneficiary[], theirs: readonly Beneficiary[]): Part {
  if (own.length === 0 || theirs.length === 0) return silent(0)
  const people = [...new Set(own)].filter((group) => group !== 'anyone')
  const shared = people.filter((group) => theirs.includes(group))
  if (shared.length === 0) return silent(own.includes('anyone') || theirs.includes('anyone') ? ANYONE : 0)
  const named = listWords(shared.map((group) => `“${inSentence(BENEFICIARIES[group])}”`))
  return { value: shared.length / people.length, sentence: `You help ${named}, and this is meant for them.` }
}

/** A label inside a sentence: a small first letter, unless it begins with an abbreviation. */
const inSentence = (label: string): string =>
  /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
