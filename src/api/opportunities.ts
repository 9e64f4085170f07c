import { Hono } from 'hono'
import { alsoListed } from '../actions/duplicates/also-listed.ts'
import { funderRegisterId } from '../actions/funders/found-ids.ts'
import { openEarlyHelp } from '../actions/matching/find-early-help.ts'
import { findOrganisationsFor } from '../actions/matching/find-organisations-for.ts'
import { readWords } from '../actions/opportunities/by-hand/read-words.ts'
import { searchOpportunities } from '../actions/opportunities/search.ts'
import { reportMistake } from '../actions/rechecks/report-mistake.ts'
import { dayOf, instantOf } from '../base/date.ts'
import { notFound } from '../base/errors.ts'
import { findOpportunity } from '../db/opportunities.ts'
import { MistakeReport } from '../domain/mistake.ts'
import { opportunityId } from '../domain/opportunity.ts'
import type { Runtime } from '../runtime.ts'
import { areaAsked } from './area-asked.ts'
import { FitQuery, NoQuery, OpportunityQuery, WordsToRead } from './query.ts'
import { alsoListedShape, findingShape, fittingShape, opportunityShape, readingShape } from './shapes.ts'
import { valid } from './valid.ts'

type Lent = Pick<Runtime, 'db' | 'now' | 'newId' | 'registry'>

export const opportunityRoutes = ({ db, now, newId, registry }: Lent) =>
  new Hono()
    .get('/', valid('query', OpportunityQuery), async (c) => {
      const { limit, after, funder = '', ...search } = c.req.valid('query')
      const moment = now()
      const asked = { ...search, funder }
      const found = await searchOpportunities({ db }, instantOf(moment), asked, { after, limit })
      const { total, next, funders } = found
      const earlyHelp = await openEarlyHelp(db)
      const items = found.items.map((item) => opportunityShape(item, moment, earlyHelp(item)))
      const read = funders && readingShape(funder, funders)
      return c.json({ items, total, next, funders: read, sample: registry.sample })
    })
    .post('/read', valid('query', NoQuery), valid('json', WordsToRead), (c) => {
      const { text, publishedOn } = c.req.valid('json')
      const items = readWords(text, publishedOn ?? dayOf(now())).map(findingShape)
      return c.json({ items })
    })
    .get('/:id', valid('query', NoQuery), async (c) => {
      const id = opportunityId(c.req.param('id'))
      const opportunity = await findOpportunity(db, id)
      if (!opportunity) throw notFound('opportunity', id)
      const earlyHelp = await openEarlyHelp(db)
      const moment = now()
      const also = await alsoListed({ db }, opportunity)
      return c.json({
        ...opportunityShape(opportunity, moment, earlyHelp(opportunity)),
        /** The funder's id in a register, and whether the source states it or its name led to it; null without either. */
        funderInRegister: await funderRegisterId(db, opportunity.funder),
        alsoListed: also.map((it) => alsoListedShape(it, moment)),
      })
    })
    .get('/:id/matches', valid('query', FitQuery), async (c) => {
      const id = opportunityId(c.req.param('id'))
      const opportunity = await findOpportunity(db, id)
      if (!opportunity) throw notFound('opportunity', id)
      const { limit, after, area, verdict } = c.req.valid('query')
      const search = { area: await areaAsked(db, area), verdict }
      const page = await findOrganisationsFor({ db }, now(), opportunity, search, { after, limit })
      const { items, total, next, fitting } = page
      return c.json({ items: items.map(fittingShape), total, next, fitting, sample: registry.sample })
    })
    .post('/:id/mistakes', valid('query', NoQuery), valid('json', MistakeReport), async (c) => {
      await reportMistake({ db, now, newId }, opportunityId(c.req.param('id')), c.req.valid('json'))
      return c.body(null, 204)
    })
