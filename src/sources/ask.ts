import { AppError, messageOf } from '../base/errors.ts'
import { oneLine } from '../base/text.ts'
import { readBeginning } from './body.ts'
import { type Followed, follow } from './follow.ts'
import type { Lent, Limits } from './polite-get.ts'
import type { Manners, Post, Validators } from './source.ts'
import { SourceRefused } from './source-refused.ts'

export interface Question {
  readonly url: string
  readonly manners: Manners
  /** What to send with POST; GET without it. */
  readonly post: Post | undefined
}

/**
 * Takes what was sent.
 *
 * @param types - media types that are wanted; null for any
 * @throws AppError `source_unavailable` when it is too large, or of another type
 */
export type Take<Content> = (
  followed: Followed,
  types: readonly string[] | null,
  maxBytes: number,
) => Promise<Content>

/** What came of one request. */
export type Answer<Content> =
  | {
      readonly kind: 'page'
      readonly content: Content
      readonly url: string
      readonly validators: Validators
    }
  /** The page is what it was when it was last sent. */
  | { readonly kind: 'unchanged' }
  /** The page is on another origin, which is to be asked in its own turn. */
  | { readonly kind: 'moved'; readonly url: string }
  | Again

/** The same may be asked again, after a while. */
export interface Again {
  readonly kind: 'again'
  /** After the name of the host: "answered 503". */
  readonly reason: string
  /** What the source asked for; null when it did not say. */
  readonly waitMs: number | null
  /** Whether even a short wait is not ours to sit out. */
  readonly keepAway: boolean
}

const WORTH_ANOTHER_TRY = [429, 500, 502, 503, 504]
const DEFAULT_TIMEOUT_MS = 30_000
const DEFAULT_MAX_BYTES = 20 * 1024 * 1024
/** A source that asks for more than a day is asked again after one. */
const LONGEST_SILENCE_MS = 24 * 3_600_000
const MOST_EXPLANATION = 200
/** Signs of a refusal that are read. */
const MOST_READ = 10_000

/**
 * Sends one request, and follows where it is redirected.
 *
 * @param take - what is made of the body of a page; the time limit ends when it has it
 * @throws SourceRefused for a status that another try cannot change
 * @throws AppError `source_unavailable` for an answer that is too large or of another kind than wanted, and
 *   for an address that we may not go to
 */
export async function ask<Content>(
  { fetch, now }: Lent,
  { userAgent, own, timeoutMs = DEFAULT_TIMEOUT_MS, maxBytes = DEFAULT_MAX_BYTES }: Limits,
  { url, manners, post }: Question,
  take: Take<Content>,
): Promise<Answer<Content>> {
  const limit = timeLimit(timeoutMs)
  try {
    const init = { ...requestOf(userAgent, manners, post), signal: limit.signal }
    const staysHere = manners.onward !== undefined && post === undefined
    const followed = await follow(fetch, own, url, init, staysHere)
    if ('movedTo' in followed) return { kind: 'moved', url: followed.movedTo }
    const { response } = followed
    if (response.ok) {
      const content = await take(followed, manners.types ?? null, maxBytes)
      return { kind: 'page', content, url: followed.url, validators: validatorsOf(response) }
    }
    // What explains a refusal stands at the beginning, and taking tags out of megabytes takes hours.
    const text = await readBeginning(followed, MOST_READ)
    if (response.status === 304 && manners.unless !== undefined) return { kind: 'unchanged' }
    return judgeRefusal(url, response, text, manners, now())
  } catch (error) {
    rethrowRefusal(error)
    const reason = limit.signal.aborted
      ? `did not answer in ${timeoutMs / 1000} seconds`
      : `could not be reached (${causeOf(error)})`
    return { kind: 'again', reason, waitMs: null, keepAway: false }
  } finally {
    limit.lift()
  }
}

/** Aborts after that time, unless it was lifted before: a body that is read later has limits of its own. */
function timeLimit(ms: number): { readonly signal: AbortSignal; readonly lift: () => void } {
  const stop = new AbortController()
  const late = AbortSignal.timeout(ms)
  const abort = () => stop.abort(late.reason)
  late.addEventListener('abort', abort)
  return { signal: stop.signal, lift: () => late.removeEventListener('abort', abort) }
}

/** A refusal of ours stands, also where the host could only give it as the cause of a failed fetch. */
function rethrowRefusal(error: unknown): void {
  const cause = error instanceof Error ? error.cause : undefined
  if (error instanceof AppError) throw error
  if (cause instanceof AppError) throw cause
}

/** @throws SourceRefused for a status that another try cannot change */
function judgeRefusal(
  url: string,
  response: Response,
  text: string,
  { throttle }: Manners,
  now: Date,
): Again {
  const { status } = response
  const reason = `answered ${status}`
  const tooFast = throttle.find((rule) => rule.status === status)
  if (tooFast) return { kind: 'again', reason, waitMs: tooFast.waitMs, keepAway: true }
  if (WORTH_ANOTHER_TRY.includes(status)) {
    return { kind: 'again', reason, waitMs: retryAfter(response, now), keepAway: false }
  }
  const asked = retryAfter(response, now)
  if (asked !== null) return { kind: 'again', reason, waitMs: asked, keepAway: false }
  const why = explanation(text)
  const { protocol, host } = new URL(url)
  // A file of ours answers nothing: it says what is wrong itself.
  if (protocol === 'file:') throw new SourceRefused(status, why)
  throw new SourceRefused(status, `${host} ${reason}${why === '' ? '' : `: ${why}`}`)
}

function requestOf(userAgent: string, { accept, unless }: Manners, post: Post | undefined): RequestInit {
  const headers = {
    'User-Agent': userAgent,
    Accept: accept ?? 'application/json, text/csv;q=0.9, */*;q=0.5',
    ...(unless?.etag && { 'If-None-Match': unless.etag }),
    ...(unless?.lastModified && { 'If-Modified-Since': unless.lastModified }),
  }
  if (post === undefined) return { headers }
  return { method: 'POST', body: post.body, headers: { ...headers, 'Content-Type': post.contentType } }
}

const validatorsOf = ({ headers }: Response): Validators => ({
  etag: headers.get('ETag'),
  lastModified: headers.get('Last-Modified'),
})

/** Milliseconds that the header asks for, given in seconds or as a date; null without a readable one. */
function retryAfter({ headers }: Response, now: Date): number | null {
  const value = headers.get('Retry-After')?.trim() ?? ''
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, LONGEST_SILENCE_MS)
  const until = Date.parse(value)
  return Number.isNaN(until) ? null : Math.min(Math.max(0, until - now.getTime()), LONGEST_SILENCE_MS)
}

/** What the body of a refusal says, in one short line. */
function explanation(text: string): string {
  try {
    const json: unknown = JSON.parse(text)
    if (typeof json === 'object' && json !== null) {
      const said = ['exception', 'detail', 'message', 'error'].map((name) => Reflect.get(json, name))
      return shortened(said.find((value) => typeof value === 'string' && value !== '') ?? text)
    }
  } catch {
    // Not JSON: then it is text or a page for people.
  }
  return shortened(text.replace(/<(head|script|style)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' '))
}

const shortened = (text: string): string => oneLine(text).slice(0, MOST_EXPLANATION)

/** Node hides the real fault of a failed fetch one level down. */
const causeOf = (error: unknown): string =>
  error instanceof Error && error.cause instanceof Error ? error.cause.message : messageOf(error)
