import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Accounts with what opens them, their sessions, the links that invite to one, and how often someone tried in vain. */
export const createPeopleTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // Bearer tokens made before `tokens_from` are void. `sign_in_key` is the sign-in name as it is compared.
    await sql`
      create table accounts (
        id uuid primary key,
        name text not null,
        sign_in_name text not null,
        sign_in_key text not null unique,
        role text not null,
        team text not null,
        state text not null check (state in ('active', 'suspended')),
        password text,
        made_at timestamptz not null,
        signed_in_at timestamptz,
        tokens_from timestamptz not null
      )`.execute(db)
    // `secret` is the sealed secret of an authenticator app and `step` the newest of its time steps that was used.
    await sql`
      create table factors (
        id uuid primary key,
        account uuid not null references accounts on delete cascade,
        kind text not null check (kind in ('totp', 'passkey')),
        name text not null,
        confirmed boolean not null,
        secret bytea,
        step bigint,
        credential text unique,
        public_key bytea,
        counter bigint,
        transports text[],
        added_at timestamptz not null,
        used_at timestamptz,
        check ((kind = 'totp') = (secret is not null)),
        check ((kind = 'passkey') = (credential is not null and public_key is not null and counter is not null))
      )`.execute(db)
    await sql`create index factors_account on factors (account)`.execute(db)
    await sql`
      create table recovery_codes (
        account uuid not null references accounts on delete cascade,
        hash bytea not null,
        primary key (account, hash)
      )`.execute(db)
    // `hash` is of the secret in the cookie. A ready person of the demo has no account.
    await sql`
      create table sessions (
        id uuid primary key,
        hash bytea not null unique,
        account uuid references accounts on delete cascade,
        ready text,
        state text not null check (state in ('second-factor', 'set-up', 'signed-in', 'locked')),
        browser text not null,
        begun_at timestamptz not null,
        active_at timestamptz not null,
        proved_at timestamptz not null,
        check ((account is null) <> (ready is null))
      )`.execute(db)
    await sql`create index sessions_account on sessions (account)`.execute(db)
    // Subjects are hashed with a key: people type passwords where names belong.
    await sql`
      create table tries (
        subject bytea primary key,
        failures int not null,
        until timestamptz,
        at timestamptz not null
      )`.execute(db)
    await sql`
      create table challenges (
        hash bytea primary key,
        purpose text not null,
        session uuid references sessions on delete cascade,
        until timestamptz not null
      )`.execute(db)
    // `account` is set where the link lets someone in again; `first` where it makes the first administrator.
    await sql`
      create table invitations (
        id uuid primary key,
        hash bytea not null unique,
        role text not null,
        team text not null,
        note text,
        account uuid references accounts on delete cascade,
        first boolean not null default false,
        invited_by text not null,
        until timestamptz not null
      )`.execute(db)
  },
}
