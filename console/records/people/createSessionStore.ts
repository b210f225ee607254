import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Database } from '../database/openDatabase.ts'
import type { KeptState, PeopleTables } from './PeopleTables.ts'

/** Whose a session is: an account's, or one of the ready people's of the demo. */
export type Holder = { account: string; ready?: never } | { ready: string; account?: never }

export type SessionRow = PeopleTables['sessions']

/** Sessions as they are kept: by a hash of the secret that the cookie holds. */
export interface SessionStore {
  begin(holder: Holder, state: KeptState, browser: string): Promise<{ id: string; secret: string }>
  of(secret: string): Promise<SessionRow | undefined>
  ofAccount(account: string): Promise<SessionRow[]>
  /** Moves a session on under a new secret; the old one opens nothing any more. Undefined where it is gone. */
  moveOn(id: string, state: KeptState, change?: { begun?: boolean }): Promise<string | undefined>
  /** Locks those of these ids, or all, in which nobody was active since; returns which. */
  lockIdle(since: Date, ids?: readonly string[]): Promise<string[]>
  lock(id: string): Promise<boolean>
  active(id: string, at: Date): Promise<void>
  /** Of these ids, those that are there and in this state. */
  inState(ids: readonly string[], state: KeptState): Promise<string[]>
  end(id: string): Promise<boolean>
  /** Ends all of an account but this one; returns which. */
  endOf(account: string, but?: string): Promise<string[]>
  /** Ends those begun before, and those half-way since before; returns which. */
  endOld(begunBefore: Date, halfWayBefore: Date): Promise<string[]>
}

export function createSessionStore({ db }: Pick<Database, 'db'>, now: () => Date): SessionStore {
  return {
    async begin({ account, ready }, state, browser) {
      const id = randomUUID()
      const secret = newSecret()
      const at = now()
      await db
        .insertInto('sessions')
        .values({
          id,
          hash: hashOfSecret(secret),
          account: account ?? null,
          ready: ready ?? null,
          state,
          browser,
          begun_at: at,
          active_at: at,
          proved_at: at,
        })
        .execute()
      return { id, secret }
    },
    of: secret => db.selectFrom('sessions').selectAll().where('hash', '=', hashOfSecret(secret)).executeTakeFirst(),
    ofAccount: account =>
      db.selectFrom('sessions').selectAll().where('account', '=', account).orderBy('active_at', 'desc').execute(),
    async moveOn(id, state, { begun = false } = {}) {
      const secret = newSecret()
      const at = now()
      const moved = await db
        .updateTable('sessions')
        .set({ hash: hashOfSecret(secret), state, active_at: at, proved_at: at, ...(begun ? { begun_at: at } : {}) })
        .where('id', '=', id)
        .returning('id')
        .execute()
      return moved.length > 0 ? secret : undefined
    },
    async lockIdle(since, ids) {
      let locking = db
        .updateTable('sessions')
        .set({ state: 'locked' })
        .where('state', '=', 'signed-in')
        .where('active_at', '<=', since)
      if (ids) locking = locking.where('id', 'in', ids)
      return (await locking.returning('id').execute()).map(({ id }) => id)
    },
    async lock(id) {
      const locked = await db
        .updateTable('sessions')
        .set({ state: 'locked' })
        .where('id', '=', id)
        .where('state', '=', 'signed-in')
        .returning('id')
        .execute()
      return locked.length > 0
    },
    async active(id, at) {
      await db.updateTable('sessions').set({ active_at: at }).where('id', '=', id).where('active_at', '<', at).execute()
    },
    async inState(ids, state) {
      if (ids.length === 0) return []
      const rows = await db
        .selectFrom('sessions')
        .leftJoin('accounts', 'accounts.id', 'sessions.account')
        .select('sessions.id')
        .where('sessions.id', 'in', ids)
        .where('sessions.state', '=', state)
        .where(({ eb, or }) => or([eb('sessions.account', 'is', null), eb('accounts.state', '=', 'active')]))
        .execute()
      return rows.map(({ id }) => id)
    },
    end: async id => (await db.deleteFrom('sessions').where('id', '=', id).returning('id').execute()).length > 0,
    async endOf(account, but) {
      let ending = db.deleteFrom('sessions').where('account', '=', account)
      if (but !== undefined) ending = ending.where('id', '<>', but)
      return (await ending.returning('id').execute()).map(({ id }) => id)
    },
    async endOld(begunBefore, halfWayBefore) {
      const ended = await db
        .deleteFrom('sessions')
        .where(({ eb, or, and }) =>
          or([
            eb('begun_at', '<=', begunBefore),
            and([eb('state', '=', 'second-factor'), eb('begun_at', '<=', halfWayBefore)]),
          ]),
        )
        .returning('id')
        .execute()
      return ended.map(({ id }) => id)
    },
  }
}

const newSecret = () => randomBytes(32).toString('base64url')
const hashOfSecret = (secret: string) => createHash('sha256').update(secret).digest()
