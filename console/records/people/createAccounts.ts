import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Role } from '../../casework/roles.ts'
import type { Database } from '../database/openDatabase.ts'
import type { PeopleTables } from './PeopleTables.ts'

export type Account = PeopleTables['accounts']

export interface NewAccount {
  name: string
  signInName: string
  /** As it is hashed; null for someone who comes by single sign-on alone. */
  password: string | null
  role: Role
  team: string
}

export type Changed = { ok: true } | { ok: false; problem: 'no-such-person' | 'not-allowed' | 'last-administrator' }

export interface AccountChange {
  role?: Role | undefined
  team?: string | undefined
  state?: 'active' | 'suspended' | undefined
}

/** Accounts and their passwords, which come here hashed already. */
export interface Accounts {
  any(): Promise<boolean>
  of(id: string): Promise<Account | undefined>
  /** Undefined where it is nobody's, and where someone is suspended. */
  active(id: string | null): Promise<Account | undefined>
  named(signInName: string): Promise<Account | undefined>
  /** By id: what each is called. */
  names(): Promise<Readonly<Record<string, string>>>
  /** The active ones of a team, in the order of their names. */
  ofTeam(team: string): Promise<readonly Account[]>
  all(): Promise<(Account & { secondFactor: boolean; sessions: number })[]>
  /** Undefined where the sign-in name is taken. */
  make(account: NewAccount): Promise<string | undefined>
  /** The same password, hashed anew; nothing where it was changed meanwhile. */
  rehashed(id: string, before: string, after: string): Promise<void>
  setPassword(id: string, password: string): Promise<void>
  signedIn(id: string): Promise<void>
  /** Done by an active administrator to someone else, of whom one is always left. */
  change(id: string, change: AccountChange, by: { id: string; isReady: boolean }): Promise<Changed>
  /** Nothing opens it any more until a link does; tokens made so far are void. */
  close(id: string): Promise<void>
  voidTokens(id: string): Promise<void>
}

/** As sign-in names are compared: however they are typed. */
export const signInKey = (name: string): string => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

export function createAccounts({ db }: Pick<Database, 'db'>, now: () => Date): Accounts {
  const of = (id: string) => db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()

  return {
    any: async () => (await db.selectFrom('accounts').select('id').limit(1).execute()).length > 0,
    of,
    async active(id) {
      const account = id === null ? undefined : await of(id)
      return account?.state === 'active' ? account : undefined
    },
    named: name => db.selectFrom('accounts').selectAll().where('sign_in_key', '=', signInKey(name)).executeTakeFirst(),
    async names() {
      const rows = await db.selectFrom('accounts').select(['id', 'name']).execute()
      return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
    },
    ofTeam: team =>
      db
        .selectFrom('accounts')
        .selectAll()
        .where('team', '=', team)
        .where('state', '=', 'active')
        .orderBy('name')
        .orderBy('id')
        .execute(),
    all: () =>
      db
        .selectFrom('accounts')
        .selectAll('accounts')
        .select(({ selectFrom, exists, fn }) => [
          exists(
            selectFrom('factors').select('id').whereRef('account', '=', 'accounts.id').where('confirmed', '=', true),
          )
            .$castTo<boolean>()
            .as('secondFactor'),
          selectFrom('sessions')
            .select(sql<number>`count(*)::int`.as('count'))
            .whereRef('account', '=', 'accounts.id')
            .$asScalar()
            .$notNull()
            .as('sessions'),
          fn<string>('lower', ['accounts.name']).as('order'),
        ])
        .orderBy('order')
        .orderBy('id')
        .execute(),
    async make({ name, signInName, password, role, team }) {
      const at = now()
      const row = await db
        .insertInto('accounts')
        .values({
          id: randomUUID(),
          name,
          sign_in_name: signInName,
          sign_in_key: signInKey(signInName),
          role,
          team,
          state: 'active',
          password,
          made_at: at,
          signed_in_at: null,
          tokens_from: at,
        })
        .onConflict(conflict => conflict.column('sign_in_key').doNothing())
        .returning('id')
        .executeTakeFirst()
      return row?.id
    },
    async rehashed(id, before, after) {
      await db
        .updateTable('accounts')
        .set({ password: after })
        .where('id', '=', id)
        .where('password', '=', before)
        .execute()
    },
    async setPassword(id, password) {
      await db.updateTable('accounts').set({ password, tokens_from: now() }).where('id', '=', id).execute()
    },
    async signedIn(id) {
      await db.updateTable('accounts').set({ signed_in_at: now() }).where('id', '=', id).execute()
    },
    change: (id, { role, team, state }, by) =>
      db.transaction().execute(async kept => {
        // In one order, so that two administrators cannot remove each other at once.
        const administrators = await kept
          .selectFrom('accounts')
          .select('id')
          .where('role', '=', 'administrator')
          .where('state', '=', 'active')
          .orderBy('id')
          .forUpdate()
          .execute()
        const isOne = (each: string) => administrators.some(administrator => administrator.id === each)
        if (!by.isReady && !isOne(by.id)) return { ok: false, problem: 'not-allowed' }
        const account = await kept
          .selectFrom('accounts')
          .selectAll()
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst()
        if (!account) return { ok: false, problem: 'no-such-person' }
        const next = { role: role ?? account.role, team: team ?? account.team, state: state ?? account.state }
        const staysOne = next.role === 'administrator' && next.state === 'active'
        if (isOne(id) && !staysOne && administrators.length === 1) return { ok: false, problem: 'last-administrator' }
        await kept.updateTable('accounts').set(next).where('id', '=', id).execute()
        return { ok: true }
      }),
    close: id =>
      db.transaction().execute(async kept => {
        await kept.updateTable('accounts').set({ password: null, tokens_from: now() }).where('id', '=', id).execute()
        await kept.deleteFrom('factors').where('account', '=', id).execute()
        await kept.deleteFrom('recovery_codes').where('account', '=', id).execute()
      }),
    async voidTokens(id) {
      await db.updateTable('accounts').set({ tokens_from: now() }).where('id', '=', id).execute()
    },
  }
}
