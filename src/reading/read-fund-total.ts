import type { Clause } from './clauses.ts'
import type { Read } from './finding.ts'
import { isConditional, isHedged } from './hedges.ts'
import { type Sum, sumsIn } from './money.ts'

/** What stands before the sum of a whole fund, or of a whole contract. */
const BEFORE =
  /(?:\b(?:a )?total (?:of|grant fund\S* (?:\S+ ){0,8}?(?:is|of)|fund\S* (?:\S+ ){0,8}?(?:is|of)|funding (?:\S+ ){0,4}?(?:is|of)|(?:\S+ ){0,3}?grants? fund (?:\S+ ){0,6}?(?:is|of))|share (?:of|in) (?:an? |the |our )?|(?:pot|fund|budget|balance) of|distribute|(?:total |maximum )?contract value (?:\S+ ){0,8}?(?:is|of|to|for|be|exceed):?(?: up to)?|(?:will not exceed)|awarded for a total of|maximum budget (?:\S+ ){0,8}?(?:is|of)) ?$/
/** "The £10 million Youth Fund" */
const NAMED = /^ (?:[a-z'-]+ ){0,5}?(?:fund(?:ing pot)?|pot)\b(?! (?:projects|for up to))/
const ARTICLE = /\b(?:an?|the|its|new|governments?'?s?|emergency fund worth|fund worth) ?$/
/** The sum is that of an award. */
const OF_AN_AWARD = /\b(?:grants?|awards?)\b(?: \w+){0,3}? ?$|^ ?(?:-|to|and|or) ?$|\b(?:between|from) ?$/
const AVAILABLE =
  /^(?: million| of [^.£]{0,50}?)? (?:(?:is|are|has been|will be|made) )(?:now |being |made )*available\b|^ (?:which remains )?(?:is )?available for distribution|^ (?:cash )?(?:pot|windfall)\b|^ is on offer\b|^ of [^.£]{0,40}? (?:funding )?available\b/
const TOTAL_LEAD = /^(?:total (?:funding |fund |amount )?available|total fund(?:ing)?|size of the fund)\b/
const EACH =
  /\b(?:per (?:year|annum|project|application|organisation|month)|each|every|a year|annual budget|annually|per event|pa)\b/
const PAST =
  /\b(?:last year|already|since|were|received|previous|so far|in \d{4}\/\d\d|has awarded|phase one|first round of)\b/

const NEARLY = /\b(?:up to|maximum of|over|more than|around|almost|nearly|between) ?(?:a )?$/
/** A second sum belongs to the same total: "£5,000 of capital and £5,000 of revenue funding". */
const AND_MORE = /^(?:(?!between)[^.]){0,50}\band £/
const MORE = /\band $/

/** The whole pot of a fund, or the value of a contract, in pence. */
export const readFundTotal = (clause: Clause): readonly Read[] =>
  sumsIn(clause.text)
    .filter((sum) => isTotal(sum, clause.lead) && !isOfAward(sum))
    .map((sum) => ({ field: 'fundTotal', value: sum.pence, sure: isSure(sum, clause) }))

function isOfAward({ before, after, next }: Sum): boolean {
  if (NEARLY.test(before) && !/contract value/.test(before)) return true
  return OF_AN_AWARD.test(before) || (next !== undefined && OF_AN_AWARD.test(after))
}

function isTotal({ before, after, isFirst }: Sum, lead: string): boolean {
  if (BEFORE.test(before) || AVAILABLE.test(after)) return true
  if (isFirst && /^\W*$/.test(before) && TOTAL_LEAD.test(lead)) return true
  return ARTICLE.test(before) && (NAMED.test(after) || /worth $/.test(before))
}

function isSure({ before, after, end, isFirst }: Sum, clause: Clause): boolean {
  if (isHedged(clause) || isConditional(clause) || PAST.test(before)) return false
  if (AND_MORE.test(clause.text.slice(end)) || (!isFirst && MORE.test(before))) return false
  return !EACH.test(`${before.slice(-60)} ${after.slice(0, 60)}`)
}
