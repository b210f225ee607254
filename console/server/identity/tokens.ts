import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { Person } from '../../contract/people.ts'

/** How long a token is good for unless its maker says otherwise: a working day, in seconds. */
export const tokenSeconds = 12 * 60 * 60

const audience = 'return-talk'
const Claims = z.object({
  sub: Person.shape.id,
  role: Person.shape.role,
  made: z.number().describe('Milliseconds since 1970.'),
  exp: z.number(),
})

/** Who a token says it is for. */
export type TokenHolder = Pick<Person, 'id' | 'role'>

/** Who a token was made for, and when. Whether that still holds is for whoever knows the people. */
export interface Claimed {
  person: TokenHolder
  madeAt: Date
}

/** Signed statements of who someone is, for a script's bearer token. */
export interface Tokens {
  issue(person: TokenHolder, seconds?: number): Promise<string>
  /** What the token says; undefined where it is not ours, changed, or has run out. */
  claimedIn(token: string): Promise<Claimed | undefined>
  /** Who it says it is for. NB: as they were when it was made. */
  personOf(token: string): Promise<TokenHolder | undefined>
}

/** Tokens signed and checked with one key. */
export function createTokens(key: Uint8Array, now = () => new Date()): Tokens {
  const checked = new Map<string, Checked>()

  async function claimedIn(token: string): Promise<Claimed | undefined> {
    const before = checked.get(token)
    const found = before ?? (await claimsIn(token, key))
    if (!found || found.until <= Date.now()) return undefined
    if (!before) remember(token, found)
    return found
  }

  return {
    issue: (person, seconds = tokenSeconds) =>
      new SignJWT({ role: person.role, made: now().getTime() })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(person.id)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
        .sign(key),
    claimedIn,
    personOf: async token => (await claimedIn(token))?.person,
  }

  // A signature does not change: one that was checked is not checked again at every turn of a talk.
  function remember(token: string, found: Checked): void {
    if (checked.size >= 1000) checked.clear()
    checked.set(token, found)
  }
}

interface Checked extends Claimed {
  /** Milliseconds since 1970 at which the token runs out. */
  until: number
}

async function claimsIn(token: string, key: Uint8Array): Promise<Checked | undefined> {
  const payload = await jwtVerify(token, key, { audience, algorithms: ['HS256'] }).then(
    verified => verified.payload,
    () => undefined,
  )
  const claims = Claims.safeParse(payload)
  if (!claims.success) return undefined
  const { sub: id, role, made, exp } = claims.data
  return { person: { id, role }, madeAt: new Date(made), until: exp * 1000 }
}
