import ipaddr from 'ipaddr.js'

/** Names that lead into a private network, or to nothing that can be reached from here. */
const PRIVATE_NAME =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|onion|home\.arpa)$/
const PORTS = ['', '80', '443']
/** Public by its number, but the cloud's own: it tells virtual machines about themselves. */
const OF_THE_CLOUD = ['168.63.129.16']

/**
 * Whether it is an address of the public internet: not private, of this machine, of a link, of a cloud
 * about itself, reserved, shared, or one that stands for another, such as `::ffff:127.0.0.1`.
 *
 * @param ip - IPv4 or IPv6, without brackets; anything else is not public
 */
export function isPublicIp(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false
  return ipaddr.parse(ip).range() === 'unicast' && isGlobal(ip) && !OF_THE_CLOUD.includes(ip)
}

/** Of IPv6 only 2000::/3 has been given out. */
function isGlobal(ip: string): boolean {
  const parsed = ipaddr.parse(ip)
  return parsed.kind() === 'ipv4' || parsed.match(ipaddr.parse('2000::'), 3)
}

/**
 * Why a page at that address is not asked for on behalf of somebody who gave it, or of a site that sends
 * us there: the end of a sentence that begins with the address. Null when it may be. Where a name leads
 * only the host that looks it up can tell.
 */
export function addressFault(url: URL): string | null {
  if (!/^https?:$/.test(url.protocol)) return 'does not begin with https:// or http://'
  if (url.username !== '' || url.password !== '') return 'has a user name or password in it'
  if (!PORTS.includes(url.port)) return `names the port ${url.port}, and web pages have 80 or 443`
  return isPublicHost(url.hostname) ? null : NOT_PUBLIC
}

export const NOT_PUBLIC = 'is not on the public internet'

/** A URL has written every form of an IPv4 address as four numbers already. */
function isPublicHost(hostname: string): boolean {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.+$/, '')
    .toLowerCase()
  if (ipaddr.isValid(host)) return isPublicIp(host)
  return host.includes('.') && !PRIVATE_NAME.test(host)
}
