import type { RefusalCode } from '../refuse.ts'
import type { Arrival } from './ownOrigin.ts'

const reading = ['GET', 'HEAD', 'OPTIONS']

/**
 * Why a request under /api that would change something is refused; undefined where it may go on. Asked after `isFromHere`,
 * which has refused every foreign Origin and every page of another site.
 *
 * There is no token against forged requests because there is nothing left for one to do (OWASP's Cross-Site Request
 * Forgery Prevention, "Fetch Metadata headers" and "Verifying origin"): the cookie is SameSite=Strict; with a cookie the
 * browser itself must say that the page is ours; and JSON cannot be sent by another site's form, nor by its scripts
 * without asking first, which is never granted. Who sends a bearer token and no cookie is not a browser acting for someone.
 */
export function changeRefusal({ method = 'GET', headers }: Arrival): RefusalCode | undefined {
  if (reading.includes(method)) return undefined
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  if ((hasBody || method === 'POST') && !isJson(headers['content-type'])) return 'not-json'
  if (headers.cookie === undefined) return undefined
  return headers.origin !== undefined || headers['sec-fetch-site'] === 'same-origin' ? undefined : 'not-from-here'
}

const isJson = (type: string | undefined) => /^application\/json *(;|$)/i.test(type ?? '')
