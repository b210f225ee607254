import { isIP, isIPv6 } from 'node:net'
import proxyAddr from 'proxy-addr'
import { z } from 'zod'
import { optionalSetting } from '../optionalSetting.ts'
import { isLoopback } from './isLoopback.ts'
import type { EdgeSettings } from './Place.ts'

/** The settings that say where this server is reached. */
export const edgeEnvironment = {
  HOST: optionalSetting(z.string()),
  PUBLIC_URL: optionalSetting(
    z
      .url({ protocol: /^https?$/, error: 'must be a web address', abort: true })
      .refine(isOrigin, { error: 'must be no more than https://, a name and perhaps a port', abort: true }),
  ),
  TLS_CERT_FILE: optionalSetting(z.string()),
  TLS_KEY_FILE: optionalSetting(z.string()),
  TRUSTED_PROXY: optionalSetting(
    z
      .string()
      .transform(list => list.split(',').map(each => each.trim()))
      .refine(list => list.every(isOwnProxy), {
        error:
          'must be the addresses or ranges of your own proxies, such as 10.0.0.2 or 10.0.0.0/24, with commas between: never everyone',
        abort: true,
      }),
  ),
  RATE_LIMIT: optionalSetting(
    z
      .string()
      .refine(isLimit, {
        error: 'must be how many requests a minute one address may make, at least 60, or off',
        abort: true,
      })
      .transform(limit => (limit === 'off' ? limit : Number(limit))),
  ),
}

const shape = z.object(edgeEnvironment)
type EdgeEnvironment = z.infer<typeof shape>

/** Tells what cannot go together: anyone beyond this computer is answered over TLS alone. */
export function findEdgeFaults(data: EdgeEnvironment, context: z.RefinementCtx): void {
  const fault = (name: keyof EdgeEnvironment, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message })
  const { HOST, PUBLIC_URL, TLS_CERT_FILE, TLS_KEY_FILE, TRUSTED_PROXY, RATE_LIMIT } = data
  const isHttps = PUBLIC_URL?.startsWith('https:') === true
  const hasWay = TLS_CERT_FILE !== undefined || TRUSTED_PROXY !== undefined

  if (TLS_CERT_FILE !== undefined && TLS_KEY_FILE === undefined) {
    fault('TLS_KEY_FILE', 'must be set where TLS_CERT_FILE is')
  }
  if (TLS_KEY_FILE !== undefined && TLS_CERT_FILE === undefined) {
    fault('TLS_CERT_FILE', 'must be set where TLS_KEY_FILE is')
  }
  if (HOST !== undefined && !isLoopback(HOST) && !(isElsewhere(PUBLIC_URL) && hasWay)) {
    fault(
      'HOST',
      'must be 127.0.0.1, ::1 or localhost, unless PUBLIC_URL says the https address people use, and either TLS_CERT_FILE and TLS_KEY_FILE or TRUSTED_PROXY are set',
    )
  }
  if (PUBLIC_URL !== undefined && !isHttps && (isElsewhere(PUBLIC_URL) || TLS_CERT_FILE !== undefined)) {
    fault('PUBLIC_URL', 'must begin with https://')
  } else if (isElsewhere(PUBLIC_URL) && !hasWay) {
    fault(
      'PUBLIC_URL',
      'needs TRUSTED_PROXY, the address of the proxy that answers there, or TLS_CERT_FILE and TLS_KEY_FILE to answer there itself',
    )
  }
  if (RATE_LIMIT === 'off' && !isOnlyHere(data)) {
    fault('RATE_LIMIT', 'must be a number where others than this computer can reach it')
  }
}

/** Where this server is reached, and whether cookies can be kept to TLS. */
export function edgeSettingsIn(data: EdgeEnvironment): EdgeSettings & { secure: boolean } {
  const { HOST, PUBLIC_URL, TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile, TRUSTED_PROXY, RATE_LIMIT } = data
  const tls = certFile !== undefined && keyFile !== undefined ? { certFile, keyFile } : undefined
  return {
    host: HOST ?? '127.0.0.1',
    tls,
    trustedProxy: TRUSTED_PROXY ?? [],
    publicUrl: PUBLIC_URL === undefined ? undefined : new URL(PUBLIC_URL).origin,
    rateLimit: RATE_LIMIT ?? (isOnlyHere(data) ? requestsHere : requestsFromElsewhere),
    secure: tls !== undefined || PUBLIC_URL?.startsWith('https:') === true,
  }
}

/** A minute, from one address. An office of fifty behind one address that all load a page at once makes about 750. */
const requestsFromElsewhere = 6_000
/** Where only this computer's own programs can ask: a script at full speed is never stopped, one that runs wild is. */
const requestsHere = 600_000

const isOnlyHere = ({ HOST, PUBLIC_URL }: EdgeEnvironment) =>
  isLoopback(HOST ?? '127.0.0.1') && !isElsewhere(PUBLIC_URL)

const isElsewhere = (url: string | undefined) =>
  url !== undefined && !isLoopback(new URL(url).hostname.replace(/^\[|\]$/g, ''))

function isLimit(limit: string): boolean {
  return limit === 'off' || (/^[1-9]\d{1,7}$/.test(limit) && Number(limit) >= 60)
}

function isOrigin(address: string): boolean {
  const { username, password, pathname, search, hash } = new URL(address)
  return `${username}${password}${search}${hash}` === '' && pathname === '/'
}

/** NB: whoever is trusted can claim any address, so a range that holds a part of the internet is no proxy's. */
function isOwnProxy(range: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(range)) return true
  const [address = '', prefix] = range.split('/')
  // Also "1", which some read as 0.0.0.1.
  if (isIP(address) === 0 || (prefix !== undefined && !isNarrow(address, prefix))) return false
  try {
    proxyAddr.compile([range])
    return true
  } catch {
    return false
  }
}

function isNarrow(address: string, prefix: string): boolean {
  if (!/^\d{1,3}$/.test(prefix)) return false
  if (!isIPv6(address)) return Number(prefix) >= 8
  // What begins so in full, as in ::ffff:0:0/96, is every IPv4 address in another notation.
  const isShort = new URL(`http://[${address}]`).hostname.startsWith('[::')
  return Number(prefix) >= (isShort ? 128 : 16)
}
