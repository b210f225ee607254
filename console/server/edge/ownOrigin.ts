import type { IncomingMessage } from 'node:http'
import type { Place } from './Place.ts'

/** What is known of a request as soon as it arrives, for Express and for the sockets alike. */
export type Arrival = Pick<IncomingMessage, 'headers' | 'method'> & { socket: { remoteAddress?: string | undefined } }

const thisComputer = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i

/**
 * Our own origin that this request was made to, as a page of ours would say it in `Origin`; undefined where the name it
 * was made to is not ours, which is another site's name pointed at this computer, or where it came here unprotected.
 */
export function ownOrigin(request: Arrival, place: Place): string | undefined {
  const isProxied = place.isTrusted(request.socket.remoteAddress)
  const forwarded = isProxied ? request.headers : {}
  const host = (one(forwarded['x-forwarded-host']) ?? request.headers.host)?.toLowerCase()
  if (host === undefined) return undefined
  if (host === place.publicHost && isProtected(request, place)) return place.publicOrigin
  // Passed on by a proxy, "localhost" is the proxy's word for this computer and not what a person typed.
  const isPassedOn = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'].some(name => name in forwarded)
  if (!place.onLoopback || isPassedOn || !thisComputer.test(host)) return undefined
  return `${place.tls ? 'https' : 'http'}://${host}`
}

/**
 * Whether it came over TLS all the way from whoever asked: to this server, or to the proxy that says so. Anyone else who
 * speaks plain HTTP to a server that is public is past the proxy, and read by everyone on the way.
 */
export function isProtected({ headers, socket: { remoteAddress } }: Arrival, place: Place): boolean {
  if (place.tls || !place.publicOrigin?.startsWith('https:')) return true
  return place.isTrusted(remoteAddress) && [undefined, 'https'].includes(one(headers['x-forwarded-proto']))
}

/** What all the proxies on the way agree on: one that says otherwise makes it no name of ours. */
function one(header: string | string[] | undefined): string | undefined {
  const said = new Set(
    header
      ?.toString()
      .split(',')
      .map(each => each.trim()),
  )
  return said.size > 1 ? '' : [...said][0]
}
