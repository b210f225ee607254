import { randomUUID } from 'node:crypto'
import { type Insertable, type Kysely, sql } from 'kysely'
import type { Role } from '../../casework/roles.ts'
import type { Database, Tables } from '../database/openDatabase.ts'
import { hashOfCode } from './createInvitations.ts'
import type { PeopleTables } from './PeopleTables.ts'

export type Account = PeopleTables['accounts']
export type Factor = PeopleTables['factors']

export interface NewAccount {
  name: string
  signInName: string
  /** As it is hashed; null for someone who comes by single sign-on alone. */
  password: string | null
  role: Role
  team: string
}

export type Accepted = { ok: true; account: string } | { ok: false; problem: 'invitation-over' | 'sign-in-name-taken' }

export type Changed = { ok: true } | { ok: false; problem: 'no-such-person' | 'not-allowed' | 'last-administrator' }

export interface AccountChange {
  role?: Role | undefined
  team?: string | undefined
  state?: 'active' | 'suspended' | undefined
}

/** Accounts and what opens them. What is secret comes here hashed or sealed already. */
export interface Accounts {
  any(): Promise<boolean>
  of(id: string): Promise<Account | undefined>
  named(signInName: string): Promise<Account | undefined>
  /** By id: what each is called. */
  names(): Promise<Readonly<Record<string, string>>>
  all(): Promise<(Account & { secondFactor: boolean; sessions: number })[]>
  /** Makes an account without a link, as single sign-on does. Undefined where the sign-in name is taken. */
  make(account: NewAccount): Promise<string | undefined>
  /** Uses up the link of this code, and makes its account or gives the one it is for a new password. */
  accept(code: string, account: Omit<NewAccount, 'role' | 'team'>): Promise<Accepted>
  /** The same password, hashed anew; nothing where it was changed meanwhile. */
  rehashed(id: string, before: string, after: string): Promise<void>
  setPassword(id: string, password: string): Promise<void>
  signedIn(id: string): Promise<void>
  /** Done by an active administrator to someone else, of whom one is always left. */
  change(id: string, change: AccountChange, by: { id: string; isReady: boolean }): Promise<Changed>
  /** Nothing opens it any more until a link does; tokens made so far are void. */
  close(id: string): Promise<void>
  voidTokens(id: string): Promise<void>

  factorsOf(account: string): Promise<Factor[]>
  passkey(credential: string): Promise<Factor | undefined>
  /** Undefined where the passkey is known already. */
  addFactor(factor: Insertable<PeopleTables['factors']>): Promise<string | undefined>
  /** One that was begun and has not been confirmed. */
  unconfirmed(account: string, id: string): Promise<Factor | undefined>
  confirm(id: string, step: number, name: string): Promise<void>
  /** Whether this time step is newer than any used before: it is used now. */
  useStep(id: string, step: number): Promise<boolean>
  /** Whether the count of the passkey went up, or it keeps none: it is used now. */
  useCount(id: string, counter: number): Promise<boolean>
  /** Refuses the last one where one is to be left. */
  removeFactor(account: string, id: string, mayBeLast: boolean): Promise<'removed' | 'no-such-factor' | 'last-factor'>
  recoveryCodesLeft(account: string): Promise<number>
  setRecoveryCodes(account: string, hashes: readonly Buffer[]): Promise<void>
  /** Whether it was one of theirs: it is not any more. */
  useRecoveryCode(account: string, hash: Buffer): Promise<boolean>
}

/** As sign-in names are compared: however they are typed. */
export const signInKey = (name: string): string => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

export function createAccounts({ db }: Pick<Database, 'db'>, now: () => Date): Accounts {
  const of = (id: string) => db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()

  return {
    any: async () => (await db.selectFrom('accounts').select('id').limit(1).execute()).length > 0,
    of,
    named: name => db.selectFrom('accounts').selectAll().where('sign_in_key', '=', signInKey(name)).executeTakeFirst(),
    async names() {
      const rows = await db.selectFrom('accounts').select(['id', 'name']).execute()
      return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
    },
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
    make: account => made(db, account),
    accept: (code, account) =>
      db
        .transaction()
        .execute(async kept => {
          const link = await kept
            .deleteFrom('invitations')
            .where('hash', '=', hashOfCode(code))
            .where('until', '>', now())
            .returningAll()
            .executeTakeFirst()
          if (!link) throw new Refused('invitation-over')
          if (link.first) {
            // Two processes may each have given one out: the first to be used is the only one.
            await sql`select pg_advisory_xact_lock(hashtext('first account'))`.execute(kept)
            const any = await kept.selectFrom('accounts').select('id').limit(1).execute()
            if (any.length > 0) throw new Refused('invitation-over')
          }
          if (link.account !== null) {
            const { password } = account
            const active = await kept
              .updateTable('accounts')
              .set({ password })
              .where('id', '=', link.account)
              .where('state', '=', 'active')
              .returning('id')
              .execute()
            if (active.length === 0) throw new Refused('invitation-over')
            return { ok: true as const, account: link.account }
          }
          const id = await made(kept, { ...account, role: link.role, team: link.team })
          if (id === undefined) throw new Refused('sign-in-name-taken')
          return { ok: true as const, account: id }
        })
        // Thrown so that a link is not used up by what it did not do.
        .catch((error: unknown) => {
          if (error instanceof Refused) return { ok: false, problem: error.problem }
          throw error
        }),
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
    factorsOf: account =>
      db
        .selectFrom('factors')
        .selectAll()
        .where('account', '=', account)
        .where('confirmed', '=', true)
        .orderBy('added_at')
        .execute(),
    passkey: credential => db.selectFrom('factors').selectAll().where('credential', '=', credential).executeTakeFirst(),
    async addFactor(factor) {
      // One that was begun and not confirmed gives way to the next.
      await db.deleteFrom('factors').where('account', '=', factor.account).where('confirmed', '=', false).execute()
      const added = await db
        .insertInto('factors')
        .values(factor)
        .onConflict(conflict => conflict.doNothing())
        .returning('id')
        .executeTakeFirst()
      return added?.id
    },
    unconfirmed: (account, id) =>
      db
        .selectFrom('factors')
        .selectAll()
        .where('account', '=', account)
        .where('id', '=', id)
        .where('confirmed', '=', false)
        .executeTakeFirst(),
    async confirm(id, step, name) {
      const used_at = now()
      await db
        .updateTable('factors')
        .set({ confirmed: true, step: String(step), name, used_at })
        .where('id', '=', id)
        .execute()
    },
    async useStep(id, step) {
      const used = await db
        .updateTable('factors')
        .set({ step: String(step), used_at: now() })
        .where('id', '=', id)
        .where(({ eb, or }) => or([eb('step', 'is', null), eb('step', '<', String(step))]))
        .returning('id')
        .execute()
      return used.length > 0
    },
    async useCount(id, counter) {
      const used = await db
        .updateTable('factors')
        .set({ counter: String(counter), used_at: now() })
        .where('id', '=', id)
        .where(({ eb, or, and }) =>
          or([eb('counter', '<', String(counter)), and([eb('counter', '=', '0'), eb.lit(counter === 0)])]),
        )
        .returning('id')
        .execute()
      return used.length > 0
    },
    removeFactor: (account, id, mayBeLast) =>
      db.transaction().execute(async kept => {
        // Whoever removes two at once is told of the second that it is the last.
        await kept.selectFrom('accounts').select('id').where('id', '=', account).forUpdate().execute()
        const factors = await kept
          .selectFrom('factors')
          .select('id')
          .where('account', '=', account)
          .where('confirmed', '=', true)
          .execute()
        if (!factors.some(factor => factor.id === id)) return 'no-such-factor'
        if (factors.length === 1 && !mayBeLast) return 'last-factor'
        await kept.deleteFrom('factors').where('id', '=', id).execute()
        if (factors.length === 1) await kept.deleteFrom('recovery_codes').where('account', '=', account).execute()
        return 'removed'
      }),
    async recoveryCodesLeft(account) {
      const rows = await db.selectFrom('recovery_codes').select('account').where('account', '=', account).execute()
      return rows.length
    },
    setRecoveryCodes: (account, hashes) =>
      db.transaction().execute(async kept => {
        await kept.deleteFrom('recovery_codes').where('account', '=', account).execute()
        await kept
          .insertInto('recovery_codes')
          .values(hashes.map(hash => ({ account, hash })))
          .execute()
      }),
    async useRecoveryCode(account, hash) {
      const used = await db
        .deleteFrom('recovery_codes')
        .where('account', '=', account)
        .where('hash', '=', hash)
        .returning('account')
        .execute()
      return used.length > 0
    },
  }

  async function made(kept: Kysely<Tables>, { name, signInName, password, role, team }: NewAccount) {
    const at = now()
    const row = await kept
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
  }
}

class Refused extends Error {
  problem: 'invitation-over' | 'sign-in-name-taken'
  constructor(problem: 'invitation-over' | 'sign-in-name-taken') {
    super(problem)
    this.problem = problem
  }
}
