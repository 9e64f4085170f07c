import { Beneficiary, type Beneficiary as Group, Theme, type Theme as ThemeCode } from '../../domain/theme.ts'
import { ANYONE } from '../weights.ts'
import { FIRST_WORD_KEY } from '../words/term-key.ts'
import type { Profile } from './profile.ts'

/** Keys of stated labels: after all topics, before all words. */
const FIRST_THEME = 600
const FIRST_GROUP = 700
/** Every call that names any people has it: for organisations that help anyone. */
export const ANY_GROUP = 799

/** Topics of what a funder has paid for before have keys of their own, from here on. */
export const FIRST_FUNDER_KEY = 1024

const THEME_KEYS = new Map(Theme.options.map((theme, at) => [theme, FIRST_THEME + at]))
const GROUP_KEYS = new Map(Beneficiary.options.map((group, at) => [group, FIRST_GROUP + at]))

export const themeKey = (theme: ThemeCode): number => THEME_KEYS.get(theme) ?? -1
export const groupKey = (group: Group): number => GROUP_KEYS.get(group) ?? -1

/** What kind of thing a key stands for. */
export type KeyKind = 'topics' | 'themes' | 'beneficiaries' | 'funder' | 'words'

export function kindOfKey(key: number): KeyKind {
  if (key < FIRST_THEME) return 'topics'
  if (key < FIRST_GROUP) return 'themes'
  if (key <= ANY_GROUP) return 'beneficiaries'
  return key < FIRST_WORD_KEY ? 'funder' : 'words'
}

/** What a call says it is for, as keys. "Anyone" stands a little for every group. */
export function labelsOffered(themes: readonly ThemeCode[], groups: readonly Group[]): Profile {
  const impacts = new Map<number, number>(themes.map((theme) => [themeKey(theme), 255]))
  if (groups.includes('anyone')) {
    for (const group of Beneficiary.options) impacts.set(groupKey(group), Math.round(255 * ANYONE))
  }
  for (const group of groups) if (group !== 'anyone') impacts.set(groupKey(group), 255)
  if (groups.length > 0) impacts.set(ANY_GROUP, 255)
  const sorted = [...impacts].sort(([a], [b]) => a - b)
  return {
    keys: Uint32Array.from(sorted, ([key]) => key),
    impacts: Uint8Array.from(sorted, ([, impact]) => impact),
  }
}
