import { createHmac, randomUUID } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Person } from '../../contract/people.ts'
import type { Audit } from '../../records/audit/audit.ts'
import type { Database } from '../../records/database/openDatabase.ts'
import { heldFor } from '../../records/heldFor.ts'
import type { Keys } from '../../records/keys/createKeys.ts'
import { open, seal } from '../../records/keys/seal.ts'
import { type ChannelLink, createChannelLinks } from '../../records/people/createChannelLinks.ts'

/** Who someone is on a channel, as the channel itself says. */
export interface ChannelIdentity {
  channel: string
  id: string
}

export interface ChannelLinkingServices {
  database: Pick<Database, 'db'>
  keys: Pick<Keys, 'forUse'>
  /** What links are signed with. */
  tokenKey: Uint8Array
  audit: Audit
  /** As they are now; nobody where they are suspended or gone. */
  personById(id: string): Promise<Person | undefined>
  /** Where people open this installation. */
  url(): string
  now(): Date
}

/** The people of channels are the same people: each links who they are there to who they are here, once. */
export interface ChannelLinking {
  personOf(identity: ChannelIdentity): Promise<Person | undefined>
  /** A link for whoever wrote on the channel to open, signed in: good for a quarter of an hour, once. */
  linkFor(identity: ChannelIdentity): Promise<string>
  /** Which channel asks; undefined where the link is not good any more. */
  channelIn(token: string): Promise<string | undefined>
  /** Makes whoever wrote on the channel this person. Whether the link was good. */
  link(token: string, person: Person): Promise<boolean>
  /** Remembers where whoever this is can be written to: words of the channel's own, which stay sealed. */
  reach(identity: ChannelIdentity, reference: string): Promise<void>
  /** Where this person can be written to, as it was given. */
  reachesOf(person: string): Promise<readonly string[]>
  of(person: Person): Promise<readonly ChannelLink[]>
  unlink(person: Person, id: string): Promise<boolean>
}

const heldMs = 10_000
const mostReached = 10_000
/** Then it is kept again: it may have been forgotten through another process, and linked once more. */
const reachedMs = 10 * 60_000
const linkSeconds = 15 * 60
/** Not that of a bearer token: neither is taken for the other. */
const audience = 'return-talk/channel-link'
const Claims = z.object({
  sub: z.base64url(),
  channel: z.string().min(1).max(100),
  jti: z.uuid(),
  exp: z.number(),
})

export function createChannelLinking(services: ChannelLinkingServices): ChannelLinking {
  const { database, keys, tokenKey, audit, personById, url, now } = services
  const links = createChannelLinks(database, now)
  // A turn of a talk asks no query. NB: for as long someone unlinked through another process goes on.
  const held = heldFor(heldMs, now, async (identity: string) => links.personOf(Buffer.from(identity, 'base64url')))

  async function hashed({ channel, id }: ChannelIdentity): Promise<string> {
    const key = await keys.forUse('accounts')
    const text = JSON.stringify(['return-talk channel identity', channel, id])
    return createHmac('sha256', key).update(text).digest('base64url')
  }

  // What was kept last of each, so that a turn of a talk writes nothing.
  const reached = new Map<string, { reference: string; until: number }>()
  const aboutReach = (identity: Buffer) => `where ${identity.toString('base64url')} is written to`

  async function claimsIn(token: string) {
    const options = { audience, algorithms: ['HS256'], currentDate: now() }
    const payload = await jwtVerify(token, tokenKey, options).then(
      verified => verified.payload,
      () => undefined,
    )
    const claims = Claims.safeParse(payload)
    return claims.success ? claims.data : undefined
  }

  return {
    async personOf(identity) {
      const person = await held.of(await hashed(identity))
      return person === undefined ? undefined : personById(person)
    },
    async linkFor(identity) {
      const at = Math.floor(now().getTime() / 1000)
      const token = await new SignJWT({ channel: identity.channel })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(await hashed(identity))
        .setJti(randomUUID())
        .setAudience(audience)
        .setIssuedAt(at)
        .setExpirationTime(at + linkSeconds)
        .sign(tokenKey)
      return new URL(`/link#${token}`, url()).href
    },
    async channelIn(token) {
      const claims = await claimsIn(token)
      return claims && !(await links.wasUsed(claims.jti)) ? claims.channel : undefined
    },
    async link(token, person) {
      const claims = await claimsIn(token)
      if (!claims) return false
      const { sub, channel, jti, exp } = claims
      const identity = Buffer.from(sub, 'base64url')
      const owner = await links.personOf(identity)
      // It stays whose it is, unless they have gone.
      if (owner !== undefined && owner !== person.id && (await personById(owner))) return false
      if (await links.wasUsed(jti)) return false
      await audit.write({ by: person.id, act: 'channel-linked', from: 'console', about: channel })
      const use = { id: jti, until: new Date(exp * 1000) }
      const linked = await links.link(use, { identity, channel, person: person.id, replaces: owner })
      held.forget()
      reached.clear()
      return linked
    },
    async reach(who, reference) {
      const name = await hashed(who)
      const before = reached.get(name)
      if (before?.reference === reference && before.until > now().getTime()) return
      const identity = Buffer.from(name, 'base64url')
      await links.reach(identity, seal(await keys.forUse('accounts'), reference, aboutReach(identity)))
      if (reached.size >= mostReached) reached.clear()
      reached.set(name, { reference, until: now().getTime() + reachedMs })
    },
    async reachesOf(person) {
      const key = await keys.forUse('accounts')
      const all = await links.reachesOf(person)
      return all.map(({ identity, reference }) => open(key, reference, aboutReach(identity)).toString())
    },
    of: ({ id }) => links.of(id),
    async unlink(person, id) {
      if (!z.uuid().safeParse(id).success) return false
      if (!(await links.of(person.id)).some(link => link.id === id)) return false
      await audit.write({ by: person.id, act: 'channel-unlinked', from: 'console', about: id })
      const gone = await links.unlink(person.id, id)
      reached.clear()
      held.forget()
      return gone
    },
  }
}
