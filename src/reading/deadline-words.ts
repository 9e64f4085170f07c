/** Words that say bids close; of several before a date the last counts. */
export const CLOSES =
  /\b(?:deadlines?|closing dates?|clos(?:e|es|ing)\b(?! (?:event|session|meeting|address))|cut[- ]?off(?: dates?)?|submission date|(?:submitted|received|returned|made|applied|emailed|sent|completed|uploaded|in|lodged|reach us|reach|arrive)(?: to us| online| via [^.]{0,40})? (?:no later than|by|until|before)|(?:apply|application form|form|applications?|bids?|proposals?|tenders?|expressions? of interest|eois?) (?:by|before|until)|have until|extended (?:\S+ ){0,4}?(?:until|to)|no later than|until|applications? (?:is|are) due|due (?:by|on)|now and)\b/g
/** Words that say a date is of something else. */
export const OTHER =
  /\b(?:clarifications?|questions?|queries|quer(?:y|ied)|attend\w*|registers?|registration|events?|meetings?|webinars?|decisions?|decided|notif\w+|inform\w*|outcomes?|award(?:ed|s)?|announce\w*|panel|interviews?|start\w*|commenc\w*|begin\w*|spent|spend|complet(?:e|ed|ion) (?:the|their|your|its|all) |deliver\w*|contract|opens?|opening|published|posted|updated|launch\w*|report\w*|accounts|year end\w*|established|take place|held|run from|period|visit\w*|inspection|stage 2|second stage|invoic\w+|claim\w*|evaluation|consider\w*|completed by|(?:works?|project|activit(?:y|ies)) (?:\S+ ){0,6}?(?:by|until|before))\b/g
/** What else has a last day; only a plain word for a deadline after it makes the day one of bids. */
export const QUESTIONS = /\b(?:clarifications?|questions?|queries|attend\w*|registers?|registration)\b/
/** What a funder does by a day, and no applicant. */
export const ANSWERS =
  /\b(?:inform\w*|notif\w+|decisions?|decided|outcomes?|announce\w*|told|hear|know|contact(?:ed)?|respon\w+|reply|results?)\b/
/** A mere "until" is of bids only where something is sent, or open. */
export const WEAK =
  /\b(?:no later than|until|now and)[^a-z]{0,3}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?|noon (?:on )?|midnight (?:on )?|midday (?:on )?|[\d:.]+ ?[ap]m (?:on )?|the )*$/
/** What makes a mere "until" one of bids. */
export const SENDS =
  /\b(?:submit\w*|submission|receiv\w+|return\w*|appl\w+|sen[dt]|reach|arriv\w+|deadlines?|clos\w+|open|extended|have until|bids?|on offer)\b/
/** Plain words for a deadline. */
export const STRONG = /\b(?:deadlines?|closing dates?|cut[- ]?off|closes?)\b/
/** What says that a clause is of bids at all. */
export const BIDS =
  /\b(?:appl(?:y|ies|ications?)|bids?|rounds?|fund|submissions?|proposals?|tenders?|quotations?|responses?|expressions? of interest|deadlines?|closing|grants?|requests?|questionnaires?|lot|forms?|offers?|appeals?|closes?)\b/
/** What stands before the first day of a span in which bids are taken. */
export const SPAN_START =
  /\b(?:run(?:s|ning)?|open|accepted|submitted|made|apply|round \w+) (?:from|between)[^a-z]{0,3}$/
/** Hedges, and words of a time that is over. */
export const UNSURE =
  /\b(?:normally|usually|typically|generally|expect\w*|anticipate\w*|provisional\w*|around|approximately|previous|original|last year|was|were|passed|instead of|originally|could|might)\b/
/** A day of every year is not one of this year alone. */
export const YEARLY =
  /^,? ?(?:(?:in|of|for) (?:the|each|every|any) year|each year|every year|annually|each (?:spring|autumn))\b/
/** What may follow a day to make it the last. */
export const AFTER =
  /^[^a-z]{0,4}(?:(?:is|was) the (?:deadline|closing date|cut-?off)|when (?:applications|bids|the fund) close)/
/** Between days that stand in one list. */
export const ALSO = /^[ ,;&-]*(?:and|or)?[ ,]*$/
/** Between the two ends of a span. */
export const SPAN_JOIN = /^ ?(?:-|to|and) ?(?:the )?$/
/** Bids must come before such a day, so that it is not the last. */
export const BEFORE_DAY = /\bbefore (?:the )?(?:\w+day )?$/
/** A stage that comes before the bid itself: its day is the one after which nobody new can bid. */
export const INTEREST = /\b(?:expressions? of interest|eois?)\b/i
/** Words of a later stage, which only some may reach. */
export const LATER =
  /\b(?:(?:if|once|when|those|applicants|organisations|projects)(?: \S+){0,4}? (?:invited|shortlisted|successful)\b(?! to apply by)|shortlisted|full (?:applications?|proposals?|bids?|stage)|(?:stage|phase) (?:two|2)|second[- ](?:stage|phase))\b/
/** The same, right after a day. */
export const OF_LATER =
  /^[ ,(]*(?:for|is for) (?:the |your |all )?(?:full|stage (?:two|2)|second[- ]stage|shortlisted|those invited)\b/
/** What a bid is called that follows an expression of interest. */
export const BID = /\b(?:applications?|bids?|proposals?|tenders?)\b/
/** What stands before a day that another has taken the place of. */
export const PUT_OFF_FROM =
  /\b(?:extended|moved|changed|put back|postponed|brought forward) (?:from|(?:the|our) (?:deadline|closing date)(?: of| from)?) [^a-z]{0,3}(?:[\d:.]+ ?[ap]m |noon |midday |midnight |on |(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?|the )*$/
/** What stands after such a day. */
export const PUT_OFF =
  /^,? ?(?:which )?(?:has|have|was|is|had)(?: now)?(?: been)? (?:extended|moved|changed|put back|postponed|brought forward)\b/
/** Between a day and the one that takes its place. */
export const PUT_OFF_TO =
  /^[^a-z]{0,3}(?:to|until|till) [^a-z]{0,3}(?:[\d:.]+ ?[ap]m |noon |midday |midnight |on |(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?|the )*$/
/** A sentence that tells a new day for another. */
export const EXTENDED = /\b(?:extended|postponed|put back|brought forward|new (?:deadline|closing date))\b/i
