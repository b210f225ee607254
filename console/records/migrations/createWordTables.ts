import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What linguists here made of the words of a language, string by string. */
export const createWordTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // Appended and never changed. The number is one more than the last that its writer saw: two at once cannot both be kept.
    // `english` is the hash of the English it was made for. 'stale': only the notes changed, of words nobody compared with it.
    await sql`
      create table word_changes (
        language text not null,
        file text not null,
        key text not null,
        number int not null check (number > 0),
        at timestamptz not null,
        by text not null,
        english text not null,
        text text not null check (text <> ''),
        state text not null check (state in ('draft', 'checked', 'signed', 'stale')),
        note text not null,
        back_translation text not null,
        primary key (language, file, key, number)
      )`.execute(db)
    await sql`
      create function refuse_word_change() returns trigger language plpgsql as $$
        begin raise exception 'word_changes is only ever added to'; end $$`.execute(db)
    await sql`
      create trigger word_changes_are_kept before update or delete on word_changes
        for each statement execute function refuse_word_change()`.execute(db)
  },
}
