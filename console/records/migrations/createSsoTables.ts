import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Whose account is whose at the provider of single sign-on. */
export const createSsoTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table sso_identities (
        issuer text not null,
        subject text not null,
        account uuid not null unique references accounts on delete cascade,
        made_at timestamptz not null,
        primary key (issuer, subject)
      )`.execute(db)
  },
}
