import { type Arrival, ownOrigin } from './ownOrigin.ts'
import type { Place } from './Place.ts'

/**
 * Whether a request was made to this server by its own name, and by our own page where a page made it. A foreign Host
 * is another site's name pointed at this computer; a foreign Origin, or a browser that says it comes from another site,
 * is another site's page acting as whoever is signed in. Following a link to one of our pages is neither.
 */
export function isFromHere(request: Arrival, place: Place): boolean {
  const ours = ownOrigin(request, place)
  const { origin, 'sec-fetch-site': site } = request.headers
  if (ours === undefined || (origin !== undefined && origin !== ours)) return false
  return site === undefined || site === 'same-origin' || site === 'none' || opensPage(request)
}

/** NB: not a frame, an image or a form: what another site may have a browser do is open our page for a person to see. */
function opensPage({ method, headers }: Arrival): boolean {
  return method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
}
