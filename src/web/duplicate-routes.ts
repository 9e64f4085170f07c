import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { decidePair } from '../actions/duplicates/decide-pair.ts'
import { type ReviewList, reviewPair, reviewPairs } from '../actions/duplicates/review-pairs.ts'
import { undoDecision } from '../actions/duplicates/undo-decision.ts'
import { AppError } from '../base/errors.ts'
import type { DuplicatePair } from '../domain/duplicate.ts'
import { opportunityId } from '../domain/opportunity.ts'
import type { Runtime } from '../runtime.ts'
import { fieldsOf } from './form-fields.ts'
import { duplicatesPage } from './pages/duplicates.ts'
import { pairsQuery } from './query.ts'

/** Pairs on a page: each is as long as two cards. */
const PAIRS = 10

const Ids = z.object({ first: z.string().min(1), second: z.string().min(1) })
const Answer = z.object({ ...Ids.shape, answer: z.enum(['same', 'different']) })

/** Opportunities that may be the same call: what waits, what was decided, and the forms that decide and undo. */
export const duplicateRoutes = (runtime: Pick<Runtime, 'db' | 'now' | 'registry'>) =>
  new Hono()
    .get('/', async (c) => c.html(await pageOf(runtime, 'waiting', c.req.query())))
    .get('/decided', async (c) => c.html(await pageOf(runtime, 'decided', c.req.query())))
    .post('/', async (c) => {
      const { first, second, answer } = ourForm(Answer, await fieldsOf(c))
      const state = answer === 'same' ? 'merged' : 'kept_apart'
      return leadTo(c, await decidePair(runtime, opportunityId(first), opportunityId(second), state))
    })
    .post('/undo', async (c) => {
      const { first, second } = ourForm(Ids, await fieldsOf(c))
      return leadTo(c, await undoDecision(runtime, opportunityId(first), opportunityId(second)))
    })

async function pageOf(
  runtime: Pick<Runtime, 'db' | 'now' | 'registry'>,
  list: ReviewList,
  query: Readonly<Record<string, string>>,
) {
  const { after, first, second, of } = pairsQuery(query)
  const about = of === null ? null : opportunityId(of)
  const page = await reviewPairs(runtime, list, { after, limit: PAIRS }, about)
  const done =
    first === null || second === null
      ? null
      : ((await reviewPair(runtime, opportunityId(first), opportunityId(second))) ?? 'parted')
  return duplicatesPage({ site: runtime.registry, now: runtime.now(), list, of: about, after, page, done })
}

/** @throws AppError `invalid` for what no form of ours sends */
function ourForm<T extends z.ZodType>(schema: T, fields: Readonly<Record<string, unknown>>): z.output<T> {
  const { success, data } = schema.safeParse(fields)
  if (success) return data
  throw new AppError('invalid', 'This form is not one of ours. Go back, load the page again and try again')
}

/** Back to what waits, with a notice of what was done. */
const leadTo = (c: Context, { first, second }: DuplicatePair) =>
  c.redirect(`/duplicates?${new URLSearchParams({ first, second })}#done`, 303)
