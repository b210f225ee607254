import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * The names of the master keys that may wrap a key, the last of them the newest. What is wrapped refers to its master, so that
 * Postgres itself refuses both a key wrapped by a master that is retired, and retiring one that still wraps a key.
 */
export const createMasterKeyTable: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table master_keys (name text primary key, place int not null unique)`.execute(db)
    await sql`
      insert into master_keys (name, place)
      select master, row_number() over (order by master) from (
        select master from episodes where master is not null union select master from installation_keys
      ) as used`.execute(db)
    await sql`alter table installation_keys add foreign key (master) references master_keys`.execute(db)
    await sql`alter table episodes add foreign key (master) references master_keys`.execute(db)
    await sql`create index episodes_master on episodes (master)`.execute(db)
  },
}
