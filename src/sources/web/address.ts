/** Added to links by newsletters and the like; they lead to the same page. */
const TRACKING = /^(?:utm_.*|fbclid|gclid|mc_cid|mc_eid)$/i

/**
 * The address as one page has it wherever it is linked: whole, without what follows the page and
 * without what only tells where a reader came from.
 *
 * @param base - what a link that is not whole is relative to
 * @returns null when it is no address of the web
 */
export function pageAddress(link: string, base: string): string | null {
  const trimmed = link.trim()
  if (trimmed === '' || !URL.canParse(trimmed, base)) return null
  const url = new URL(trimmed, base)
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null
  url.hash = ''
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name))
  // Setting nothing would still write the rest of the query in another way.
  for (const name of tracking) url.searchParams.delete(name)
  return url.href
}

/** Whether both addresses are of one site; `www.` and the scheme make no other site. */
export const isSameSite = (a: string, b: string): boolean => siteOf(a) === siteOf(b)

const siteOf = (address: string): string => new URL(address).host.replace(/^www\./, '')

/** The ways in which one page may be linked: with either scheme, with or without `www.` and a last slash. */
export function formsOfAddress(address: string): readonly string[] {
  const { host, pathname, search } = new URL(address)
  const bare = host.replace(/^www\./, '')
  const path = pathname.replace(/\/+$/, '')
  return ['https://', 'http://'].flatMap((scheme) =>
    [bare, `www.${bare}`].flatMap((name) =>
      [`${path}/`, path].map((way) => `${scheme}${name}${way}${search}`),
    ),
  )
}
