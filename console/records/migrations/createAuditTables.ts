import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who did what and when, chained by hash and tied to the chains of the interviews. */
export const createAuditTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // `about` is an id or a code; words are in `reason`, sealed. No foreign key: a refusal may be about what is not there.
    await sql`
      create table audit (
        seq bigint primary key check (seq > 0),
        at timestamptz not null,
        by text not null,
        act text not null,
        interview uuid,
        about text,
        "from" text not null,
        reason bytea,
        seen int,
        head bytea,
        hash bytea not null,
        check ((seen is null) = (head is null))
      )`.execute(db)
    await sql`create index audit_interview on audit (interview, seq) where interview is not null`.execute(db)
    await sql`create index audit_by on audit (by, seq)`.execute(db)
    await sql`create index audit_act on audit (act, seq)`.execute(db)
    await sql`create index audit_at on audit (at)`.execute(db)
    // The newest entry, in its only row: a cut-off tail shows, and whoever appends holds it.
    await sql`
      create table audit_head (
        one boolean primary key default true check (one),
        seq bigint not null,
        hash bytea not null
      )`.execute(db)
    await sql`insert into audit_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'))`.execute(db)
  },
}
