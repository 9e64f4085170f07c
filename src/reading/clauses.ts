import { folded, withoutMarkup } from './plain.ts'

/** A sentence or list item, and what stands over it. */
export interface Clause {
  /** As it stands in the text. */
  readonly quote: string
  /** The same, folded: see `folded`. */
  readonly text: string
  /** The folded line that introduces the list or table it is in; empty when it is in none. */
  readonly lead: string
}

/** Longer ones are cut, so that no rule ever looks at more than this. */
const MOST_CHARACTERS = 600
const BULLET = /^(?:[•·▪●*–—-]|o(?= )|\(?[a-z0-9]{1,2}[.)](?= ))\s*/
/** A line that cannot be the end of a sentence. */
const UNFINISHED = /(?:,|\b(?:on|by|at|to|of|for|from|and|or|the|until|before|between|return it to))$/i
const SENTENCE_END = /(?<=[.!?]["”’)*]{0,2}) +(?=["“‘(*]{0,2}[A-Z£\d])|(?<=;) +/
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|approx|no|st|dr|mr|mrs|ms|ltd|p\.m|a\.m)\.)$/i

/** The clauses of a text in their order. Linear in its length. */
export function clausesOf(text: string): readonly Clause[] {
  const clauses: Clause[] = []
  let over: Over = NOTHING_OVER
  for (const line of linesOf(withoutMarkup(text))) {
    const isItem = BULLET.test(line)
    const words = line.replace(BULLET, '').trim()
    if (words === '') continue
    const sentences = sentencesOf(words)
    const lead = !isItem && isSentence(words) ? '' : over.lead
    clauses.push(...sentences.map((quote, at) => clauseOf(quote, at, sentences, lead)))
    over = isLead(words, isItem)
      ? { lead: leadFrom(words, sentences, { ...over, lead }), wasLead: true }
      : { lead, wasLead: false }
  }
  return clauses
}

/** The line over what follows, and whether it is the last that was read. */
interface Over {
  readonly lead: string
  readonly wasLead: boolean
}
const NOTHING_OVER: Over = { lead: '', wasLead: false }

/** What follows a semicolon is still under what its sentence began with: "We do not pay for …; …". */
function clauseOf(quote: string, at: number, sentences: readonly string[], lead: string): Clause {
  const goesOn = at > 0 && (sentences[at - 1] ?? '').endsWith(';')
  const start = goesOn ? folded(sentences[0] ?? '') : ''
  return { quote, text: folded(quote), lead: `${lead} ${start}`.trim() }
}

/** "The closing dates are:" and "12 noon on:" stand together over one list. */
function leadFrom(words: string, sentences: readonly string[], { lead, wasLead }: Over): string {
  const before = wasLead || /^[a-z]/.test(words) ? lead : ''
  return `${before} ${folded(sentences.at(-1) ?? '')}`.trim().slice(-MOST_CHARACTERS)
}

const isSentence = (line: string): boolean => /[.!]["”’)]{0,2}$/.test(line)

const isLead = (line: string, isItem: boolean): boolean =>
  line.endsWith(':') || (!isItem && line.length < 70 && /^[A-Z]/.test(line) && /[a-z?]$/.test(line))

/** Lines, with those joined again that were only broken for width. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = []
  let open = ''
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    if (line === '' && (open === '' || UNFINISHED.test(open))) continue
    if (goesOn(open, line)) {
      open = `${open} ${line}`
      continue
    }
    if (open !== '') lines.push(open)
    open = line
  }
  return open === '' ? lines : [...lines, open]
}

/** Whether a line belongs to the one before it. */
function goesOn(open: string, line: string): boolean {
  if (open === '' || line === '' || BULLET.test(line) || open.length >= MOST_CHARACTERS) return false
  return UNFINISHED.test(open) || (open.length > 40 && /^[a-z]/.test(line) && !/[.:;!?]$/.test(open))
}

function sentencesOf(line: string): readonly string[] {
  const sentences: string[] = []
  for (const part of line.split(SENTENCE_END)) {
    const before = sentences.at(-1)
    if (before !== undefined && ABBREVIATION.test(before))
      sentences[sentences.length - 1] = `${before} ${part}`
    else sentences.push(part)
  }
  return sentences.flatMap(cut)
}

function cut(sentence: string): readonly string[] {
  const parts: string[] = []
  let rest = sentence
  while (rest.length > MOST_CHARACTERS) {
    const space = rest.lastIndexOf(' ', MOST_CHARACTERS)
    const end = space > 0 ? space : MOST_CHARACTERS
    parts.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return [...parts, rest]
}
