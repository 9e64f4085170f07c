import { listAllFeedback } from '../../db/feedback.ts'
import { listOrganisationsById } from '../../db/organisations.ts'
import { gradeOf } from '../../domain/feedback.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { Runtime } from '../../runtime.ts'

/** Feedback as labels of how well organisations and opportunities suit each other. */
export interface Labels {
  /** Those that labelled something, by id. */
  readonly organisations: readonly Organisation[]
  /** Those that somebody labelled, in the order in which they were met. */
  readonly opportunities: readonly Opportunity[]
  /** By organisation, then by opportunity. */
  readonly grades: readonly { organisationId: string; opportunityId: string; grade: 0 | 2 }[]
  /** How often feedback stands that says nothing of the subject, and is left out. */
  readonly leftOut: number
}

const PAGE = 500

/** Reads all feedback that stands, page by page. */
export async function collectLabels({ db }: Pick<Runtime, 'db'>): Promise<Labels> {
  const grades: Labels['grades'][number][] = []
  const opportunities = new Map<string, Opportunity>()
  const organisations: Organisation[] = []
  let leftOut = 0
  let after: string | null = null
  do {
    const page = await listAllFeedback(db, { after, limit: PAGE })
    const labelled = page.items.flatMap(({ feedback, opportunity }) => {
      const grade = gradeOf(feedback)
      return grade === null ? [] : [{ ...feedback, opportunity, grade }]
    })
    leftOut += page.items.length - labelled.length
    const known = new Set(organisations.map(({ id }) => id))
    const fresh = new Set(labelled.map(({ organisationId }) => organisationId)).difference(known)
    organisations.push(...(await listOrganisationsById(db, [...fresh])))
    for (const { opportunity, organisationId, grade } of labelled) {
      opportunities.set(opportunity.id, opportunity)
      grades.push({ organisationId, opportunityId: opportunity.id, grade })
    }
    after = page.next
  } while (after !== null)
  const byId = organisations.sort((a, b) => (a.id < b.id ? -1 : 1))
  return { organisations: byId, opportunities: [...opportunities.values()], grades, leftOut }
}
