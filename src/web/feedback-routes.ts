import { Hono } from 'hono'
import { giveFeedback } from '../actions/feedback/give-feedback.ts'
import { withdrawFeedback } from '../actions/feedback/withdraw-feedback.ts'
import { notFound } from '../base/errors.ts'
import { listFeedback } from '../db/feedback.ts'
import { findOpportunity } from '../db/opportunities.ts'
import { findOrganisation } from '../db/organisations.ts'
import { opportunityId } from '../domain/opportunity.ts'
import { organisationId } from '../domain/organisation.ts'
import type { Runtime } from '../runtime.ts'
import { fieldsOf } from './form-fields.ts'
import { LIMIT, matchesOf } from './matches-of.ts'
import { notForUsHref, notForUsPage } from './pages/not-for-us.ts'
import { matchesHref } from './pages/organisations.ts'
import { hiddenQuery } from './query.ts'
import { readFeedback, readFields } from './read-feedback-form.ts'

/** Forms about matches, each answered by leading back to the place that it was sent from; and what was hidden. */
export const feedbackRoutes = (runtime: Pick<Runtime, 'db' | 'now' | 'registry'>) =>
  new Hono()
    .post('/:id/feedback', async (c) => {
      const id = organisationId(c.req.param('id'))
      const fields = readFields(await fieldsOf(c))
      const { after, at } = fields
      const given = readFeedback(fields)
      if ('draft' in given) {
        return c.html(await matchesOf(runtime, id, { after, at, said: null }, given.draft), 400)
      }
      await giveFeedback(runtime, id, given)
      const about = given.opportunityId
      return given.verdict === 'good_match'
        ? c.redirect(address(matchesHref(id), { after }, matchAnchor(about)), 303)
        : c.redirect(address(matchesHref(id), { after, said: about, at: String(at) }, 'said'), 303)
    })
    .post('/:id/feedback/undo', async (c) => {
      const id = organisationId(c.req.param('id'))
      const { opportunity, after, back } = readFields(await fieldsOf(c))
      await withdrawFeedback(runtime, id, opportunityId(opportunity))
      return back === 'matches'
        ? c.redirect(address(matchesHref(id), { after }, matchAnchor(opportunity)), 303)
        : c.redirect(address(notForUsHref(id), { after, undone: opportunity }, 'undone'), 303)
    })
    .get('/:id/not-for-us', async (c) => {
      const { db, now, registry: site } = runtime
      const { after, undone } = hiddenQuery(c.req.query())
      const id = organisationId(c.req.param('id'))
      const organisation = await findOrganisation(db, id)
      if (!organisation) throw notFound('organisation', id)
      const page = await listFeedback(db, id, 'not_for_us', { after, limit: LIMIT })
      const shown = undone === null ? undefined : await findOpportunity(db, opportunityId(undone))
      return c.html(notForUsPage({ site, now: now(), organisation, after, page, undone: shown ?? null }))
    })

/** An address with those of its parameters that have a value, and a place on the page. */
function address(href: string, parameters: Readonly<Record<string, string | null>>, anchor: string): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  )
  const query = new URLSearchParams(Object.fromEntries(given))
  return `${href}${query.size > 0 ? '?' : ''}${query}#${anchor}`
}

const matchAnchor = (id: string): string => `match-${encodeURIComponent(id)}`
