import type { ChannelReminders } from '../../casework/channelReminders.ts'
import type { Database } from '../database/openDatabase.ts'

export function createChannelReminders({ pool }: Pick<Database, 'pool'>, now: () => Date): ChannelReminders {
  return {
    async take() {
      const { rows } = await pool.query<{ id: string; person: string; due: Date; tries: number }>({
        name: 'channel-reminders-take',
        text: takeThem,
        values: [now()],
      })
      return [...Map.groupBy(rows, ({ person }) => person)].map(([person, all]) => ({
        ids: all.map(({ id }) => id),
        person,
        due: all.map(({ due }) => due.toISOString()).toSorted(),
        tries: Math.max(...all.map(({ tries }) => tries)),
      }))
    },
    async done(ids) {
      await pool.query('delete from channel_reminders where id = any($1::uuid[])', [ids])
    },
  }
}

const takeThem = `
  update channel_reminders
  set tries = tries + 1, next_at = $1::timestamptz + interval '1 minute' * power(2, least(tries, 6))
  where id in (
    select id from channel_reminders where next_at <= $1::timestamptz order by next_at limit 1000 for update skip locked
  )
  returning id, person, due, tries`
