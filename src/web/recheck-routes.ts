import { Hono } from 'hono'
import { closeOpportunity } from '../actions/rechecks/close-opportunity.ts'
import { confirmOpportunity } from '../actions/rechecks/confirm-opportunity.ts'
import { listRechecks } from '../actions/rechecks/list-rechecks.ts'
import { settleMistake } from '../actions/rechecks/settle-mistake.ts'
import { undoCheck } from '../actions/rechecks/undo-check.ts'
import { AppError } from '../base/errors.ts'
import { listLatestChecks } from '../db/checks.ts'
import { SettleNote } from '../domain/mistake.ts'
import { opportunityId } from '../domain/opportunity.ts'
import type { Runtime } from '../runtime.ts'
import { fieldsOf, textField } from './form-fields.ts'
import { LIMIT } from './matches-of.ts'
import { rechecksPage } from './pages/rechecks.ts'

const SHOWN_CHECKS = 10

/** For operators: the queue of what should be checked, and what they found. */
export const recheckRoutes = (runtime: Pick<Runtime, 'db' | 'now' | 'newId' | 'registry'>) =>
  new Hono()
    .get('/', async (c) => {
      const { db, now, registry: site } = runtime
      const [queue, lately] = await Promise.all([
        listRechecks(runtime, LIMIT),
        listLatestChecks(db, SHOWN_CHECKS),
      ])
      const done = DONE.get(c.req.query('done') ?? '') ?? null
      return c.html(rechecksPage({ site, now: now(), queue, lately, done }))
    })
    .post('/:id/still-right', async (c) => {
      await confirmOpportunity(runtime, opportunityId(c.req.param('id')))
      return c.redirect('/rechecks?done=still-right', 303)
    })
    .post('/:id/closed', async (c) => {
      await closeOpportunity(runtime, opportunityId(c.req.param('id')))
      return c.redirect('/rechecks?done=closed', 303)
    })
    .post('/checks/:id/undo', async (c) => {
      await undoCheck(runtime, c.req.param('id'))
      return c.redirect('/rechecks?done=undone', 303)
    })
    .post('/mistakes/:id/settle', async (c) => {
      const { success, data } = SettleNote.safeParse(textField(await fieldsOf(c), 'note'))
      if (!success) throw new AppError('invalid', 'The note is too long. Go back and shorten it')
      await settleMistake(runtime, c.req.param('id'), data)
      return c.redirect('/rechecks?done=settled', 303)
    })

const DONE: ReadonlyMap<string, string> = new Map([
  ['still-right', 'It counts as checked now, and what was reported of it is settled.'],
  ['closed', 'It shows as closed, until its source says something new of it.'],
  ['undone', 'That is taken back.'],
  ['settled', 'The report is settled.'],
])
