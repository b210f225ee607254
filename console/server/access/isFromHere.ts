import type { IncomingHttpHeaders } from 'node:http'

const thisComputer = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i

/**
 * Whether a request was made to this computer by its own name, and by our own page where a page made it. A foreign Host
 * is another site's name pointed at this computer; a foreign Origin is another site's page acting as whoever is signed in.
 */
export function isFromHere({ host, origin }: IncomingHttpHeaders): boolean {
  if (host === undefined || !thisComputer.test(host)) return false
  return origin === undefined || [`http://${host}`, `https://${host}`].includes(origin)
}
