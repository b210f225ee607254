import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshConnection } from '../../support/database.ts'
import { begun, request, taken } from '../../support/storedInterviews.ts'
import { granted, next } from './openConsole.ts'
import { openProcess, type Process } from './openProcess.ts'

let here: Process
let there: Process
let listener: pg.Client
let own: number
/** Everything the processes told each other. */
const notified: string[] = []

beforeAll(async () => {
  const connection = await freshConnection()
  here = await openProcess(connection)
  there = await openProcess(connection)
  listener = new pg.Client(connection)
  await listener.connect()
  listener.on('notification', ({ payload }) => notified.push(payload ?? ''))
  own = (await listener.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0
  await listener.query('listen "return-talk#/"')
})
afterAll(async () => {
  await listener.end()
  await here.close()
  await there.close()
})

const say = (text: string) => request({ do: 'answer', prompt: 'prepare.known-as', answer: { kind: 'text', text } })

describe('two processes on one Postgres', () => {
  it('tell their rooms what the other committed, each event once and in order', async () => {
    const interview = await begun(here.interviews)
    const client = await there.at.client()
    granted(await client.emitWithAck('interview:join', { interview, since: 0 }))
    const seen = new Set<number>()
    const all = new Promise<void>(resolve => {
      client.on('interview:turn', ({ events }) => {
        // Of the opening itself it may have read already, or be told yet.
        for (const { seq } of events) if (seq > 1) seen.add(seq)
        if (seen.size === 10) resolve()
      })
    })
    for (let each = 0; each < 10; each++) await taken(here.interviews, interview, say(`Robin ${each}`))
    await all
    expect([...seen]).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })

  it('tell those with the list', async () => {
    const client = await there.at.client()
    granted(await client.emitWithAck('interviews:list'))
    const ids: string[] = []
    client.on('interviews:changed', ({ id }) => ids.push(id))
    const interview = await begun(here.interviews)
    await expect.poll(() => ids).toContain(interview)
    const changed = next(client, 'interviews:changed', ({ id }) => id === interview)
    await taken(here.interviews, interview, say('Robin'))
    expect(await changed).toMatchObject({ openedBy: 'robin', knownAs: 'Robin' })
  })

  it('take turns from both on one interview', async () => {
    const interview = await begun(here.interviews)
    const [one, two] = await Promise.all([here.at.client(), there.at.client()])
    const turns = Array.from({ length: 10 }, (_, each) =>
      (each % 2 ? one : two).emitWithAck('interview:reply', {
        interview,
        id: randomUUID(),
        deviceAt: '2026-06-01T10:00:00+01:00',
        seen: 1,
        intent: { do: 'account', prompt: 'leaving.what-happened', words: `part ${each}` },
      }),
    )
    const answers = await Promise.all(turns)
    const seqs = answers.filter(answer => answer.ok).flatMap(({ value }) => value.events.map(({ seq }) => seq))
    expect(seqs.toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })

  it('find each other again after the database has dropped the connection they listen on', async () => {
    const listening = async () => {
      const { rows } = await here.database.pool.query<{ pid: number }>(
        "select pid from pg_stat_activity where datname = current_database() and query ilike 'listen%' and pid <> $1",
        [own],
      )
      return rows.map(({ pid }) => pid)
    }
    const before = await listening()
    expect(before).toHaveLength(2)
    await here.database.pool.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [before])
    await expect
      .poll(async () => (await listening()).filter(pid => !before.includes(pid)), { timeout: 10_000 })
      .toHaveLength(2)

    const interview = await begun(here.interviews)
    const client = await there.at.client()
    granted(await client.emitWithAck('interview:join', { interview, since: 0 }))
    const told = next(client, 'interview:turn', ({ events }) => events.at(-1)?.seq === 2)
    const { events } = await taken(here.interviews, interview, say('Robin'))
    expect((await told).events.at(-1)).toEqual(events[0])
    expect(there.at.log.join()).toContain('57P01')
  })

  it('leave nothing that was said in the database outside the record', async () => {
    const interview = await begun(here.interviews)
    const client = await there.at.client()
    granted(await client.emitWithAck('interview:join', { interview, since: 0 }))
    const told = next(client, 'interview:turn', ({ events }) => events.at(-1)?.seq === 2)
    await taken(here.interviews, interview, say(`Marked Words ${'x'.repeat(9_000)}`))
    await told
    expect(notified.join()).toContain(interview)
    expect(notified.join()).not.toContain('Marked')
    const tables = await here.database.pool.query("select to_regclass('socket_io_attachments') as left_over")
    expect(tables.rows).toEqual([{ left_over: null }])
  })
})
