import { CsvError, parse } from 'csv-parse/stream'
import { CSV_OPTIONS, type CsvRecord, delimiterOf, lineOf } from './csv.ts'
import { messageOf } from './errors.ts'

export interface TextRecord {
  /** On which it begins, 1 for the first of the file. */
  readonly line: number
  /** Without spaces around; as many as the row has. */
  readonly cells: readonly string[]
}

/** The longest row in characters: a quote that is never closed must not swallow a whole file. */
const LONGEST_RECORD = 1_000_000

/**
 * Reads the rows of a CSV file in pieces, so that its size does not matter; the headings are the
 * first of them.
 *
 * @throws Error when quotes are so wrong that rows cannot be told apart, saying where
 */
export async function* csvRecords(chunks: AsyncIterable<string>): AsyncGenerator<TextRecord> {
  const { head, all } = await withHead(chunks)
  const parser = parse({ ...CSV_OPTIONS, delimiter: delimiterOf(head), max_record_size: LONGEST_RECORD })
  try {
    // With `info` each record comes in a wrapper that the types of the library leave out.
    for await (const record of ReadableStream.from(all).pipeThrough<CsvRecord>(parser)) {
      yield { line: lineOf(record), cells: record.record }
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    throw new Error(`It is not a CSV file: ${messageOf(cause)}`, { cause })
  }
}

/** The text up to the end of the line of headings, and the whole again with it. */
async function withHead(chunks: AsyncIterable<string>) {
  const rest = chunks[Symbol.asyncIterator]()
  let head = ''
  while (!/[\r\n]/.test(head) && head.length < LONGEST_RECORD) {
    const { value, done } = await rest.next()
    if (done === true) break
    head += value
  }
  return { head, all: joined(head, rest) }
}

/** What the parser is given at once: rows wait in queues that count pieces, not their size. */
const PIECE = 4_096

/** In bytes, as the parser takes it. */
async function* joined(head: string, rest: AsyncIterator<string>): AsyncGenerator<Uint8Array> {
  yield* pieces(head)
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield* pieces(next.value)
}

function* pieces(text: string): Generator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}
