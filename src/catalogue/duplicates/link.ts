/** Parameters that say from where a reader came, and nothing of the page. */
const TRACKING = /^(?:utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|_ga|_gl)$/i
/** Such names too, unless there is a number in them: that may be the number of the page. */
const OFTEN_TRACKING = /^(?:ref|referrer|source)$/i
/** Where a site shows its pages by script, the fragment says which. */
const PAGE_IN_FRAGMENT = /^#(?:!|\/)\/?[^/]/

const isTracking = ([name, value]: readonly [string, string]): boolean =>
  TRACKING.test(name) || (OFTEN_TRACKING.test(name) && !/\d/.test(value))

/**
 * An address as it is compared: without what tracks its reader, and the same for the usual ways of writing it.
 *
 * @returns null for a site's first page, which is about no one call, and for what is no address
 * @example comparedLink('http://www.Fund.example/a/?utm_source=x#top') // 'fund.example/a'
 */
export function comparedLink(address: string): string | null {
  const url = URL.parse(address)
  if (url === null) return null
  const asked = [...url.searchParams].filter((parameter) => !isTracking(parameter))
  const path = url.pathname.replace(/\/(?:index\.\w+)?$/, '')
  const fragment = PAGE_IN_FRAGMENT.test(url.hash) ? url.hash : ''
  if (path === '' && asked.length === 0 && fragment === '') return null
  const query = asked
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&')
  return `${url.host.replace(/^www\./, '')}${path}${query === '' ? '' : `?${query}`}${fragment}`
}
