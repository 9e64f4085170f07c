/**
 * Where sure ends and where doubt ends, all in one place. A wrong merge hides a call from everybody, and a
 * pair that a person must look at costs a minute: so whatever is in doubt is left to people.
 */
export const DUPLICATES = {
  /** How like fuse.js must find two words, either way round, to call one a slip of the other: one letter in eight. */
  slip: 0.875,
  /** Shorter words have too many neighbours: "north" is no slip of "worth". */
  shortestSlip: 6,
  /** Closing days further apart are those of two rounds; nearer ones may be one that was moved. */
  daysApart: 60,
  /** Facts beside the title that must agree before people are asked about a call of another funder's name. */
  leastAgreeing: 2,
  /** What this many or more opportunities share says nothing: a common word, the address of a portal. */
  mostInBlock: 40,
  /** One call has a page of its own, that few others tell of: what more than so many share proves nothing. */
  mostOnPage: 5,
  /** So many others at most is one opportunity compared with, those that share most first. */
  mostCompared: 40,
} as const

/** Whoever changes how opportunities are compared adds 1, so that all are compared again. */
export const COMPARER = 2
