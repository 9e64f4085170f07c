import { readList } from '../../../base/cells.ts'
import { contentOf } from '../../../catalogue/by-hand/content-of.ts'
import { readForm } from '../../../catalogue/by-hand/read-form.ts'
import { factValue } from '../../../domain/fact.ts'
import type { HandFault, HandForm } from '../../../domain/hand-form.ts'
import type { OpportunityContent } from '../../../domain/opportunity.ts'
import type { Runtime } from '../../../runtime.ts'
import { findWards } from '../../places/find-wards.ts'
import { findNamedFunder, type NamedFunder } from './find-funder.ts'
import { addressOf } from './read-given.ts'

/** A form as it would be stored. */
export interface CheckedForm {
  readonly content: OpportunityContent
  readonly funder: NamedFunder
}

/**
 * Reads a form that a person filled in.
 *
 * @param found - what was known before: read from words, or stored
 * @param words - the funder's own, kept only where the licence allows it
 * @returns what would be stored, or all that is wrong, in the order of the fields
 */
export async function checkForm(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  form: HandForm,
  found: OpportunityContent,
  words: string,
): Promise<CheckedForm | { readonly faults: readonly HandFault[] }> {
  const wardsOf = await findWards(db, readList(form.areas))
  const { said, faults } = readForm(form, { wardsOf, shown: factValue(found.rules.areas) ?? [] })
  const link = addressOf(form.link)
  if (said === null || link === null) return { faults: inOrder(form, link, faults) }
  const funder = await findNamedFunder({ db }, said.funder)
  const content = contentOf({ form, said, found, funder: funder.funder, link, words, now: now() })
  return { content, funder }
}

function inOrder(form: HandForm, link: string | null, faults: readonly HandFault[]): readonly HandFault[] {
  const text = 'Enter the link to the page about it, beginning with https://'
  const all = link === null ? [...faults, { field: 'link', text } as const] : faults
  const fields = Object.keys(form)
  return [...all].sort((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field))
}
