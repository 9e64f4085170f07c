import { type ApplicantType, applicantTypesNamed, VCSE } from '../domain/applicant-type.ts'
import type { AreaCode } from '../domain/area.ts'
import { placesNamed, withoutInner } from '../domain/areas/places.ts'
import { type Fact, inferred, stated, UNKNOWN } from '../domain/fact.ts'
import { NO_RULES, type Rules } from '../domain/rules.ts'
import type { GrantFields } from './find-a-grant-schema.ts'

/** What the list calls kinds of applicant, in small letters without signs. */
const APPLICANT_TYPES: Readonly<Record<string, readonly ApplicantType[]>> = {
  nonprofit: VCSE,
  notforprofit: VCSE,
  voluntarysector: VCSE,
  publicsector: applicantTypesNamed('public_sector'),
  privatesector: ['company'],
  personalindividual: ['individual'],
  individual: ['individual'],
  localauthority: ['local_authority'],
  localauthorities: ['local_authority'],
}

/** The rules of a grant that stand in fields of their own. */
export const readGrantRules = ({ grantApplicantType, grantLocation }: GrantFields): Rules => ({
  ...NO_RULES,
  applicantTypes: readApplicantTypes(grantApplicantType),
  areas: readAreas(grantLocation),
})

/** Where one of the words is not known, those that are say who may apply, and nothing of who may not. */
function readApplicantTypes(words: readonly string[]): Fact<readonly ApplicantType[]> {
  const kinds = words.map((word) => APPLICANT_TYPES[word.toLowerCase().replace(/[^a-z]/g, '')] ?? [])
  const types = [...new Set(kinds.flat())]
  if (types.length === 0) return UNKNOWN
  return kinds.every((kind) => kind.length > 0) ? stated(types) : inferred(types, words.join(', '))
}

/** A place that is not known may be anywhere, so then the others say nothing. */
function readAreas(words: readonly string[]): Fact<readonly AreaCode[]> {
  const places = words.map(placesNamed)
  const areKnown = places.length > 0 && places.every((place) => place.length > 0)
  return areKnown ? stated(withoutInner(places.flat())) : UNKNOWN
}
