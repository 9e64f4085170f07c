import type { CostType, Use } from '../domain/vocabulary.ts'
import type { Clause } from './clauses.ts'
import type { Read } from './finding.ts'
import { isHedged, isRefusal } from './hedges.ts'

const USES: readonly (readonly [Use, RegExp])[] = [
  [
    'religious_activity',
    /\b(?:promot\w+|advanc\w+|further\w+)(?: of)?(?: \w+){0,3}? relig\w+|\breligious (?:activit|purpose|worship|view|belief|cause|content|practice)|\bevangelis|\bproselyti/,
  ],
  [
    'party_politics',
    /\bparty[- ]politic\w*(?! (?:groups?|organisations?|parties))\b|\bpolitical (?:activit|campaign|cause|view|purpose|lobb|belief|or religious)|\b(?:religion|religious) or political\b/,
  ],
  [
    'retrospective_costs',
    /\bretrospective|\b(?:already|been) (?:\w+ )?(?:started|begun|taken place|incurred|completed|happened|been (?:completed|made|spent|incurred|started))|\bcosts? incurred before|\bmade retrospectively/,
  ],
  [
    'onward_grants',
    /\bonward grants?|\bre-?grant(?:ing)?\b|\bgrants? to (?:other|third)\b(?! organisations\b)|\bpassing on (?:the )?(?:grant|fund)/,
  ],
  ['statutory_duty', /\bstatutory (?:dut|responsib|service|obligation|provision|function)/],
]
/** Who is shut out, and not what for. */
const SOMEBODY = /^(?:organisations?|groups?|charities|non-?profit organisations|nonprofit organisations)\b/

const COSTS: readonly (readonly [CostType, RegExp])[] = [
  [
    'capital',
    /\bcapital (?:costs?|expenditure|works?|projects?|items?|grants?|schemes|elements?|funding)\b|\bcapital and revenue\b|\bscale capital\b/,
  ],
  ['revenue', /\brevenue (?:costs?|expenditure|funding|grants?|elements?)\b/],
  ['core', /\bcore (?:costs?|funding)\b|\brunning(?:\/core)? costs?\b/],
  ['salaries', /\bsalar(?:y|ies)\b|\bstaff(?:ing)? costs?\b/],
]
const ONLY =
  /\b(?:only (?:to )?(?:cover|fund|pay for|support|for|be used for|consider)|must (?:be for|include|only be)|solely|exclusively)\b/
const GRANTS_OF = /\bcapital grants are available\b|^capital grants? (?:only|of)\b/
const EXCEPTION = /\b(?:except|unless|other than|rather than)\b/

/** What the money may not be used for, and which kinds of costs are not paid. */
export function readExclusions(clause: Clause): readonly Read[] {
  const { text } = clause
  if (!isRefusal(clause)) return []
  const sure = !isHedged(clause)
  const uses = SOMEBODY.test(text)
    ? []
    : USES.filter(([, pattern]) => pattern.test(text)).map(
        ([value]): Read => ({ field: 'notFor', value, sure }),
      )
  const costs = /\bspecific (?:post|position)|\bopen-ended/.test(text)
    ? []
    : COSTS.filter(([, pattern]) => pattern.test(text)).map(
        ([value]): Read => ({ field: 'costsNotPaid', value, sure: sure && !EXCEPTION.test(text) }),
      )
  return [...uses, ...costs]
}

/** The only kinds of costs that are paid. */
export function readCosts(clause: Clause): readonly Read[] {
  const { text } = clause
  if (isRefusal(clause) || !(ONLY.test(text) || GRANTS_OF.test(text))) return []
  return COSTS.filter(([, pattern]) => pattern.test(text)).map(([value]) => ({
    field: 'costs',
    value,
    sure: !isHedged(clause),
  }))
}
