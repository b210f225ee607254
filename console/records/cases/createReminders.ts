import type { DueClock } from '../../casework/episode/deskLine.ts'
import type { Circle } from '../../casework/needToKnow.ts'
import { createListeners } from '../createListeners.ts'
import type { Database } from '../database/openDatabase.ts'
import { type Reminder, remindAt, remindersBy } from './remindAt.ts'

/** A reminder and who needs to know of its case. */
export interface ToldReminder extends Reminder {
  episode: string
  circle: Circle
}

export interface Reminders {
  /** Tells of every clock whose time has come and that was not told of before, here or in another process. */
  sweep(): Promise<void>
  onReminder(listener: (reminder: ToldReminder) => void): () => void
  stop(): void
}

export interface RemindersServices {
  database: Pick<Database, 'pool'>
  hoursBefore: number
  /** Whether the bot tells its worker as well, where they have a channel it can write to. */
  byChannel?: boolean
  now(): Date
  onFault(error: unknown): void
  /** How often it is looked, in milliseconds; 0 for not by itself. */
  every?: number
}

const atOnce = 500

/** Whoever is allocated is told when a clock runs out soon, and when it has. */
export function createReminders({
  database,
  hoursBefore,
  byChannel = false,
  now,
  onFault,
  every = 30_000,
}: RemindersServices): Reminders {
  const { pool } = database
  const listeners = createListeners<ToldReminder>(onFault)
  let sweeping: Promise<void> | undefined

  async function sweep(): Promise<void> {
    for (;;) {
      const at = now()
      const { rows } = await pool.query<Row>({ name: 'reminders-due', text: linesDue, values: [at] })
      for (const row of rows) await remind(row, at)
      if (rows.length < atOnce) return
    }
  }

  async function remind(row: Row, at: Date): Promise<void> {
    const all = remindersBy(at, row.due, hoursBefore)
    const kept = await pool.query<{ clock: string; due: Date; kind: Reminder['kind'] }>({
      name: 'reminders-keep',
      text: keepReminders,
      values: [
        row.episode,
        all.map(({ clock }) => clock),
        all.map(({ due }) => due),
        all.map(({ kind }) => kind),
        at,
        remindAt(row.due, hoursBefore, at),
        row.seq,
        row.refreshed,
        byChannel ? row.worker : '',
      ],
    })
    const { episode, worker, team, reviewers, restricted } = row
    for (const { clock, due, kind } of kept.rows) {
      const circle = { worker, team, reviewers, restricted }
      const told = { clock, due: due.toISOString(), kind }
      listeners.tell({ ...(all.find(each => isSame(each, told)) ?? told), episode, circle })
    }
  }

  const once = () => {
    sweeping ??= sweep()
      .catch(onFault)
      .finally(() => {
        sweeping = undefined
      })
    return sweeping
  }
  const timer = every > 0 ? setInterval(() => void once(), every).unref() : undefined
  return {
    sweep: once,
    onReminder: listeners.add,
    stop: () => clearInterval(timer),
  }
}

const isSame = (a: Reminder, b: Reminder) =>
  a.clock === b.clock && a.kind === b.kind && Date.parse(a.due) === Date.parse(b.due)

interface Row extends Circle {
  episode: string
  seq: number
  refreshed: number
  due: readonly DueClock[]
}

const linesDue = `
  select episode, seq, refreshed, line -> 'due' as due, worker, team, reviewers, restricted
  from case_lines where remind_at <= $1 order by remind_at limit ${atOnce}`

/** Kept before it is told, so that none is told twice, and what the bot has to tell with it; the line says when to look again, unless it has changed meanwhile. */
const keepReminders = `
  with kept as (
    insert into case_reminders (episode, clock, due, kind, at)
    select $1::uuid, clock, due, kind, $5::timestamptz from unnest($2::text[], $3::timestamptz[], $4::text[]) as new (clock, due, kind)
    on conflict do nothing returning clock, due, kind
  ), told as (
    insert into channel_reminders (id, person, due, at, next_at)
    select gen_random_uuid(), $9::text, due, $5::timestamptz, $5::timestamptz from kept
    where exists (select from channel_links where person = $9::text and reference is not null)
  ), later as (
    update case_lines set remind_at = $6::timestamptz where episode = $1::uuid and seq = $7::int and refreshed = $8::int
  )
  select clock, due, kind from kept`
