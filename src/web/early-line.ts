import { type EarlyHelp, toldEarlyHelp } from '../domain/early-help.ts'
import type { Match } from '../domain/match.ts'
import { type Html, html } from './html.ts'

/** Says that an opportunity mentions help before a need has grown, in its own words; nothing when it names none. */
export function earlyLine(all: readonly EarlyHelp[]): Html | null {
  const told = toldEarlyHelp(all)
  if (told.length === 0) return null
  return line(
    'Mentions help before a need grows',
    told.map(({ name, quote }) => `${name} (“${quote}”)`),
  )
}

/** As `earlyLine`, but first of all what both sides name. */
export const earlyMatchLine = (match: Match): Html | null =>
  sharedEarlyLine(match) ?? earlyLine(match.earlyHelp)

/** Says that both sides mention the same such help, each in its own words; nothing when they do not. */
export const sharedEarlyLine = ({ sharedEarlyHelp }: Match): Html | null =>
  sharedEarlyHelp.length === 0
    ? null
    : line(
        'Both mention help before a need grows',
        sharedEarlyHelp
          .slice(0, MOST_SHARED)
          .map(({ name, own, theirs }) => `${name} (your “${own}”, their “${theirs}”)`),
      )

const MOST_SHARED = 3

const line = (says: string, words: readonly string[]): Html => html`
  <p class="govuk-body"><strong>${says}:</strong> ${words.join('; ')}</p>`
