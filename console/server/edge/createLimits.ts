import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { EdgeSettings } from './Place.ts'

export interface Limit {
  /** Counts one more; answers with the seconds to wait, which are 0 where it may go on. */
  take(key: string): Promise<number>
  /** Forgets what was counted. */
  forget(key: string): Promise<void>
}

/** Counted in this process's memory: no turn waits for a database. NB: each of several processes counts for itself. */
export interface Limits {
  /** Requests from one address, counted before anything is looked up. */
  address: Limit
  /** Requests and socket messages of one person, by their id, wherever they are signed in. */
  person: Limit
  /**
   * Attempts to sign in. Counted by whom is claimed and from where, as `<account> <address>`, so that nobody can lock
   * someone else out; forget the key when the attempt succeeds.
   */
  signIn: Limit
  /** Attempts to sign in from one address as anyone at all: one password tried on everybody. */
  signInsFrom: Limit
}

const minute = 60
const quarterHour = 15 * 60

/** What one person may do of what an address may: an office behind one address goes on beside someone who runs wild. */
const shareOfPerson = 1 / 5

export function createLimits(rateLimit: EdgeSettings['rateLimit']): Limits {
  if (rateLimit === 'off') return { address: unlimited, person: unlimited, signIn: unlimited, signInsFrom: unlimited }
  return {
    address: limitOf('address', rateLimit, minute),
    person: limitOf('person', Math.ceil(rateLimit * shareOfPerson), minute),
    signIn: limitOf('sign-in', 10, quarterHour),
    signInsFrom: limitOf('sign-ins-from', 100, quarterHour),
  }
}

const unlimited: Limit = { take: async () => 0, forget: async () => {} }

function limitOf(keyPrefix: string, points: number, duration: number): Limit {
  const limiter = new RateLimiterMemory({ keyPrefix, points, duration })
  return {
    take: key => limiter.consume(key).then(() => 0, secondsIn),
    forget: async key => void (await limiter.delete(key)),
  }
}

function secondsIn(refused: unknown): number {
  if (!(refused instanceof RateLimiterRes)) throw refused
  return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
}
