import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Role } from '../../casework/roles.ts'
import type { Database } from '../database/openDatabase.ts'
import { createAccounts, type NewAccount } from './createAccounts.ts'
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

/** What someone who comes by a link says of themselves: what they may do is the link's to say. */
export type AcceptedAs = Omit<NewAccount, 'role' | 'team'>

export type Accepted = { ok: true; account: string } | { ok: false; problem: NotAccepted }

type NotAccepted = 'invitation-over' | 'sign-in-name-taken'

/** Links that let someone make an account, or into their own again. The code itself is kept nowhere. */
export interface Invitations {
  /** An account, and the first start, have one at a time: an earlier one is void. */
  make(invitation: NewInvitation): Promise<{ id: string; code: string; until: Date }>
  /** The invitation of this code, unless it was used or has run out. */
  of(code: string): Promise<Invitation | undefined>
  open(): Promise<Invitation[]>
  /** Whether there was one to call back. */
  callBack(id: string): Promise<boolean>
  /** Uses up the link of this code, and makes its account or gives the one it is for a new password. */
  accept(code: string, account: AcceptedAs): Promise<Accepted>
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
          return { ok: true as const, account: await opened(kept, link, account) }
        })
        // Thrown so that a link is not used up by what it did not do.
        .catch((error: unknown) => {
          if (error instanceof Refused) return { ok: false, problem: error.problem }
          throw error
        }),
  }

  /** The account that a link which was just used up makes, or lets someone into again. */
  async function opened(kept: Database['db'], link: Invitation, account: AcceptedAs): Promise<string> {
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
      return link.account
    }
    const made = await createAccounts({ db: kept }, now).make({ ...account, role: link.role, team: link.team })
    if (made === undefined) throw new Refused('sign-in-name-taken')
    return made
  }
}

const hashOfCode = (code: string): Buffer => createHash('sha256').update(code).digest()

class Refused extends Error {
  problem: NotAccepted
  constructor(problem: NotAccepted) {
    super(problem)
    this.problem = problem
  }
}
