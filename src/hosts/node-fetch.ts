import { type LookupAddress, lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, fetch as fetchWith } from 'undici'
import { AppError } from '../base/errors.ts'
import type { Fetch } from '../base/fetch.ts'
import { isPublicIp, NOT_PUBLIC } from '../sources/web/public-address.ts'
import { fetchWithFiles } from './file-fetch.ts'

/** A server that says nothing for so long is given up, however long it may take in all. */
const SILENCE_MS = 15_000

/** Finds all addresses of a name, as `dns.lookup` does. */
export type FindAddresses = (
  hostname: string,
  options: { readonly all: true },
  found: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/**
 * The fetch that Node lends. Where only public addresses may be reached, the address that is looked up
 * and checked is the one that is connected to, so that a name cannot lead elsewhere a moment later.
 */
export function nodeFetch(findAddresses: FindAddresses = lookup): Fetch {
  const anywhere = fetchWithFiles(globalThis.fetch)
  const dispatcher = new Agent({
    connect: { lookup: publicLookup(findAddresses) },
    connectTimeout: SILENCE_MS,
    headersTimeout: SILENCE_MS,
    bodyTimeout: SILENCE_MS,
  })
  return (url, init, reach) => {
    if (reach === 'anywhere') return anywhere(url, init)
    // The same fetch as Node’s own, of which TypeScript knows two.
    const request = { ...init, dispatcher } as Parameters<typeof fetchWith>[1]
    return fetchWith(url, request) as unknown as Promise<Response>
  }
}

/** Looks up a name, and fails when any of its addresses is not public. */
export const publicLookup =
  (findAddresses: FindAddresses): LookupFunction =>
  (hostname, { all: wantsAll }, found) =>
    findAddresses(hostname, { all: true }, (error, addresses) => {
      const checked = error ?? firstPublic(hostname, addresses)
      if (checked instanceof Error) found(checked, '')
      else if (wantsAll) found(null, addresses)
      else found(null, checked.address, checked.family)
    })

/** The first address of a name, or why it may not be connected to. */
function firstPublic(hostname: string, addresses: readonly LookupAddress[]): LookupAddress | AppError {
  const [first] = addresses
  return first !== undefined && addresses.every(({ address }) => isPublicIp(address))
    ? first
    : new AppError('source_unavailable', `${hostname} ${NOT_PUBLIC}`)
}
