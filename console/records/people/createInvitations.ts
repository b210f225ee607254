import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Role } from '../../casework/roles.ts'
import type { Database } from '../database/openDatabase.ts'
import type { PeopleTables } from './PeopleTables.ts'

export type Invitation = Omit<PeopleTables['invitations'], 'hash'>

export interface NewInvitation {
  role: Role
  team: string
  note?: string | undefined
  /** Whom it lets in again; nobody yet where it makes an account. */
  account?: string | undefined
  invitedBy: string
  first?: boolean
}

/** Links that let someone make an account, or into their own again. The code itself is kept nowhere. */
export interface Invitations {
  /** An account, and the first start, have one at a time: an earlier one is void. */
  make(invitation: NewInvitation): Promise<{ id: string; code: string; until: Date }>
  /** The invitation of this code, unless it was used or has run out. */
  of(code: string): Promise<Invitation | undefined>
  open(): Promise<Invitation[]>
  /** Whether there was one to call back. */
  callBack(id: string): Promise<boolean>
}

const goodFor = 7 * 24 * 60 * 60 * 1000

export function createInvitations({ db }: Pick<Database, 'db'>, now: () => Date): Invitations {
  const good = () => db.selectFrom('invitations').selectAll().where('until', '>', now())
  return {
    async make({ role, team, note, account, invitedBy, first = false }) {
      const code = randomBytes(32).toString('base64url')
      const id = randomUUID()
      const until = new Date(now().getTime() + goodFor)
      await db.transaction().execute(async kept => {
        await kept.deleteFrom('invitations').where('until', '<=', now()).execute()
        if (account !== undefined) await kept.deleteFrom('invitations').where('account', '=', account).execute()
        if (first) await kept.deleteFrom('invitations').where('first', '=', true).execute()
        await kept
          .insertInto('invitations')
          .values({
            id,
            hash: hashOfCode(code),
            role,
            team,
            note: note ?? null,
            account: account ?? null,
            first,
            invited_by: invitedBy,
            until,
          })
          .execute()
      })
      return { id, code, until }
    },
    of: code => good().where('hash', '=', hashOfCode(code)).executeTakeFirst(),
    open: () => good().orderBy('until', 'desc').execute(),
    callBack: async id =>
      (await db.deleteFrom('invitations').where('id', '=', id).returning('id').execute()).length > 0,
  }
}

export const hashOfCode = (code: string): Buffer => createHash('sha256').update(code).digest()
