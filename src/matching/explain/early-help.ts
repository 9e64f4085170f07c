import type { EarlyHelp, SharedEarlyHelp } from '../../domain/early-help.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Learnt } from '../learnt.ts'
import type { Applicant } from '../profile/applicant.ts'
import { CONCEPTS } from '../topics/concepts.ts'
import { ownSurfaces, theirSurfaces } from './kept-surfaces.ts'
import type { NamedIn } from './surfaces.ts'

/** As opportunities are read. */
const FIELDS = ['title', 'summary', 'description'] as const

/** The early help that an opportunity names, each once where it stands first: title, summary, description. */
export const earlyHelpOf = (learnt: Learnt, opportunity: Opportunity): EarlyHelp[] =>
  theirSurfaces(learnt, opportunity)
    .early()
    .map(({ concept, quote, field }) => ({
      name: nameOf(concept),
      quote,
      field: FIELDS[field] ?? 'description',
    }))

/** The early help that both sides name, in the order in which the opportunity does. */
export function sharedEarlyHelp(
  learnt: Learnt,
  applicant: Applicant,
  opportunity: Opportunity,
): SharedEarlyHelp[] {
  const theirs = theirSurfaces(learnt, opportunity).early()
  if (theirs.length === 0) return []
  const own = new Map(
    ownSurfaces(learnt, applicant)
      .early()
      .map((it) => [it.concept, it]),
  )
  return theirs.flatMap((it: NamedIn) => {
    const mine = own.get(it.concept)
    return mine ? [{ name: nameOf(it.concept), own: mine.quote, theirs: it.quote }] : []
  })
}

const nameOf = (concept: number): string => CONCEPTS[concept]?.label ?? ''
