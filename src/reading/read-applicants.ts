import { type ApplicantType, VCSE } from '../domain/applicant-type.ts'
import { isByApplicant } from './by-applicant.ts'
import type { Clause } from './clauses.ts'
import type { Read } from './finding.ts'
import { isHedged } from './hedges.ts'

/** Who, after words that let somebody apply. */
const MAY =
  /\b(?:(?:who|organisations? (?:that |who )?|groups? |you|charities|and|companies|councils?|applications?|individuals|owners of \w+|organizations?,?|enterprises|businesses|schools) ?(?:can|may|to|are able to|are eligible to) (?:also )?(?:apply|bid)|who can apply|eligible (?:organisations|applicants|groups|to apply)|who is eligible|open to\b(?! (?:applications|new|bids))|one of the following|(?:accept|welcome|invite|consider)(?:s|ed)? applications from|applications (?:are |is )?(?:accepted |invited |welcome[d]? )?from|invited to apply|apply if|available to(?! (?:help|support|fund|deliver|improve|enable|provide))|applications (?:can|may) be made by|(?:award|make|give|provide)s? (?:\w+ )?grants (?:of (?:up to )?[^a-z]* )?to|organisation needs to be|must be (?:an?|one of)|are (?:all )?eligible|applications will be considered from|accepting applications from|awards grants to|designed to support|invites? any|qualify|be used by|we fund|you are an?|(?:can|may) apply (?:for|to|if|provided))\b/
const NOT =
  /\b(?:not|cannot|can't|don't|won't|unable|ineligible|exclud\w+|except|unless|outside|rather than|nor)\b/
/** Of these, those that come after whom they shut out: "individuals cannot". */
const AFTER_THEM = /\b(?:not|cannot|can't|don't|won't|unable|ineligible)\b/

const KINDS: readonly (readonly [RegExp, readonly ApplicantType[]])[] = [
  [/\b(?:vcse|voluntary,? community,? and social enterprises?)\b/, VCSE],
  [
    /\b(?:charities|(?:registered |small |uk |excepted |exempt )charity|charitable (?:organisations?|compan(?:y|ies)|trusts?)|charity organi[sz]ations?)\b/,
    ['registered_charity', 'cio'],
  ],
  [/\b(?:s?cios?|charitable incorporated organisations?)\b/, ['cio']],
  [/\bcommunity benefit societ(?:y|ies)\b/, ['community_benefit_society']],
  [
    /\b(?:compan(?:y|ies)\)? (?:that are )?limited by guarantee|nonprofit (?:registered )?compan(?:y|ies))\b/,
    ['company_guarantee'],
  ],
  [
    /\b(?:unincorporated (?:associations?|groups?|organisations?|clubs?)|(?:community|voluntary|self-help|residents'?)(?: and voluntary| and community|\/community|,? or (?:voluntary|community))? groups?|constituted (?:\w+ (?:or|and) )?(?:voluntary |community )?(?:groups?|clubs?|organisations?|voluntary or community organisations?|community and voluntary organisations?)|constituted, community or voluntary organisations?|groups? or clubs?|clubs and societies|clubs?|groups applying|nonprofit groups)\b/,
    ['unincorporated'],
  ],
  [
    /\b(?:parish|town)(?:,? (?:and|or|\/)? ?(?:town|parish|community|county|parish, and community)?,? ?)*(?:and community )?councils?\b|\btown, parish or\b/,
    ['parish_council'],
  ],
  [/\b(?:local authorit(?:y|ies)|(?:county|district|borough) councils?)\b/, ['local_authority']],
  [/\b(?:statutory (?:or public )?bod(?:y|ies))\b/, ['local_authority', 'parish_council']],
  [/\bschools?\b(?! pta)/, ['school']],
  [/\buniversit(?:y|ies)\b/, ['university']],
  [/\bnhs (?:bodies|trusts?|organisations?)\b/, ['nhs_body']],
  [/\bindividuals\b/, ['individual']],
  [/\b(?:businesses|private companies)\b/, ['company']],
]
/** A council that does what a funder does. */
const GIVES =
  /\b(?:town|parish|community|county|district|borough|city) council (?=(?:invites|welcomes|offers|awards|gives|provides|runs|accepts|considers|has|will|is (?:inviting|offering|making|giving))\b)/g
const CIC = /\b(?:cics?|community interest compan(?:y|ies))\b/
const BY_GUARANTEE = /\blimited by guarantee\b/

/** Kinds of organisation that may apply, one by one. */
export function readApplicants(clause: Clause): readonly Read[] {
  const { text, lead } = clause
  if (!(MAY.test(text) || MAY.test(lead) || /\beligibility\b/.test(lead)) || NOT.test(lead)) return []
  const words = withoutRefused(text)
  if (words === '') return []
  const sure =
    !isHedged(clause) &&
    !isByApplicant(text) &&
    !/^(?:if|for|examples?)\b/.test(text) &&
    !/\bworking with|\bpartnership with/.test(text)
  return typesIn(words).map((value) => ({ field: 'applicantTypes', value, sure }))
}

/** What stands before a "not", "excluding" or "(NB …": after it are those who may not apply. */
function withoutRefused(text: string): string {
  const open = text
    .replace(/\b(?:the|to|your|our|by) (?:town|parish|community) council\b/g, ' ')
    // Who gives is not who may apply.
    .replace(GIVES, ' ')
    .replace(/\((?:including|e\.g\.|such as) ([^()]*)\)/g, ', $1,')
  const at = open.search(NOT)
  if (at < 0) return open
  const before = open.slice(0, at)
  if (!AFTER_THEM.test(open.slice(at, at + 12))) return before
  return before.slice(
    0,
    Math.max(
      before.lastIndexOf(','),
      before.lastIndexOf(';'),
      before.lastIndexOf(' but '),
      before.lastIndexOf('('),
      0,
    ),
  )
}

function typesIn(words: string): readonly ApplicantType[] {
  const types = new Set<ApplicantType>()
  const rest = words.replace(
    /\b(?:cics?|community interest compan(?:y|ies))\b[ ()a-z]*limited by guarantee\b/g,
    () => {
      types.add('cic_guarantee')
      return ' '
    },
  )
  if (CIC.test(rest)) {
    types.add('cic_guarantee')
    if (!BY_GUARANTEE.test(rest)) types.add('cic_shares')
  }
  for (const [pattern, kinds] of KINDS) if (pattern.test(rest)) for (const kind of kinds) types.add(kind)
  return [...types]
}
