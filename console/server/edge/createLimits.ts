import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { EdgeSettings } from './Place.ts'

export interface Limit {
  /** Counts one more; answers with the seconds to wait, which are 0 where it may go on. */
  take(key: string): Promise<number>
}

/**
 * Counted in this process's memory: no turn waits for a database. NB: each of several processes counts for itself. Tries
 * to sign in are counted elsewhere, in the database, where they outlive a restart.
 */
export interface Limits {
  /** Requests from one address, counted before anything is looked up. */
  address: Limit
  /** Requests and socket messages of one person, by their id, wherever they are signed in. */
  person: Limit
}

const seconds = 60

/** What one person may do of what an address may: an office behind one address goes on beside someone who runs wild. */
const shareOfPerson = 1 / 5

export function createLimits(rateLimit: EdgeSettings['rateLimit']): Limits {
  if (rateLimit === 'off') return { address: unlimited, person: unlimited }
  return {
    address: limitOf('address', rateLimit),
    person: limitOf('person', Math.ceil(rateLimit * shareOfPerson)),
  }
}

const unlimited: Limit = { take: async () => 0 }

function limitOf(keyPrefix: string, points: number): Limit {
  const limiter = new RateLimiterMemory({ keyPrefix, points, duration: seconds })
  return { take: key => limiter.consume(key).then(() => 0, secondsIn) }
}

function secondsIn(refused: unknown): number {
  if (!(refused instanceof RateLimiterRes)) throw refused
  return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
}
