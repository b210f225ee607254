import { randomUUID } from 'node:crypto'
import type { Database } from '../database/openDatabase.ts'

/** Whose a channel's user is. Who they are on the channel comes here hashed with a key. */
export interface ChannelLink {
  id: string
  channel: string
  at: string
  /** Whether the bot can write to them there without having been written to. */
  reachable: boolean
}

export interface ChannelLinks {
  personOf(identity: Buffer): Promise<string | undefined>
  /** Uses up the link's id. False where it was used before, or the identity is someone's: unless theirs whom it replaces. */
  link(
    use: { id: string; until: Date },
    linked: { identity: Buffer; channel: string; person: string; replaces?: string | undefined },
  ): Promise<boolean>
  /** Whether the link's id was used. */
  wasUsed(id: string): Promise<boolean>
  of(person: string): Promise<readonly ChannelLink[]>
  /** Keeps where whoever this is can be written to. It is the same person's whoever they are here. */
  reach(identity: Buffer, reference: Buffer): Promise<void>
  /** Where this person can be written to. */
  reachesOf(person: string): Promise<readonly { identity: Buffer; reference: Buffer }[]>
  /** Whether it was one of theirs. */
  unlink(person: string, id: string): Promise<boolean>
}

export function createChannelLinks({ db }: Pick<Database, 'db'>, now: () => Date): ChannelLinks {
  return {
    async personOf(identity) {
      const row = await db
        .selectFrom('channel_links')
        .select('person')
        .where('identity', '=', identity)
        .executeTakeFirst()
      return row?.person
    },
    link: (use, linked) =>
      db.transaction().execute(async kept => {
        const at = now()
        await kept.deleteFrom('channel_links_used').where('until', '<=', at).execute()
        const first = await kept
          .insertInto('channel_links_used')
          .values(use)
          .onConflict(conflict => conflict.doNothing())
          .returning('id')
          .executeTakeFirst()
        if (!first) return false
        const { person, channel, identity, replaces = person } = linked
        const row = { id: randomUUID(), person, channel, at }
        const rows = await kept
          .insertInto('channel_links')
          .values({ ...row, identity })
          .onConflict(conflict =>
            conflict.column('identity').doUpdateSet(row).where('channel_links.person', '=', replaces),
          )
          .returning('id')
          .execute()
        return rows.length > 0
      }),
    async wasUsed(id) {
      const rows = await db.selectFrom('channel_links_used').select('id').where('id', '=', id).execute()
      return rows.length > 0
    },
    async of(person) {
      const rows = await db
        .selectFrom('channel_links')
        .select(['id', 'channel', 'at', 'reference'])
        .where('person', '=', person)
        .orderBy('at')
        .execute()
      return rows.map(({ at, reference, ...row }) => ({ ...row, at: at.toISOString(), reachable: reference !== null }))
    },
    async reach(identity, reference) {
      await db.updateTable('channel_links').set({ reference }).where('identity', '=', identity).execute()
    },
    async reachesOf(person) {
      const rows = await db
        .selectFrom('channel_links')
        .select(['identity', 'reference'])
        .where('person', '=', person)
        .execute()
      return rows.flatMap(({ identity, reference }) => (reference ? [{ identity, reference }] : []))
    },
    async unlink(person, id) {
      const gone = await db
        .deleteFrom('channel_links')
        .where('person', '=', person)
        .where('id', '=', id)
        .returning('id')
        .execute()
      return gone.length > 0
    },
  }
}
