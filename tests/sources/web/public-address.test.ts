import { expect, test } from 'vitest'
import { addressFault, isPublicIp } from '../../../src/sources/web/public-address.ts'

const faultOf = (address: string) => addressFault(new URL(address))

test.for([
  'https://fund.example.org/grants?id=1#apply',
  'http://fund.example.org',
  'https://fund.example.org:443/',
  'http://fund.example.org:443/',
  'https://8.8.8.8/',
  'https://[2606:4700::1111]/',
  'https://10.0.0.1.example.org/',
  'https://grants.localhost.example.org/',
])('%s may be asked for', (address) => {
  expect(faultOf(address)).toBeNull()
})

test.for([
  ['this machine by name', 'http://localhost/'],
  ['this machine, with the root', 'http://localhost./'],
  ['this machine in capitals', 'http://LOCALHOST/'],
  ['a name below it', 'http://a.localhost/'],
  ['this machine', 'http://127.0.0.1/'],
  ['this machine, shortened', 'http://127.1/'],
  ['this machine as one number', 'http://2130706433/'],
  ['this machine in octal', 'http://0177.0.0.1/'],
  ['this machine in hexadecimal', 'http://0x7f.0x0.0x0.0x1/'],
  ['this machine as one number in hexadecimal', 'http://0x7f000001/'],
  ['this machine in wide letters', 'http://１２７.０.０.１/'],
  ['this machine with the root', 'http://127.0.0.1./'],
  ['any address of this machine', 'http://0.0.0.0/'],
  ['no address', 'http://0/'],
  ['private, ten', 'http://10.1.2.3/'],
  ['private, 172', 'http://172.31.255.255/'],
  ['private, 192', 'http://192.168.0.1/'],
  ['shared by carriers', 'http://100.64.0.1/'],
  ['of the link', 'http://169.254.1.1/'],
  ['a cloud about its machines', 'http://169.254.169.254/latest/meta-data/'],
  ['another cloud about its machines', 'http://168.63.129.16/'],
  ['a third cloud about its machines', 'http://100.100.100.200/'],
  ['a cloud about its machines by name', 'http://metadata.google.internal/'],
  ['to many', 'http://224.0.0.1/'],
  ['to all', 'http://255.255.255.255/'],
  ['of tests', 'http://198.18.0.1/'],
  ['of documentation', 'http://203.0.113.5/'],
  ['reserved', 'http://240.0.0.1/'],
  ['this machine in IPv6', 'http://[::1]/'],
  ['no address in IPv6', 'http://[::]/'],
  ['IPv4 in IPv6', 'http://[::ffff:127.0.0.1]/'],
  ['public IPv4 in IPv6', 'http://[::ffff:8.8.8.8]/'],
  ['IPv4 in IPv6 in hexadecimal', 'http://[::ffff:7f00:1]/'],
  ['IPv4 in IPv6, the old way', 'http://[::127.0.0.1]/'],
  ['IPv4 behind NAT64', 'http://[64:ff9b::7f00:1]/'],
  ['IPv4 behind 6to4', 'http://[2002:7f00:1::]/'],
  ['IPv4 behind Teredo', 'http://[2001:0:7f00:1::]/'],
  ['of the link in IPv6', 'http://[fe80::1]/'],
  ['private in IPv6', 'http://[fd00::1]/'],
  ['of a site in IPv6', 'http://[fec0::1]/'],
  ['to many in IPv6', 'http://[ff02::1]/'],
  ['not given out', 'http://[4000::1]/'],
  ['a name without a dot', 'http://intranet/'],
  ['a name of the network at home', 'http://router.home.arpa/'],
  ['a name of a printer', 'http://printer.local/'],
])('%s is not on the public internet: %s', ([, address = '']) => {
  expect(faultOf(address)).toBe('is not on the public internet')
})

test.for([
  ['ftp://fund.example.org/', 'does not begin with https:// or http://'],
  ['file:///etc/passwd', 'does not begin with https:// or http://'],
  ['javascript:alert(1)', 'does not begin with https:// or http://'],
  ['data:text/html,hello', 'does not begin with https:// or http://'],
  ['https://me:secret@fund.example.org/', 'has a user name or password in it'],
  ['https://me@fund.example.org/', 'has a user name or password in it'],
  ['http://fund.example.org:22/', 'names the port 22, and web pages have 80 or 443'],
  ['https://fund.example.org:8443/', 'names the port 8443, and web pages have 80 or 443'],
] as const)('%s is refused because it %s', ([address, fault]) => {
  expect(faultOf(address)).toBe(fault)
})

test.for(['', 'fund.example.org', '1.2.3.4.5', '::ffff:10.0.0.1', '2001:db8::1'])(
  '%j is no public address',
  (ip) => {
    expect(isPublicIp(ip)).toBe(false)
  },
)
