import * as z from 'zod'

/*
 * Releases as they come, not as the standard has them: a part of the wrong shape reads as absent, so
 * that a stray null or list never costs a notice. What must be there is checked by who needs it.
 */

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const object = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess((value) => (isObject(value) ? value : {}), z.object(shape))

const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (Array.isArray(value) ? value.filter(isObject) : []), z.array(item))

const texts = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string'),
  z.array(z.string()),
)

/** Null when absent, empty or not a text. */
const text = z.string().trim().min(1).nullable().catch(null)

/** An id may come as a number. */
const id = z
  .union([z.string().trim().min(1), z.number().transform(String)])
  .nullable()
  .catch(null)

const yes = z
  .union([z.literal(true), z.stringbool().pipe(z.literal(true))])
  .transform(() => true)
  .catch(false)

/** At least 0; a number may come as a text with commas. */
const number = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value.replaceAll(',', '')) : value),
  z.number().nonnegative().nullable().catch(null),
)

const value = object({ amount: number, amountGross: number, currency: text })
const classification = object({ scheme: text, id })
const identifier = object({ scheme: text, id })
const period = object({ endDate: text })
const documents = list(
  object({ id, documentType: text, noticeType: text, url: text, format: text, datePublished: text }),
)
const suitability = object({ vcse: yes })
const otherRequirements = object({ reservedParticipation: texts })

const lot = object({ id, title: text, value, tenderPeriod: period, suitability, otherRequirements })

const item = object({
  classification,
  additionalClassifications: list(classification),
  deliveryAddresses: list(object({ region: text, countryName: text, country: text, postalCode: text })),
})

const party = object({
  id,
  name: text,
  roles: texts,
  identifier,
  additionalIdentifiers: list(identifier),
  contactPoint: object({ email: text }),
})

const tender = object({
  title: text,
  description: text,
  value,
  procurementMethod: text,
  procurementMethodDetails: text,
  classification,
  additionalClassifications: list(classification),
  items: list(item),
  lots: list(lot),
  tenderPeriod: period,
  suitability,
  otherRequirements,
  specialRegime: texts,
  submissionMethodDetails: text,
  documents,
})

export const Release = object({
  ocid: text,
  id,
  date: text,
  tag: texts,
  title: text,
  buyer: object({ id, name: text }),
  parties: list(party),
  tender,
  planning: object({ documents }),
  awards: list(object({ documents })),
  contracts: list(object({ documents })),
})
export type Release = z.infer<typeof Release>
export type Tender = Release['tender']
export type Party = Release['parties'][number]
export type NoticeDocument = Tender['documents'][number]

/** One answer of a release-package API. */
export const ReleasePackage = z.object({
  releases: z.array(z.unknown()).catch([]),
  links: object({ next: text }),
})

/** Parts that every package has one of: an answer without any is something else. */
export const PACKAGE_PARTS = ['releases', 'links', 'uri', 'version', 'publisher'] as const
