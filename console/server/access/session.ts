import type { IncomingHttpHeaders } from 'node:http'
import type { CookieOptions } from 'express'
import type { Person } from '../../contract.ts'
import type { Tokens } from './tokens.ts'
import { tokenSeconds } from './tokens.ts'

export const sessionCookie = 'return-talk-session'

/** Out of reach of the page's own code, and sent by no other site's page. NB: not `secure`, since loopback has no TLS. */
export const sessionCookieOptions: CookieOptions = {
  httpOnly: true,
  sameSite: 'strict',
  path: '/',
  maxAge: tokenSeconds * 1000,
}

export interface SessionServices {
  tokens: Tokens
  people: readonly Person[]
}

/** Who asks: by the bearer token where there is one, and by the session cookie where there is not. */
export async function personAsking(
  { tokens, people }: SessionServices,
  headers: IncomingHttpHeaders,
  givenToken?: string,
): Promise<Person | undefined> {
  const token = givenToken ?? bearerIn(headers.authorization) ?? cookieIn(headers.cookie)
  const claimed = token === undefined ? undefined : await tokens.personOf(token)
  return people.find(({ id, role }) => id === claimed?.id && role === claimed.role)
}

const bearerIn = (authorization: string | undefined) => /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]

function cookieIn(cookies: string | undefined): string | undefined {
  const ours = cookies?.split(';').find(cookie => cookie.trimStart().startsWith(`${sessionCookie}=`))
  return ours?.slice(ours.indexOf('=') + 1).trim()
}
