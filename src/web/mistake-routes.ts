import { Hono } from 'hono'
import { reportMistake } from '../actions/rechecks/report-mistake.ts'
import { notFound } from '../base/errors.ts'
import { findOpportunity } from '../db/opportunities.ts'
import { LONGEST_WORDS, MistakeReport } from '../domain/mistake.ts'
import { type Opportunity, opportunityId } from '../domain/opportunity.ts'
import type { Runtime } from '../runtime.ts'
import { fieldsOf, textField } from './form-fields.ts'
import {
  NO_DRAFT,
  type ReportDraft,
  reportHref,
  reportMistakePage,
  thanksPage,
} from './pages/report-mistake.ts'

type Lent = Pick<Runtime, 'db' | 'now' | 'newId' | 'registry'>

/** The form with which anybody reports a mistake on the page of an opportunity. */
export const mistakeRoutes = (runtime: Lent) =>
  new Hono()
    .get('/:id/report-a-mistake', async (c) => {
      const opportunity = await find(runtime, c.req.param('id'))
      return c.html(reportMistakePage({ site: runtime.registry, opportunity, draft: NO_DRAFT }))
    })
    .post('/:id/report-a-mistake', async (c) => {
      const opportunity = await find(runtime, c.req.param('id'))
      const fields = await fieldsOf(c)
      const report = readReport(textField(fields, 'what'), textField(fields, 'words'))
      if ('draft' in report) {
        const { draft } = report
        return c.html(reportMistakePage({ site: runtime.registry, opportunity, draft }), 400)
      }
      await reportMistake(runtime, opportunity.id, report)
      return c.redirect(`${reportHref(opportunity.id)}/thank-you`, 303)
    })
    .get('/:id/report-a-mistake/thank-you', async (c) => {
      const opportunity = await find(runtime, c.req.param('id'))
      return c.html(thanksPage({ site: runtime.registry, opportunity }))
    })

async function find({ db }: Lent, id: string): Promise<Opportunity> {
  const opportunity = await findOpportunity(db, opportunityId(id))
  if (!opportunity) throw notFound('opportunity', id)
  return opportunity
}

/** What a form reports, or what its writer has to put right. */
function readReport(what: string, words: string): MistakeReport | { draft: ReportDraft } {
  const { success, data, error } = MistakeReport.safeParse({ what, words })
  if (success) return data
  const isWrong = (field: string) => error.issues.some(({ path }) => path[0] === field)
  const faults = {
    what: isWrong('what') ? 'Say what is wrong' : null,
    words: isWrong('words') ? sayWordsFault(words) : null,
  }
  return { draft: { what, words, faults } }
}

const sayWordsFault = (words: string): string =>
  words.trim() === ''
    ? 'Say what is wrong in your own words'
    : `What you write must be ${LONGEST_WORDS.toLocaleString('en-GB')} characters or less`
