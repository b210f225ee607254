import { createHash } from 'node:crypto'
import type { Database } from '../database/openDatabase.ts'

export type ChallengePurpose = 'sign-in' | 'show-again' | 'add-passkey'

/** What a passkey is asked to sign. Each is good once, for what it was made for and for whom. */
export interface Challenges {
  keep(challenge: string, purpose: ChallengePurpose, session: string | null): Promise<void>
  /** Whether it was kept for this and is still good. It never is again. */
  use(challenge: string, purpose: ChallengePurpose, session: string | null): Promise<boolean>
}

const goodFor = 5 * 60 * 1000

export function createChallenges({ db }: Pick<Database, 'db'>, now: () => Date): Challenges {
  return {
    async keep(challenge, purpose, session) {
      const at = now()
      await db.deleteFrom('challenges').where('until', '<=', at).execute()
      const until = new Date(at.getTime() + goodFor)
      await db
        .insertInto('challenges')
        .values({ hash: hashOf(challenge), purpose, session, until })
        .execute()
    },
    async use(challenge, purpose, session) {
      const used = await db
        .deleteFrom('challenges')
        .where('hash', '=', hashOf(challenge))
        .returning(['purpose', 'session', 'until'])
        .executeTakeFirst()
      return used !== undefined && used.purpose === purpose && used.session === session && used.until > now()
    },
  }
}

const hashOf = (challenge: string) => createHash('sha256').update(challenge).digest()
