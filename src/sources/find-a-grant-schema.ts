import * as z from 'zod'
import { id, number, object, text, texts } from './shapes.ts'

/** What the list says of a grant; its page says the same and more. */
const listed = {
  /** The last part of its address: one of dots alone would lead elsewhere. */
  label: text.transform((label) => (label !== null && /^\.+$/.test(label) ? null : label)),
  grantName: text,
  grantShortDescription: text,
  grantFunder: text,
  grantLocation: texts,
  grantApplicantType: texts,
  grantMinimumAward: number,
  grantMaximumAward: number,
  grantTotalAwardAmount: number,
  grantApplicationOpenDate: text,
  grantApplicationCloseDate: text,
}

export const ListedGrant = object({ id, ...listed })

/** The tabs of a grant's page, in the order in which they are read, with what stands above each. */
export const TABS = {
  grantSummaryTab: null,
  grantEligibilityTab: 'Eligibility',
  grantObjectivesTab: 'Objectives',
  grantDatesTab: 'Dates',
  grantApplyTab: 'How to apply',
  grantSupportingInfoTab: 'Supporting information',
} as const

const tab = z.unknown().optional()

export const GrantFields = object({
  ...listed,
  grantWebpageUrl: text,
  grantSummaryTab: tab,
  grantEligibilityTab: tab,
  grantObjectivesTab: tab,
  grantDatesTab: tab,
  grantApplyTab: tab,
  grantSupportingInfoTab: tab,
})
export type GrantFields = z.infer<typeof GrantFields>

/** What is read of a grant, from the list or from its page. */
export const GRANT_FIELDS = ['id', ...Object.keys(listed), 'grantWebpageUrl', ...Object.keys(TABS)]

export const ListProps = z.object({
  searchResult: z.array(z.unknown()),
  totalGrants: z.int().nonnegative(),
})

export const DetailProps = z.object({
  grantDetail: z.object({ fields: z.looseObject({}) }),
})
