import * as z from 'zod'

const Id = z.string().min(1)

/** An organisation of a labelled set; what is not known is an empty text or null. */
export const LabelledOrganisation = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  objects: z.string(),
})
export type LabelledOrganisation = Readonly<z.infer<typeof LabelledOrganisation>>

/** An opportunity of a labelled set; what is not known is an empty text or null. */
export const LabelledOpportunity = z.object({
  id: Id,
  title: z.string(),
  description: z.string(),
  eligibility: z.string(),
  funder: z.string(),
  area: z.string().default(''),
  programme: z.string(),
})
export type LabelledOpportunity = Readonly<z.infer<typeof LabelledOpportunity>>

/** How well one opportunity suits one organisation, as somebody judged it. */
export const Grade = z.object({
  org_id: Id,
  opp_id: Id,
  /** 0 to 3; higher is better. */
  grade: z
    .string()
    .regex(/^[0-3]$/, 'is not a grade from 0 to 3')
    .transform(Number),
})

/** What each opportunity is, by id. */
export const Kinds = z.record(Id, z.string())

/** The kind of a call that no organisation may apply for. */
export const INDIVIDUALS_ONLY = 'grantmaker-individuals-only'

export const RegisterEntry = z.object({ org_id: Id, name: z.string() })

/** A name as somebody typed it, and the register entry that they meant. */
export const TypedName = z.object({ variant: z.string().min(1), gold_org_id: Id })
