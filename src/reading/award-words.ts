/** What says that a clause is of awards at all. */
export const AWARD =
  /\b(?:grants?|awards?|micro-?grants|funding|apply|applied|applications?|bids?|bid for|applicants?|projects?|maximum|per application|streams?)\b/
/** What was given, or another sum than that of an award. */
export const OTHER =
  /\b(?:received|were|was|has (?:so far )?(?:given|awarded|been given)|have (?:so far )?(?:awarded|given|made)|have been (?:awarded|given|made|funded|paid)|awarded (?:to|£)|totall?ing|income|turnover|total (?:project )?costs?|costing|costs? (?:of|up)|quotes?|quotation|budgets?|contract|salar\w+|reserves|average|per (?:month|week|hour|head|person|portion|event)|towards (?:the )?(?:total )?(?:cost|purchase|salary|core)|contribut\w+|value of|worth|each member|insurance|liabilit\w+|loans?|economy)\b/
/** What a sum can be of: an award, which is the first group, or something else. */
export const NOUN =
  /\b(?:(grant funding|grants?|awards?|micro-?grants|apply(?: for funding)?|applicants?|bids?|applications?|maximum|minimum|streams?|projects?|organisations?)|funding|incomes?|turnover|costs?|costing|budgets?|prices?|fees?|salar\w+|spend\w*|expenditure|reserves|donations?|raised?|value|contributions?|savings?|debts?|worth|invoices?|purchases?|total)\b/g
/** What stands right before the most, and right before the least, that an award can be. */
export const UP_TO =
  /(?:\b(?:up to|maximum(?: \S+){0,5}? (?:is|of|grant of)|max(?:imum)?(?: \S+){0,4}?:?|no more than|not exceed(?:ing)?|up to (?:and including )?(?:a )?maximum(?: of)?|grants? (?:of )?(?:under|below|less than)|limit of|capped at|cap of|for (?:below|under))(?: a)?(?: maximum)?(?: of)?(?: c\.)? ?)$/
export const FROM =
  /\b(?:minimum(?: \S+){0,4}? (?:is|of)|(?:grants?|awards?|funding|amounts?|appl(?:y|ications?)|ranging|range)(?: for| are| available| of)* (?:from|at least|over|above)|starting (?:at|from))(?: a)? ?$/
/** What stands before and between the two ends of a range. */
export const RANGE_START =
  /(?:\b(?:between|from|of|ranging from|range(?:s)?(?: of| from)?|for|size:?|award:?|grants?:?|provides? grants of|-|level:?)) ?$|^\W*$/
export const RANGE_JOIN = /^ ?(?:-|to|and|and up to|up to|up to a maximum of) ?$/
/** A heading over amounts of awards. */
export const SIZE_LEAD =
  /\b(?:how much|funding (?:size|available|levels?)|size of (?:grants?|awards?)|(?:grant|award) (?:size|amounts?|levels?)|levels of funding|amounts?)\b/
export const APPLY_FOR_LEAD = /\b(?:apply|grants?|funding)\b.*\bfor:$/
/** "Grants of £5,000 are …" */
export const EXACT = /\b(?:grants?|awards?) of ?$/
export const AFTER_EXACT = /^ (?:to|for|towards|are|will)\b|^[.,]|^$/
/** "Applications up to £500 are decided monthly" tells of a stream of its own. */
export const STREAM_UP_TO = /\bapplications (?:of )?up to ?$|\bfor (?:below|under) ?$/
/** "Grants of £9,000 and above": such a stream has no most. */
export const AND_ABOVE = /^(?:\+| (?:and|or) (?:above|more|over)\b)/
/** What may follow an amount to say that it is of an award. */
export const AFTER_AWARD =
  /^ (?:grants?|per (?:project|grant|application|award|organisation)|in funding|of funding|is available|are available|for)\b/
/** "Two quotes are needed for grants of up to £1,000": grants that something else is said of. */
export const FOR_GRANTS =
  /(?<!\b(?:apply|applying|applied|applications?|ask|asking|bids?|bidding|requests?|open|is|are|eligible|invited) )\b(?:for|on|with) (?:all |any |the )?(?:grants?|awards?|bids|applications?|amounts?|projects|requests?) (?:for |of )*(?:over|above|under|below|less than|more than|up to|at least|exceeding)(?: a)? ?$/
/** "Grants over £10,000": those of a stream, or that something else is said of. */
export const GRANTS_OVER =
  /\b(?:grants?|awards?|bids|applications?|amounts?|requests?) (?:for |of )*(?:over|above|more than|exceeding) ?$/
export const GRANTS_UNDER =
  /\b(?:grants?|awards?|bids|applications?|amounts?|requests?) (?:for |of )*(?:under|below|less than) ?$/
/** What is said of such grants. */
export const NEEDS =
  /^,? (?:will |must |may |can |should )?(?:also )?(?:be )?(?:need|require|must|should|decid|consider|assess|(?:are|is) (?:decid|consider|assess|made|paid|reviewed)|do not)/
