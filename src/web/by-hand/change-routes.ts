import { Hono } from 'hono'
import { changeByHand } from '../../actions/opportunities/by-hand/change.ts'
import { checkForm } from '../../actions/opportunities/by-hand/check-form.ts'
import { findByHand } from '../../actions/opportunities/by-hand/find-by-hand.ts'
import { listOthersWithLink } from '../../actions/opportunities/by-hand/with-link.ts'
import { withdrawByHand } from '../../actions/opportunities/by-hand/withdraw.ts'
import type { HandFault } from '../../domain/hand-form.ts'
import { formOf } from '../../domain/hand-form-of.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'
import type { Html } from '../html.ts'
import type { Site } from '../layout.ts'
import { checkPage } from './check-page.ts'
import { formPage } from './form-page.ts'
import { type Posted, readPosted } from './posted.ts'
import { changeHref, changeTarget, opportunityHref } from './target.ts'
import { therePage } from './there-page.ts'
import { withdrawPage } from './withdraw-page.ts'

type Lent = Pick<Runtime, 'db' | 'now' | 'registry'>

/** Changes and withdraws an opportunity that was added by hand. */
export const changeRoutes = ({ db, now, registry: site }: Lent) =>
  new Hono()
    .get('/:id/change', async (c) => {
      const opportunity = await findByHand({ db }, c.req.param('id'))
      const { version } = opportunity
      const form = formOf(opportunity, now())
      return c.html(shownForm(site, opportunity, { form, version, isAnother: false }, []))
    })
    .post('/:id/change', async (c) => {
      const posted = readPosted(await c.req.parseBody({ all: true }))
      const before = await findByHand({ db }, c.req.param('id'))
      const { version = 0, form, isAnother } = posted
      if (posted.step !== 'save') {
        const { page, status } = await shownStep({ db, now, registry: site }, before, posted)
        return c.html(page, status)
      }
      const changed = await changeByHand({ db, now }, before.id, version, { form, isAnother })
      if ('faults' in changed) return c.html(shownForm(site, before, posted, changed.faults), 400)
      if ('there' in changed) return c.html(shownThere(site, now(), before, changed.there, posted))
      return c.redirect(`${opportunityHref(before.id)}?done=changed`, 303)
    })
    .get('/:id/withdraw', async (c) => {
      const opportunity = await findByHand({ db }, c.req.param('id'))
      return c.html(withdrawPage({ site, opportunity, reason: '', fault: null }))
    })
    .post('/:id/withdraw', async (c) => {
      const opportunity = await findByHand({ db }, c.req.param('id'))
      const { reason = '' } = await c.req.parseBody()
      const fault = await withdrawByHand({ db, now }, opportunity.id, String(reason))
      return fault === null
        ? c.redirect(`${opportunityHref(opportunity.id)}?done=withdrawn`, 303)
        : c.html(withdrawPage({ site, opportunity, reason: String(reason), fault }), 400)
    })

/** Every step but the last: nothing is changed. */
async function shownStep(
  { db, now, registry: site }: Lent,
  before: Opportunity,
  posted: Posted,
): Promise<{ readonly page: Html; readonly status: 200 | 400 }> {
  const { step, form, version = 0, isAnother } = posted
  const checked = await checkForm({ db, now }, form, before, '')
  if ('faults' in checked) return { page: shownForm(site, before, posted, checked.faults), status: 400 }
  if (step !== 'check') return { page: shownForm(site, before, posted, []), status: 200 }
  const there = isAnother ? [] : await listOthersWithLink({ db }, before, checked.content.url)
  if (there.length > 0) return { page: shownThere(site, now(), before, there, posted), status: 200 }
  const target = changeTarget(before.id, version, isAnother)
  const wasWithdrawn = before.ended === 'withdrawn'
  return { page: checkPage({ site, now: now(), target, form, checked, wasWithdrawn }), status: 200 }
}

type Sent = Pick<Posted, 'form' | 'version' | 'isAnother'>

const shownForm = (
  site: Site,
  opportunity: Opportunity,
  { form, version = 0, isAnother }: Sent,
  faults: readonly HandFault[],
): Html =>
  formPage({
    site,
    target: changeTarget(opportunity.id, version, isAnother),
    form,
    suggested: { found: opportunity, unsure: {}, funder: null, title: '' },
    faults,
  })

const shownThere = (
  site: Site,
  now: Date,
  { id }: Opportunity,
  there: readonly Opportunity[],
  posted: Posted,
): Html => therePage({ site, now, there, href: changeHref(id), backHref: changeHref(id), posted })
