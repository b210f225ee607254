import type { IncomingHttpHeaders } from 'node:http'
import type { CookieOptions } from 'express'
import type { Person } from '../../contract/people.ts'
import { sessionHours } from './createSessions.ts'

/** Who asks, and through which session; a bearer token has none. */
export interface Signed {
  person: Person
  session: string | null
  state: 'set-up' | 'signed-in' | 'locked'
}

export interface SessionServices {
  identity: {
    /** `counts`: whether asking shows that somebody is there. It does unless told otherwise. */
    signedIn(headers: IncomingHttpHeaders, givenToken?: string, counts?: boolean): Promise<Signed | undefined>
  }
}

/** Who asks, by the bearer token or the session cookie: only where they are fully signed in and nothing is locked. */
export async function personAsking(
  { identity }: SessionServices,
  headers: IncomingHttpHeaders,
  givenToken?: string,
): Promise<Person | undefined> {
  const signed = await identity.signedIn(headers, givenToken)
  return signed?.state === 'signed-in' ? signed.person : undefined
}

/** Over TLS it cannot be set by a neighbouring site (`__Host-`). NB: loopback has no TLS, and no such cookie. */
export const sessionCookie = (secure: boolean): string =>
  secure ? '__Host-return-talk-session' : 'return-talk-session'

/** Out of reach of the page's own code, and sent by no other site's page. */
export const sessionCookieOptions = (secure: boolean): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: '/',
  secure,
  maxAge: sessionHours * 60 * 60 * 1000,
})

export const bearerIn = ({ authorization }: IncomingHttpHeaders): string | undefined =>
  /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]

/** The secret of the session that a browser holds. */
export function secretIn({ cookie }: IncomingHttpHeaders, secure: boolean): string | undefined {
  const name = sessionCookie(secure)
  const ours = cookie?.split(';').find(each => each.trimStart().startsWith(`${name}=`))
  return ours?.slice(ours.indexOf('=') + 1).trim()
}
