import { BlockList, isIPv4, isIPv6 } from 'node:net'

// IANA IPv4 and IPv6 Special-Purpose Address Registries: all that is not globally reachable, and ways to wrap it.
const closed4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
const closed6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4 holds an IPv4 address, which may be a private one.
  ['2002::', 16],
  ['3fff::', 20],
]

const closed = new BlockList()
for (const [network, length] of closed4) closed.addSubnet(network, length, 'ipv4')
for (const [network, length] of closed6) closed.addSubnet(network, length, 'ipv6')
/** All IPv6 addresses that are given out so far; ::1, fc00::/7, fe80::/10, ::ffff:0:0/96 and 64:ff9b::/96 are none of them. */
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

/** Whether an address is one that any citizen can reach: not of this machine, not of a private network. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address, 'ipv4')
  return isIPv6(address) && global6.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}
