import * as z from 'zod'
import { id, list, object, text } from './shapes.ts'

const money = object({ amount: text, currency: text })
const event = object({
  eventType: text,
  date: text,
  time: text,
  startDate: text,
  startTime: text,
  endDate: text,
  endTime: text,
  details: text,
})
const custom = object({ value: z.unknown().optional() })

/** An opportunity as a CommonGrants service lists it. */
export const CommonGrant = object({
  id,
  title: text,
  description: text,
  status: object({ value: text, customValue: text }),
  funding: object({ totalAmountAvailable: money, minAwardAmount: money, maxAwardAmount: money }),
  keyDates: object({
    postDate: event,
    closeDate: event,
    otherDates: z.record(z.string(), event).catch({}),
  }),
  acceptedApplicantTypes: list(object({ value: text, customValue: text })),
  source: text,
  customFields: object({
    agency: custom,
    fundingOrganization: custom,
    costSharing: custom,
    contactInfo: custom,
    ukDeadline: custom,
    ukAreas: custom,
  }),
})
export type CommonGrant = z.infer<typeof CommonGrant>
export type Event = CommonGrant['keyDates']['closeDate']
export type Money = z.infer<typeof money>

export const COMMON_GRANT_FIELDS = [
  ...['id', 'title', 'description', 'status.value', 'source'],
  ...['totalAmountAvailable', 'minAwardAmount', 'maxAwardAmount'].map((name) => `funding.${name}`),
  ...['postDate', 'closeDate', 'otherDates'].map((name) => `keyDates.${name}`),
  'acceptedApplicantTypes',
  ...['agency', 'fundingOrganization', 'costSharing', 'contactInfo', 'ukDeadline', 'ukAreas'].map(
    (name) => `customFields.${name}`,
  ),
]

/** Custom fields may hold anything; what is not as it should be reads as absent. */
export const NamedBody = object({ id: text, name: text })
export const CostSharing = object({
  isRequired: z.boolean().nullable().catch(null),
  percentage: z.number().min(0).max(100).nullable().catch(null),
})
export const ContactInfo = object({ email: text })
export const UkDeadline = object({ timeZone: text })
export const UkAreas = list(object({ code: text }))

export const CommonGrantsPage = z.object({
  items: z.array(z.unknown()),
  paginationInfo: z.object({ totalItems: z.int().nonnegative().optional() }),
})
