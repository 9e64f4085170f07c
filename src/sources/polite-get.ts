import { addMs, instantOf } from '../base/date.ts'
import { AppError, messageOf } from '../base/errors.ts'
import type { Fetch } from '../base/fetch.ts'
import type { Log } from '../base/log.ts'
import { type Again, type Answer, ask, type Take } from './ask.ts'
import { readBody } from './body.ts'
import { bodyPieces } from './body-pieces.ts'
import { MOST_HOPS, withoutEnd } from './follow.ts'
import { PageUnchanged } from './if-changed.ts'
import type { Manners, Polite, PoliteGet, PoliteOpen, Post } from './source.ts'
import { SourceBusy } from './source-busy.ts'

/** What the host lends for it. */
export interface Lent {
  readonly fetch: Fetch
  readonly now: () => Date
  readonly sleep: (ms: number) => Promise<void>
  readonly log: Log
}

export interface Limits {
  /** Says who asks, and where to complain. */
  readonly userAgent: string
  /** Addresses that the operator chose: they, and all on their host and port, need not be public. */
  readonly own: readonly string[]
  /** For one request, from its first byte to the last of the answer. */
  readonly timeoutMs?: number
  /** Largest answer, in bytes. */
  readonly maxBytes?: number
  /** How often one page is asked for before giving up, at least 1. */
  readonly tries?: number
  /** Of files that come piece by piece: once it is aborted, their reading ends with ReadingStopped. */
  readonly stop?: AbortSignal
}

/** The first wait before asking again; each further one is twice as long. */
const FIRST_WAIT_MS = 1_000
/** A source that asks for a longer silence is left alone until then. */
const LONGEST_WAIT_MS = 60_000

/**
 * Fetches one page at a time from each host, with a pause between; asks again after a fault that may
 * pass. Make one for each harvest: it must not outlive the request that a Worker serves.
 *
 * The function that it returns throws SourceBusy when the source asks for a silence of over a minute,
 * SourceRefused when it answers with a status that another try cannot change, and AppError
 * `source_unavailable` for everything else.
 */
export const politeGet = (lent: Lent, limits: Limits): PoliteGet => politely(lent, limits, readBody)

/** The same for files that are too large to hold: the body comes piece by piece, as it is read. */
export const politeOpen = (lent: Lent, limits: Limits): PoliteOpen =>
  politely(lent, limits, async (followed, _types, maxBytes) =>
    bodyPieces(followed, maxBytes, { now: lent.now, stop: limits.stop ?? null }),
  )

function politely<Content>(lent: Lent, limits: Limits, take: Take<Content>): Polite<Content> {
  const { now, sleep } = lent
  const turns = new Map<string, Promise<unknown>>()
  const lastAnswers = new Map<string, number>()

  const pace = async (host: string, paceMs: number) => {
    const last = lastAnswers.get(host)
    const wait = last === undefined ? 0 : last + paceMs - now().getTime()
    if (wait > 0) await sleep(wait)
  }

  const getInTurn = async (
    url: string,
    host: string,
    manners: Manners,
    post?: Post,
  ): Promise<Got<Content>> => {
    const tries = limits.tries ?? 4
    for (let attempt = 1; ; attempt++) {
      await pace(host, manners.paceMs)
      const answer = await ask(lent, limits, { url, manners, post }, take).finally(() =>
        lastAnswers.set(host, now().getTime()),
      )
      if (answer.kind !== 'again') return tell(answer, manners)
      await waitToAskAgain(lent, host, answer, attempt, tries)
    }
  }

  const inTurn: (...asked: Parameters<Polite<Content>>) => Promise<Got<Content>> = (url, manners, post) => {
    const host = hostOf(url)
    const turn = (turns.get(host) ?? Promise.resolve()).then(() => getInTurn(url, host, manners, post))
    turns.set(
      host,
      turn.catch(() => {}),
    )
    return turn
  }

  // The turn of one host is over before another is asked, so that two that send us to each other cannot hang.
  return async (url, manners, post) => {
    let got = await inTurn(url, manners, post)
    for (let moves = 1; got.kind === 'moved'; moves++) {
      if (moves > MOST_HOPS) throw withoutEnd(url)
      const paceMs = await manners.onward?.(got.url)
      got = await inTurn(got.url, { ...manners, ...(paceMs !== undefined && { paceMs }) }, post)
    }
    return got.content
  }
}

/** A page, or where it is. */
type Got<Content> = Extract<Answer<Content>, { readonly kind: 'page' | 'moved' }>

/** @throws PageUnchanged */
function tell<Content>(answer: Exclude<Answer<Content>, Again>, manners: Manners): Got<Content> {
  if (answer.kind === 'unchanged') throw new PageUnchanged()
  if (answer.kind === 'page') {
    manners.noted?.(answer.validators)
    manners.arrived?.(answer.url)
  }
  return answer
}

/** @throws SourceBusy, or AppError `source_unavailable` after the last try */
async function waitToAskAgain(
  { now, sleep, log }: Lent,
  host: string,
  { reason, waitMs, keepAway }: Again,
  attempt: number,
  tries: number,
): Promise<void> {
  if (waitMs !== null && (keepAway || waitMs > LONGEST_WAIT_MS)) {
    throw new SourceBusy(host, addMs(instantOf(now()), waitMs))
  }
  if (attempt >= tries) {
    throw new AppError('source_unavailable', `${host} ${reason}, ${tries === 1 ? 'once' : `${tries} times`}`)
  }
  const ms = waitMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1)
  log.info('source.asked_again', { host, reason, waitMs: ms, attempt })
  await sleep(ms)
}

function hostOf(url: string): string {
  try {
    return new URL(url).host || 'the file'
  } catch (error) {
    throw new AppError('source_unavailable', `${url} is not an address: ${messageOf(error)}`)
  }
}
