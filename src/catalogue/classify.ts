import cpvThemes from '../../data/reference/cpv-themes.json' with { type: 'json' }
import lightTouch from '../../data/reference/light-touch-cpv.json' with { type: 'json' }
import type { OpportunityContent } from '../domain/opportunity.ts'
import { Theme } from '../domain/theme.ts'

const THEMES_OF_FAMILY = new Map<string, readonly Theme[]>(
  Object.entries(cpvThemes.themes).map(([prefix, themes]) => [prefix, Theme.array().parse(themes)]),
)

/**
 * Adds what codes say and the source did not: themes from CPV codes where the source names none,
 * and the sign `light_touch` for a contract whose services fall under the light touch regime.
 * Repeated entries of a list are dropped; order is kept. Doing it twice changes nothing more.
 */
export function classify(content: OpportunityContent): OpportunityContent {
  const cpv = distinct(content.cpv)
  const light = content.kind === 'contract' && cpv.some(isLightTouch)
  return {
    ...content,
    cpv,
    themes: distinct(content.themes.length > 0 ? content.themes : cpv.flatMap(themesOf)),
    beneficiaries: distinct(content.beneficiaries),
    vcseSignals: distinct(light ? [...content.vcseSignals, 'light_touch' as const] : content.vcseSignals),
  }
}

/** Whether the code is of a service under the light touch regime that the voluntary sector delivers. */
function isLightTouch(code: string): boolean {
  if (lightTouch.codes.includes(code)) return true
  if (lightTouch.except.some((prefix) => code.startsWith(prefix))) return false
  return lightTouch.prefixes.some((prefix) => code.startsWith(prefix))
}

/** The themes of the longest family that the code belongs to. */
function themesOf(code: string): readonly Theme[] {
  for (let length = code.length; length > 0; length--) {
    const themes = THEMES_OF_FAMILY.get(code.slice(0, length))
    if (themes) return themes
  }
  return []
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)]
