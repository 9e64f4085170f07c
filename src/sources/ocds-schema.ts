import * as z from 'zod'
import { id, list, number, object, text, texts } from './shapes.ts'

const yes = z
  .union([z.literal(true), z.stringbool().pipe(z.literal(true))])
  .transform(() => true)
  .catch(false)

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
  /** The buyer's own reference. */
  id,
  status: text,
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

/** What is read of a release, as paths through its objects and lists. */
export const RELEASE_FIELDS = [
  ...['ocid', 'id', 'date', 'tag', 'title', 'buyer.id', 'buyer.name'],
  ...['id', 'name', 'roles', 'identifier', 'additionalIdentifiers', 'contactPoint'].map(
    (part) => `parties.${part}`,
  ),
  ...[
    ...['title', 'description', 'value', 'procurementMethod', 'procurementMethodDetails', 'classification'],
    ...['additionalClassifications', 'tenderPeriod', 'suitability', 'otherRequirements', 'specialRegime'],
    ...['submissionMethodDetails', 'id', 'status', 'documents'],
    ...['classification', 'additionalClassifications', 'deliveryAddresses'].map((part) => `items.${part}`),
    ...['id', 'title', 'value', 'tenderPeriod', 'suitability', 'otherRequirements'].map(
      (part) => `lots.${part}`,
    ),
  ].map((part) => `tender.${part}`),
  ...['planning.documents', 'awards.documents', 'contracts.documents'],
]

/** One answer of a release-package API. */
export const ReleasePackage = z.object({
  releases: z.array(z.unknown()).catch([]),
  links: object({ next: text }),
})

/** Parts that every package has one of: an answer without any is something else. */
export const PACKAGE_PARTS = ['releases', 'links', 'uri', 'version', 'publisher'] as const
