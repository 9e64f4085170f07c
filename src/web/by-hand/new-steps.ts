import { addByHand } from '../../actions/opportunities/by-hand/add.ts'
import { checkForm } from '../../actions/opportunities/by-hand/check-form.ts'
import { addressOf, readGiven } from '../../actions/opportunities/by-hand/read-given.ts'
import { type Suggested, suggest } from '../../actions/opportunities/by-hand/suggest.ts'
import { listWithLink } from '../../actions/opportunities/by-hand/with-link.ts'
import { dayOf } from '../../base/date.ts'
import type { HandFault, HandForm } from '../../domain/hand-form.ts'
import { formOf } from '../../domain/hand-form-of.ts'
import type { Opportunity, OpportunityId } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'
import type { Html } from '../html.ts'
import { checkPage } from './check-page.ts'
import { formPage } from './form-page.ts'
import type { Posted } from './posted.ts'
import { NEW_HREF, startPage } from './start-page.ts'
import { newTarget } from './target.ts'
import { therePage } from './there-page.ts'

export type Lent = Pick<Runtime, 'db' | 'now' | 'registry' | 'newId' | 'fetch' | 'sleep' | 'log' | 'config'>

/** The page that follows on a form. */
export interface Answer {
  readonly page: Html
  readonly status: 200 | 400
}

const ok = (page: Html): Answer => ({ page, status: 200 })
const wrong = (page: Html): Answer => ({ page, status: 400 })

/** Every step but the last: nothing is changed. */
export async function show(runtime: Lent, posted: Posted): Promise<Answer> {
  const known = posted.step === 'change' ? [] : await thereAlready(runtime, posted)
  if (known.length > 0) {
    return shownThere(runtime, known, posted)
  }
  if (posted.step === 'read') return readIt(runtime, posted)
  return posted.step === 'check' ? check(runtime, posted) : ok(await shownForm(runtime, posted, []))
}

const thereAlready = async (runtime: Lent, { form, isAnother }: Posted) => {
  const link = addressOf(form.link)
  return isAnother || link === null ? [] : listWithLink(runtime, link)
}

async function readIt(runtime: Lent, posted: Posted): Promise<Answer> {
  const { form, text } = posted
  const given = await readGiven(runtime, form.link, text)
  if ('field' in given) {
    return wrong(startPage({ site: runtime.registry, link: form.link, text, fault: given }))
  }
  const read = { ...posted, words: given.words, names: given.names.join('\n') }
  const suggested = await suggestionsFor(runtime, read)
  const filled = filledForm(suggested, given.link, runtime.now())
  const again = await thereAlready(runtime, { ...read, form: filled })
  if (again.length > 0) {
    return shownThere(runtime, again, { ...read, form: { ...form, link: given.link } })
  }
  return ok(await shownForm(runtime, { ...read, form: filled }, []))
}

const filledForm = ({ found, funder, title }: Suggested, link: string, now: Date): HandForm => ({
  ...formOf(found, now),
  title,
  funder: funder?.name ?? '',
  link,
  deadline: found.deadline.kind === 'unknown' ? '' : found.deadline.kind,
})

const suggestionsFor = (runtime: Lent, { words, names, on }: Posted): Promise<Suggested> =>
  suggest(runtime, { words, names: names.split('\n'), on: on ?? dayOf(runtime.now()) })

async function check(runtime: Lent, posted: Posted): Promise<Answer> {
  const { found } = await suggestionsFor(runtime, posted)
  const checked = await checkForm(runtime, posted.form, found, posted.words)
  if ('faults' in checked) return wrong(await shownForm(runtime, posted, checked.faults))
  const target = targetOf(runtime, posted)
  const { form } = posted
  const now = runtime.now()
  return ok(checkPage({ site: runtime.registry, now, target, form, checked, wasWithdrawn: false }))
}

/** Adds it. @returns the id of what was added, or the page that says why it was not */
export async function save(
  runtime: Lent,
  posted: Posted,
): Promise<Answer | { readonly added: OpportunityId }> {
  const { form, words, isAnother } = posted
  const { found } = await suggestionsFor(runtime, posted)
  const id = posted.ref ?? runtime.newId()
  const added = await addByHand(runtime, { form, found, words, id, isAnother })
  if ('faults' in added) return wrong(await shownForm(runtime, posted, added.faults))
  if ('there' in added) return shownThere(runtime, added.there, posted)
  return { added: added.opportunity.id }
}

const shownThere = (runtime: Lent, there: readonly Opportunity[], posted: Posted): Answer =>
  ok(
    therePage({
      site: runtime.registry,
      now: runtime.now(),
      there,
      href: NEW_HREF,
      backHref: NEW_HREF,
      posted,
    }),
  )

async function shownForm(runtime: Lent, posted: Posted, faults: readonly HandFault[]): Promise<Html> {
  const suggested = await suggestionsFor(runtime, posted)
  const target = targetOf(runtime, posted)
  return formPage({ site: runtime.registry, target, form: posted.form, suggested, faults })
}

const targetOf = (runtime: Lent, { on, ref, ...posted }: Posted) =>
  newTarget({ ...posted, on: on ?? dayOf(runtime.now()), ref: ref ?? runtime.newId() })
