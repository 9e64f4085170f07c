/** Parameters that say from where a reader came, and nothing of the page. */
const TRACKING = /^(?:utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|_ga|_gl|ref|referrer|source)$/i

/**
 * An address as it is compared: without what tracks its reader, and the same for the usual ways of writing it.
 *
 * @returns null for a site's first page, which is about no one call, and for what is no address
 * @example comparedLink('http://www.Fund.example/a/?utm_source=x#top') // 'fund.example/a'
 */
export function comparedLink(address: string): string | null {
  const url = URL.parse(address)
  if (url === null) return null
  const asked = [...url.searchParams].filter(([name]) => !TRACKING.test(name))
  const path = url.pathname.replace(/\/(?:index\.\w+)?$/, '')
  if (path === '' && asked.length === 0) return null
  const query = asked
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&')
  return `${url.host.replace(/^www\./, '')}${path}${query === '' ? '' : `?${query}`}`
}
