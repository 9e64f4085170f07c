import { AppError } from '../base/errors.ts'
import type { Fetch, Reach } from '../base/fetch.ts'
import { addressFault } from './web/public-address.ts'

const REDIRECTS = [301, 302, 303, 307, 308]
export const MOST_HOPS = 5

/** An answer, and the address at which it was, after all redirects. */
export interface Followed {
  readonly response: Response
  readonly url: string
}

/** The way leads on to another origin, which may have rules of its own. */
export interface Moved {
  readonly movedTo: string
}

/**
 * Sends a request and goes where it is sent on to, at most five times. An address that is on the host and
 * port of one of `own` may be anywhere; every other, also in the middle of the way, must be public.
 *
 * @param own - addresses that the operator chose
 * @param staysHere - whether to go no further than to the border of another origin
 * @throws AppError `source_unavailable` for an address that is not public, or a way without end
 */
export async function follow(
  fetch: Fetch,
  own: readonly string[],
  first: string,
  init: RequestInit,
  staysHere: boolean,
): Promise<Followed | Moved> {
  const seen = new Set<string>()
  let request = { url: first, init }
  for (;;) {
    const { url } = request
    seen.add(url)
    const response = await fetch(url, { ...request.init, redirect: 'manual' }, reachOf(url, own, first))
    const next = redirectOf(response, url)
    if (next === null) return { response, url }
    await response.body?.cancel()
    if (seen.has(next) || seen.size > MOST_HOPS) {
      throw withoutEnd(first)
    }
    if (staysHere && new URL(next).origin !== new URL(url).origin) {
      reachOf(next, own, first)
      return { movedTo: next }
    }
    request = { url: next, init: initAfter(response.status, request.init) }
  }
}

export const withoutEnd = (first: string) =>
  new AppError('source_unavailable', `${new URL(first).host} sends us on without end`)

/** @throws AppError for an address that may not be asked for */
function reachOf(url: string, own: readonly string[], first: string): Reach {
  const asked = new URL(url)
  if (own.some((address) => url === address || isSamePlace(asked, address))) return 'anywhere'
  const fault = addressFault(asked)
  if (fault === null) return 'public'
  const sentOn = url === first ? '' : `${new URL(first).host} sends us on to another address: `
  throw new AppError('source_unavailable', `${sentOn}${withoutSecrets(asked)} ${fault}`)
}

const isSamePlace = ({ protocol, host }: URL, address: string): boolean =>
  /^https?:$/.test(protocol) && URL.canParse(address) && new URL(address).host === host

const withoutSecrets = ({ protocol, host, pathname }: URL): string => `${protocol}//${host}${pathname}`

/** Where the answer sends us on to; null when it is an answer of its own. */
function redirectOf(response: Response, url: string): string | null {
  const to = response.headers.get('Location')
  if (!REDIRECTS.includes(response.status) || to === null || !URL.canParse(to, url)) return null
  const next = new URL(to, url)
  next.hash = ''
  return next.href
}

/** As every browser does it: what was sent is sent again only where the answer asks for that. */
function initAfter(status: number, init: RequestInit): RequestInit {
  if (init.method === undefined || status === 307 || status === 308) return init
  const { body: _, method: __, ...rest } = init
  const headers = new Headers(rest.headers)
  headers.delete('Content-Type')
  return { ...rest, headers: Object.fromEntries(headers) }
}
