import type { Clause } from './clauses.ts'

const HEDGE =
  /\b(?:normally|usually|typically|generally|ordinarily|in general|approximately|approx|around|about|circa|c\.|roughly|in the region of|expect(?:ed|s)?|anticipate[ds]?|likely|unlikely|may be extended|provisional(?:ly)?|exceptional(?:ly)?|in some cases|estimated?|hope to|aim to|could|might|may (?:ask|need|require|request|want|also|be (?:asked|required|needed|requested))|guide|prefer(?:s|red|ably|ence)?|priority|prioritise|ideally|most (?:projects|grants|awards|of)|many|aimed at)\b/
/** What a sentence adds in brackets hedges something else. */
const ASIDE = /\([^()]{30,}\)/g
const CONDITION =
  /^"?(?:if|(?:groups|organisations|charities) (?:with|whose) (?:an? )?(?:annual )?(?:income|turnover)|where|when|for (?:those|applicants|organisations|groups|grants|projects) (?:who|that|over|of|with))\b/
const REFUSAL =
  /\b(?:cannot|can not|can't|do not|don't|does not|doesn't|will not|won't|unable to|ineligible|not (?:be )?(?:eligible|fund\w*|support\w*|accept\w*|pay|paid|provide\w*|award\w*|made|given|consider\w*|available|allowed|open)|exclu(?:de[sd]?|ding|sions?)|nor do|no (?:retrospective|funding|grants?)|(?:are|is) not(?! related)|may not|must not|outside (?:our|the) (?:remit|policy))\b/
/** Of refusals those that shut somebody out: not "do not need to send accounts". */
const SHUTS_OUT =
  /\b(?:(?:cannot|can not|can't|do not|don't|does not|doesn't|will not|won't|unable to|may not|must not|nor do)(?: we)?(?: be able to| currently| also| therefore)? (?:apply|bid|fund|support|accept|award|give|make|consider|offer|qualify|have|be)|ineligible|not (?:be )?(?:eligible|fund\w*|support\w*|accept\w*|award\w*|made|given|consider\w*|available|allowed|open)|exclu(?:de[sd]?|ding|sions?)|no (?:funding|grants?)|outside (?:our|the) (?:remit|policy))\b/
const NEGATION =
  /\b(?:not|no|cannot|can't|don't|doesn't|won't|nor|never|neither|unable|ineligible|unless|except|without|excluding)\b/

/** Whether it is said with a hedge: "normally", "we expect". Then it is no rule. */
export const isHedged = ({ text, lead }: Clause): boolean =>
  HEDGE.test(text.replace(ASIDE, ' ')) || HEDGE.test(lead)

/** Whether a hedge stands by the place in the text: just before it, or right after. */
export const isHedgedAt = ({ text }: Pick<Clause, 'text'>, at: number, end: number): boolean =>
  HEDGE.test(`${text.slice(Math.max(0, at - 80), end)}${text.slice(end, end + 15).split('(')[0]}`)

/** Whether it is said only of some: "if your income is above that …". */
export const isConditional = ({ text }: Clause): boolean => CONDITION.test(text)

/** Whether it tells what is not funded, by itself or by the line over it. */
export const isRefusal = ({ text, lead }: Clause): boolean => REFUSAL.test(text) || REFUSAL.test(lead)

/** Whether it tells who cannot apply or is not funded, by itself or by the line over it. */
export const isRefusedToApply = ({ text, lead }: Clause): boolean =>
  SHUTS_OUT.test(text) || SHUTS_OUT.test(lead)

export const isNegated = (words: string): boolean => NEGATION.test(words)
