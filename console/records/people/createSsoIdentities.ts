import { sql } from 'kysely'
import type { Database } from '../database/openDatabase.ts'
import { type Account, createAccounts, type NewAccount } from './createAccounts.ts'

/** Someone as their provider knows them for good. NB: never their e-mail address, which another person may have next year. */
export interface SsoIdentity {
  issuer: string
  subject: string
}

/** Which account is whose, by what a provider calls them. */
export interface SsoIdentities {
  accountOf(identity: SsoIdentity): Promise<Account | undefined>
  /** Makes the account, or answers with the one that another request made meanwhile. */
  make(identity: SsoIdentity, account: Omit<NewAccount, 'password'>): Promise<{ account: Account; isNew: boolean }>
  /** The account is what the provider says now. Whether that is a change, and whether of what they may do. */
  follow(account: Account, now: Pick<NewAccount, 'name' | 'role' | 'team'>): Promise<'same' | 'renamed' | 'changed'>
}

export function createSsoIdentities({ db }: Pick<Database, 'db'>, now: () => Date): SsoIdentities {
  const found = ({ issuer, subject }: SsoIdentity, within: Database['db'] = db) =>
    within
      .selectFrom('sso_identities')
      .innerJoin('accounts', 'accounts.id', 'sso_identities.account')
      .selectAll('accounts')
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .executeTakeFirst()

  return {
    accountOf: identity => found(identity),
    make: (identity, account) =>
      db.transaction().execute(async kept => {
        // Two tabs at once are one person: the second waits here for the first.
        await sql`select pg_advisory_xact_lock(hashtext(${`sso ${identity.issuer} ${identity.subject}`}))`.execute(kept)
        const before = await found(identity, kept)
        if (before) return { account: before, isNew: false }
        const accounts = createAccounts({ db: kept }, now)
        const id = await firstFree(account.signInName, signInName =>
          accounts.make({ ...account, signInName, password: null }),
        )
        await kept
          .insertInto('sso_identities')
          .values({ ...identity, account: id, made_at: now() })
          .execute()
        const made = await accounts.of(id)
        if (!made) throw new Error('An account that was just made is there.')
        return { account: made, isNew: true }
      }),
    async follow(account, { name, role, team }) {
      const isSame = account.role === role && account.team === team
      if (isSame && account.name === name) return 'same'
      await db.updateTable('accounts').set({ name, role, team }).where('id', '=', account.id).execute()
      return isSame ? 'renamed' : 'changed'
    },
  }
}

/** Somebody else may sign in with this name and a password already: that is another account, and stays it. */
async function firstFree(name: string, make: (name: string) => Promise<string | undefined>): Promise<string> {
  for (let count = 1; count <= 50; count += 1) {
    const made = await make(count === 1 ? name : `${name} (${count})`)
    if (made !== undefined) return made
  }
  throw new Error('Fifty accounts have this sign-in name: rename some of them at the provider.')
}
