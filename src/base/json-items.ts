/** One element of a list in JSON, as text. */
export interface JsonItem {
  /** On which it begins, 1 for the first of the file. */
  readonly line: number
  readonly text: string
}

/** The longest element in characters. */
const LONGEST = 1_000_000
/** What is kept of the text before the list: enough for its name. */
const HEAD = 200

/**
 * Cuts a large JSON file into the elements of its list, without parsing them: the list of that name
 * in an object, or a file that is a list itself.
 *
 * @throws Error when there is no such list, it is cut short, or an element has no end
 */
export async function* jsonItems(chunks: AsyncIterable<string>, list: string): AsyncGenerator<JsonItem> {
  const scanner = new Scanner(new RegExp(`"${list}"\\s*:\\s*$`))
  for await (const chunk of chunks) yield* scanner.feed(chunk)
  if (!scanner.found) throw new Error(`It has no list "${list}"`)
  if (!scanner.over) throw new Error('It ends before its list does: it may have been cut short')
}

class Scanner {
  /** Whether the list has begun, and whether it has ended. */
  found = false
  over = false
  readonly #name: RegExp
  readonly #items: JsonItem[] = []
  /** Braces and brackets that are open; in the list, counted from its own. */
  #depth = 0
  #isInString = false
  #isEscaped = false
  #isHead = true
  /** Text since the last comma of the list, and the line on which it began. */
  #text = ''
  #textLine = 1
  #line = 1

  constructor(name: RegExp) {
    this.#name = name
  }

  feed(chunk: string): readonly JsonItem[] {
    this.#items.length = 0
    let from = 0
    for (let at = 0; at < chunk.length && !this.over; at++) {
      const sign = chunk.charAt(at)
      if (sign === '\n') this.#line++
      if (this.#isInString) this.#inString(sign)
      else if (this.#isBoundary(sign, chunk, from, at)) {
        this.#cut(this.#text + chunk.slice(from, at))
        from = at + 1
      }
    }
    this.#keep(chunk.slice(from))
    return [...this.#items]
  }

  #inString(sign: string): void {
    if (this.#isEscaped) this.#isEscaped = false
    else if (sign === '\\') this.#isEscaped = true
    else if (sign === '"') this.#isInString = false
  }

  /** Whether an element, or what stands before the list, ends at the sign. */
  #isBoundary(sign: string, chunk: string, from: number, at: number): boolean {
    if (sign === '"') this.#isInString = true
    else if (sign === '{' || sign === '[') {
      if (!this.found && sign === '[' && this.#isList(chunk.slice(from, at))) return this.#begin()
      this.#depth++
    } else if (sign === '}' || sign === ']') return this.#close(sign)
    else return sign === ',' && this.found && this.#depth === 0
    return false
  }

  #isList(before: string): boolean {
    return this.#depth === 0 || (this.#depth === 1 && this.#name.test((this.#text + before).slice(-HEAD)))
  }

  #begin(): true {
    this.found = true
    this.#depth = 0
    return true
  }

  #close(sign: '}' | ']'): boolean {
    const isEnd = this.found && this.#depth === 0
    if (isEnd && sign === '}') throw new Error(`It is damaged on line ${this.#line}`)
    this.over = isEnd
    this.#depth--
    return isEnd
  }

  #cut(text: string): void {
    const before = /^\s*/.exec(text)?.[0] ?? ''
    const isItem = this.found && text.trim() !== '' && !this.#isHead
    if (isItem) this.#items.push({ line: this.#textLine + before.split('\n').length - 1, text: text.trim() })
    this.#isHead = false
    this.#text = ''
    this.#textLine = this.#line
  }

  #keep(rest: string): void {
    this.#text = this.found ? this.#text + rest : (this.#text + rest).slice(-HEAD)
    if (this.#text.length > LONGEST) throw new Error(`What begins on line ${this.#textLine} is too long`)
  }
}
