import { isIPv4, isIPv6 } from 'node:net'

/** Who is counted as one: an IPv4 address, or the IPv6 network that one household or office is given (a /64). */
export function networkOf(address: string): string {
  if (isIPv4(address)) return address
  const [bare = ''] = address.split('%')
  const mapped = /^::ffff:(.+)$/i.exec(bare)?.[1]
  if (mapped !== undefined && isIPv4(mapped)) return mapped
  return isIPv6(bare) ? `${groupsOf(bare).slice(0, 4).join(':')}::/64` : bare
}

/** The eight groups, the shortest way each. */
function groupsOf(address: string): string[] {
  const [before = '', after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const [left, right] = [before, after ?? ''].map(half => (half === '' ? [] : half.split(':'))) as [string[], string[]]
  return [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right]
}
