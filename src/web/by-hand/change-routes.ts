import { Hono } from 'hono'
import { changeByHand } from '../../actions/opportunities/by-hand/change.ts'
import { checkForm } from '../../actions/opportunities/by-hand/check-form.ts'
import { findByHand } from '../../actions/opportunities/by-hand/find-by-hand.ts'
import { withdrawByHand } from '../../actions/opportunities/by-hand/withdraw.ts'
import type { HandFault, HandForm } from '../../domain/hand-form.ts'
import { formOf } from '../../domain/hand-form-of.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'
import type { Html } from '../html.ts'
import type { Site } from '../layout.ts'
import { checkPage } from './check-page.ts'
import { formPage } from './form-page.ts'
import { readPosted } from './posted.ts'
import { changeTarget, opportunityHref } from './target.ts'
import { withdrawPage } from './withdraw-page.ts'

/** Changes and withdraws an opportunity that was added by hand. */
export const changeRoutes = ({ db, now, registry: site }: Pick<Runtime, 'db' | 'now' | 'registry'>) =>
  new Hono()
    .get('/:id/change', async (c) => {
      const opportunity = await findByHand({ db }, c.req.param('id'))
      const { version } = opportunity
      return c.html(shownForm(site, opportunity, version, formOf(opportunity, now()), []))
    })
    .post('/:id/change', async (c) => {
      const { step, form, version = 0 } = readPosted(await c.req.parseBody({ all: true }))
      const before = await findByHand({ db }, c.req.param('id'))
      if (step === 'save') {
        const changed = await changeByHand({ db, now }, before.id, version, form)
        return 'faults' in changed
          ? c.html(shownForm(site, before, version, form, changed.faults), 400)
          : c.redirect(`${opportunityHref(before.id)}?done=changed`, 303)
      }
      const checked = await checkForm({ db, now }, form, before, '')
      if ('faults' in checked) return c.html(shownForm(site, before, version, form, checked.faults), 400)
      if (step !== 'check') return c.html(shownForm(site, before, version, form, []))
      const target = changeTarget(before.id, version)
      const wasWithdrawn = before.ended !== null
      return c.html(checkPage({ site, now: now(), target, form, checked, wasWithdrawn }))
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

const shownForm = (
  site: Site,
  opportunity: Opportunity,
  version: number,
  form: HandForm,
  faults: readonly HandFault[],
): Html =>
  formPage({
    site,
    target: changeTarget(opportunity.id, version),
    form,
    suggested: { found: opportunity, unsure: {}, funder: null, title: '' },
    faults,
  })
