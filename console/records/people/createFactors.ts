import type { Insertable } from 'kysely'
import type { Database } from '../database/openDatabase.ts'
import type { PeopleTables } from './PeopleTables.ts'

export type Factor = PeopleTables['factors']

/** What opens an account besides its password. What is secret comes here hashed or sealed already. */
export interface Factors {
  /** Of an account, those that were confirmed. */
  of(account: string): Promise<Factor[]>
  passkey(credential: string): Promise<Factor | undefined>
  /** Undefined where the passkey is known already. */
  add(factor: Insertable<PeopleTables['factors']>): Promise<string | undefined>
  /** One that was begun and has not been confirmed. */
  unconfirmed(account: string, id: string): Promise<Factor | undefined>
  confirm(id: string, step: number, name: string): Promise<void>
  /** Whether this time step is newer than any used before: it is used now. */
  useStep(id: string, step: number): Promise<boolean>
  /** Whether the count of the passkey went up, or it keeps none: it is used now. */
  useCount(id: string, counter: number): Promise<boolean>
  /** Refuses the last one where one is to be left. */
  remove(account: string, id: string, mayBeLast: boolean): Promise<'removed' | 'no-such-factor' | 'last-factor'>
  recoveryCodesLeft(account: string): Promise<number>
  setRecoveryCodes(account: string, hashes: readonly Buffer[]): Promise<void>
  /** Whether it was one of theirs: it is not any more. */
  useRecoveryCode(account: string, hash: Buffer): Promise<boolean>
}

export function createFactors({ db }: Pick<Database, 'db'>, now: () => Date): Factors {
  return {
    of: account =>
      db
        .selectFrom('factors')
        .selectAll()
        .where('account', '=', account)
        .where('confirmed', '=', true)
        .orderBy('added_at')
        .execute(),
    passkey: credential => db.selectFrom('factors').selectAll().where('credential', '=', credential).executeTakeFirst(),
    async add(factor) {
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
    remove: (account, id, mayBeLast) =>
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
}
