import { type Html, html } from '../html.ts'
import type { Posted } from './posted.ts'
import { NEW_HREF } from './start-page.ts'

/** What a form is about: an opportunity that is to be added, or one that is to be changed. */
export interface Target {
  readonly isNew: boolean
  /** Where the form is sent. */
  readonly href: string
  readonly backHref: string
  readonly heading: string
  /** What the form carries unseen beside its fields. */
  readonly carried: Readonly<Record<string, string>>
}

type Read = Pick<Posted, 'words' | 'names' | 'isAnother'> & { readonly on: string; readonly ref: string }

export const newTarget = ({ words, names, on, ref, isAnother }: Read): Target => ({
  isNew: true,
  href: NEW_HREF,
  backHref: NEW_HREF,
  heading: 'Add an opportunity',
  carried: { words, names, on, ref, ...(isAnother && { another: 'yes' }) },
})

export const changeTarget = (id: string, version: number, isAnother: boolean): Target => ({
  isNew: false,
  href: changeHref(id),
  backHref: opportunityHref(id),
  heading: 'Change this opportunity',
  carried: { version: String(version), ...(isAnother && { another: 'yes' }) },
})

export const opportunityHref = (id: string): string => `/opportunities/${encodeURIComponent(id)}`
export const changeHref = (id: string): string => `${opportunityHref(id)}/change`
export const withdrawHref = (id: string): string => `${opportunityHref(id)}/withdraw`

/** Fields that nobody sees. */
export const hidden = (fields: Readonly<Record<string, string | readonly string[]>>): Html =>
  html`${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${String(value)}">`,
  )}`
