import type { Request } from 'express'
import { browserOf } from './browserOf.ts'
import type { Asking } from './createSignIn.ts'
import type { PasskeyPlace } from './passkeys.ts'
import { secretIn } from './session.ts'

export interface AskingServices {
  identity: { secure: boolean }
  edge: { addressOf(request: Request): string }
}

/** Who asks, as far as a request tells. */
export function askingIn({ identity, edge }: AskingServices, request: Request): Asking {
  return {
    secret: secretIn(request.headers, identity.secure),
    address: edge.addressOf(request),
    browser: browserOf(request.headers['user-agent']),
    place: placeIn(request),
  }
}

/** NB: the edge has refused every origin but our own by now. An address of numbers has no passkeys: no browser makes them for one. */
function placeIn({ headers: { origin } }: Request): PasskeyPlace | undefined {
  return origin !== undefined && URL.canParse(origin) ? { rpId: new URL(origin).hostname, origin } : undefined
}
