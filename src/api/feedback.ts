import { Hono } from 'hono'
import { giveFeedback } from '../actions/feedback/give-feedback.ts'
import { withdrawFeedback } from '../actions/feedback/withdraw-feedback.ts'
import { notFound } from '../base/errors.ts'
import { listFeedback } from '../db/feedback.ts'
import { findOrganisation } from '../db/organisations.ts'
import { FeedbackGiven } from '../domain/feedback.ts'
import { opportunityId } from '../domain/opportunity.ts'
import { organisationId } from '../domain/organisation.ts'
import type { Runtime } from '../runtime.ts'
import { FeedbackQuery, NoQuery } from './query.ts'
import { feedbackShape } from './shapes.ts'
import { valid } from './valid.ts'

/** What an organisation says of its matches. */
export const feedbackRoutes = (runtime: Pick<Runtime, 'db' | 'now' | 'registry'>) =>
  new Hono()
    .get('/:id/feedback', valid('query', FeedbackQuery), async (c) => {
      const { verdict, ...page } = c.req.valid('query')
      const id = organisationId(c.req.param('id'))
      if (!(await findOrganisation(runtime.db, id))) throw notFound('organisation', id)
      const { items, total, next } = await listFeedback(runtime.db, id, verdict, page)
      return c.json({ items: items.map(feedbackShape), total, next, sample: runtime.registry.sample })
    })
    .post('/:id/feedback', valid('query', NoQuery), valid('json', FeedbackGiven), async (c) => {
      const id = organisationId(c.req.param('id'))
      return c.json(feedbackShape(await giveFeedback(runtime, id, c.req.valid('json'))))
    })
    .delete('/:id/feedback/:opportunityId', valid('query', NoQuery), async (c) => {
      const about = opportunityId(c.req.param('opportunityId'))
      await withdrawFeedback(runtime, organisationId(c.req.param('id')), about)
      return c.body(null, 204)
    })
