/**
 * Texts that talk of one topic: each has a run of the words, beginning with another one, some of them skipped.
 *
 * @param count - how many texts
 */
const textsOf = (words: readonly string[], count: number): string[] =>
  Array.from({ length: count }, (_, text) =>
    Array.from({ length: 8 }, (_, at) => words[(text * 3 + at * (1 + (text % 3))) % words.length]).join(' '),
  )

const HOSPICE = 'hospice palliative glimmerwick nurses bedside comfort terminal dying'.split(' ')
const FOOTBALL = 'football goalkeeper snorvel footballer tackle penalty striker referee'.split(' ')
const OTHERS = [
  'choir singing concert sopranos rehearsal melody',
  'debt budgeting bailiffs arrears creditor loans',
  'dogs kennel leash walkies puppy barking',
  'allotment compost seeds digging vegetables greenhouse',
  'mosque prayer imam ramadan quran fasting',
  'museum exhibits curator gallery artefacts display',
].map((words) => words.split(' '))

/** Texts about many things. "glimmerwick" stands with hospices and "snorvel" with football; no lexicon has them. */
export const TOPIC_TEXTS = [HOSPICE, FOOTBALL, ...OTHERS].flatMap((words) => textsOf(words, 40))
