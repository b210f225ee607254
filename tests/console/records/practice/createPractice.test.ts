import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../../../console/casework/needToKnow.ts'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import type { PracticeRoom } from '../../../../console/records/practice/createPracticeRoom.ts'
import type { PracticeOutcome } from '../../../../console/records/practice/practice.ts'
import { played, type TraineeSaid } from '../../../../dialogs/practice/young/practiceTalk.ts'
import { practiceTalks } from '../../../../locales/practiceTalks.ts'
import { freshDatabase } from '../../../support/database.ts'
import { smallScenario } from '../../../support/smallScenario.ts'
import { storedPractice } from '../../../support/storedPractice.ts'

let database: Database
let room: PracticeRoom
beforeAll(async () => {
  database = await freshDatabase()
  room = storedPractice(database)
})
afterAll(() => database.close())

const robin: Member = { id: 'robin', team: 'demo' }
const words = (said: string): TraineeSaid => ({ did: 'said', words: said })
const talk = [
  words('Hello, I am Sam. I do not work for the police.'),
  words('Tell me what happened.'),
  words('Did you go to the park?'),
  { did: 'waited' },
  words('Tell me more about the bench.'),
  words('Why did you not come home?'),
] as const satisfies readonly TraineeSaid[]

function granted<Value>(outcome: PracticeOutcome<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.problem)
  return outcome.value
}

async function begun(more: object = {}, { attempts } = room): Promise<string> {
  const attempt = randomUUID()
  const beginning = { attempt, scenario: 'small', level: 'usual' as const, regime: 'all-shared' as const, ...more }
  granted(await attempts.begin(beginning, robin))
  return attempt
}

const say = (attempt: string, after: number, said: TraineeSaid, { attempts } = room, id: string = randomUUID()) =>
  attempts.say(attempt, { id, after, said })

async function practised(said: readonly TraineeSaid[] = talk, in_ = room): Promise<string> {
  const attempt = await begun({}, in_)
  for (const [after, each] of said.entries()) granted(await say(attempt, after, each, in_))
  return attempt
}

const turnsOf = async (attempt: string, { attempts } = room) => (await attempts.whole(attempt))?.turns ?? []
const withoutTime = (turns: Awaited<ReturnType<typeof turnsOf>>) => turns.map(({ at: _, ...turn }) => turn)

describe('an attempt', () => {
  it('is what the engine makes of its seed and of what was said, to the byte', async () => {
    const attempt = await practised()
    const whole = await room.attempts.whole(attempt)
    const engine = practiceTalks([smallScenario()]).talks.get('small')
    if (!whole || !engine) throw new Error('It is there.')
    expect(JSON.stringify(withoutTime(whole.turns))).toBe(JSON.stringify(played(engine, 'usual', whole.seed, talk)))
    expect(whole.first).toEqual(engine.first('usual', whole.seed))
  })

  it('goes on after a restart as if there had been none', async () => {
    const attempt = await begun()
    for (const [after, said] of talk.entries()) {
      // Each turn by another process, which has to read what there is.
      granted(await say(attempt, after, said, storedPractice(database)))
    }
    const whole = await room.attempts.whole(attempt)
    const engine = practiceTalks([smallScenario()]).talks.get('small')
    expect(withoutTime(whole?.turns ?? [])).toEqual(engine && played(engine, 'usual', whole?.seed ?? 0, talk))
  })

  it('is begun once, by one person', async () => {
    const beginning = { attempt: randomUUID(), scenario: 'small', level: 'usual', regime: 'all-shared' } as const
    const first = granted(await room.attempts.begin(beginning, robin))
    expect(granted(await room.attempts.begin(beginning, robin))).toEqual(first)
    expect(await room.attempts.begin(beginning, { id: 'wren', team: 'demo' })).toEqual({
      ok: false,
      problem: 'not-your-attempt',
    })
    expect(await room.attempts.begin({ ...beginning, attempt: randomUUID(), scenario: 'no' }, robin)).toEqual({
      ok: false,
      problem: 'unknown-scenario',
    })
  })

  it('takes what is said once, also when it is sent again after more was said', async () => {
    const attempt = await begun()
    const id = randomUUID()
    const first = granted(await say(attempt, 0, talk[0], room, id))
    granted(await say(attempt, 1, talk[1]))
    for (const process of [room, storedPractice(database)]) {
      expect(granted(await say(attempt, 0, talk[0], process, id)).turns).toEqual(first.turns)
    }
    expect(await turnsOf(attempt)).toHaveLength(2)
  })

  it('refuses what was said to an older state of it', async () => {
    const attempt = await practised(talk.slice(0, 2))
    const other = storedPractice(database)
    granted(await say(attempt, 2, talk[2], other))
    // This process does not know of it yet.
    expect(await say(attempt, 2, talk[3])).toEqual({ ok: false, problem: 'changed-meanwhile' })
    expect(await say(attempt, 9, talk[3])).toEqual({ ok: false, problem: 'changed-meanwhile' })
    granted(await say(attempt, 3, talk[3]))
    expect((await turnsOf(attempt)).map(({ number }) => number)).toEqual([1, 2, 3, 4])
  })

  it('takes one of several that are said at once, by several processes', async () => {
    const attempt = await begun()
    const processes = Array.from({ length: 4 }, () => storedPractice(database))
    const said = await Promise.all(processes.map(process => say(attempt, 0, talk[1], process)))
    expect(said.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await turnsOf(attempt)).toHaveLength(1)
  })

  it('ends where the young person goes, and where the trainee stops', async () => {
    const closed = await practised([...talk.slice(0, 2), words('Thank you for talking with me. Goodbye.')])
    expect(await room.attempts.line(closed)).toMatchObject({ ended: 'closed', endedAt: expect.any(String), turns: 3 })
    const stopped = await practised(talk.slice(0, 1))
    expect(granted(await room.attempts.end(stopped))).toMatchObject({ attempt: { ended: 'stopped' }, goesOn: false })
    for (const [attempt, after] of [
      [closed, 3],
      [stopped, 1],
    ] as const) {
      expect(await say(attempt, after, talk[1])).toEqual({ ok: false, problem: 'attempt-ended' })
      expect(await say(attempt, after, talk[1], storedPractice(database))).toEqual({
        ok: false,
        problem: 'attempt-ended',
      })
      const reply = {
        id: randomUUID(),
        deviceAt: '2026-06-01T10:00:00+01:00',
        seen: 1,
        intent: { do: 'pause' },
      } as const
      expect(await room.attempts.reply(attempt, reply)).toEqual({ ok: false, problem: 'attempt-ended' })
    }
    expect(granted(await room.attempts.end(closed))).toMatchObject({ attempt: { ended: 'closed' } })
  })

  it('whose scenario is another by now is read and looked back on as it was, and does not go on', async () => {
    const attempt = await practised(talk.slice(0, 3))
    const before = await room.attempts.whole(attempt)
    const changed = smallScenario({ version: 2, title: 'Another one' })
    for (const all of [[changed], []]) {
      const later = storedPractice(database, { all })
      expect(await later.attempts.read(attempt)).toMatchObject({
        goesOn: false,
        card: { title: 'A small one', version: 1 },
      })
      expect(await later.attempts.whole(attempt)).toEqual(before)
      expect(await say(attempt, 3, talk[3], later)).toEqual({ ok: false, problem: 'scenario-changed' })
      const retrying = { attempt: randomUUID(), from: 2 }
      expect(await later.attempts.retry(attempt, retrying, robin)).toEqual({ ok: false, problem: 'scenario-changed' })
    }
    const later = storedPractice(database, { all: [changed] })
    expect(granted(await later.attempts.end(attempt))).toMatchObject({ attempt: { version: 1, ended: 'stopped' } })
  })
})

describe('a retry', () => {
  it('has the turns before as they were, and goes on from there on its own', async () => {
    const attempt = await practised()
    const again = { attempt: randomUUID(), from: 3 }
    const opened = granted(await room.attempts.retry(attempt, again, robin))
    expect(opened.attempt).toMatchObject({ retryOf: { attempt, from: 3 }, turns: 2, person: 'robin' })
    expect(granted(await room.attempts.retry(attempt, again, robin))).toEqual(opened)
    const before = await turnsOf(attempt)
    expect(await turnsOf(again.attempt)).toEqual(before.slice(0, 2))
    // The same words have the same answer, and others another.
    const same = granted(await say(again.attempt, 2, talk[2]))
    expect(same.turns[0]?.reply.says).toBe(before[2]?.reply.says)
    granted(await say(again.attempt, 3, words('Tell me about the bus.'), storedPractice(database)))
    expect(await turnsOf(attempt)).toEqual(before)
  })

  it('from the first turn begins the same talk again, and from none that is not there', async () => {
    const attempt = await practised(talk.slice(0, 2))
    const again = { attempt: randomUUID(), from: 1 }
    granted(await room.attempts.retry(attempt, again, robin))
    for (const [after, said] of talk.slice(0, 2).entries()) granted(await say(again.attempt, after, said))
    expect(withoutTime(await turnsOf(again.attempt))).toEqual(withoutTime(await turnsOf(attempt)))
    const beyond = { attempt: randomUUID(), from: 3 }
    expect(await room.attempts.retry(attempt, beyond, robin)).toEqual({ ok: false, problem: 'no-such-turn' })
  })

  it('takes over what was done in the guide until then', async () => {
    let now = new Date('2026-06-01T09:00:00.000Z')
    const clocked = storedPractice(database, { now: () => now })
    const later = () => (now = new Date(now.getTime() + 1_000))
    const attempt = await begun({}, clocked)
    const reply = (seen: number, intent: { do: 'pause' } | { do: 'resume' }) => {
      later()
      return clocked.attempts.reply(attempt, { id: randomUUID(), deviceAt: now.toISOString(), seen, intent })
    }
    granted(await reply(6, { do: 'pause' }))
    later()
    granted(await say(attempt, 0, talk[0], clocked))
    granted(await reply(7, { do: 'resume' }))
    later()
    granted(await say(attempt, 1, talk[1], clocked))
    const types = async (from: number) => {
      const opened = granted(await clocked.attempts.retry(attempt, { attempt: randomUUID(), from }, robin))
      expect(opened.events.every(event => event.interview === opened.attempt.id)).toBe(true)
      // What is known before the talk comes first.
      return opened.events.slice(6).map(({ type }) => type)
    }
    expect(await types(1)).toEqual(['paused'])
    expect(await types(2)).toEqual(['paused', 'resumed'])
  })
})

describe('the record of the guide', () => {
  it('is folded as that of an interview is, and is in no table of one', async () => {
    const attempt = await begun()
    const deviceAt = '2026-06-01T10:00:00+01:00'
    const pause = { id: randomUUID(), deviceAt, seen: 6, intent: { do: 'pause' } } as const
    granted(await room.attempts.reply(attempt, pause))
    expect(granted(await storedPractice(database).attempts.reply(attempt, pause)).events).toHaveLength(1)
    const resume = { id: randomUUID(), deviceAt, seen: 7, intent: { do: 'resume' } } as const
    granted(await storedPractice(database).attempts.reply(attempt, resume))
    // What another process did is found before it is decided.
    const again = { id: randomUUID(), deviceAt, seen: 7, intent: { do: 'pause' } } as const
    expect(granted(await room.attempts.reply(attempt, again)).events).toMatchObject([{ seq: 9, type: 'paused' }])
    expect(await room.attempts.reply(attempt, { ...again, id: randomUUID() })).toMatchObject({ ok: true })
    for (const table of ['interviews', 'events', 'names', 'episodes', 'case_events', 'case_lines']) {
      expect((await database.pool.query(`select 1 from ${table}`)).rowCount).toBe(0)
    }
  })
})

describe('taken back', () => {
  it('goes with every turn, event, comment and dispute, and leaves a retry of it whole', async () => {
    const attempt = await practised(talk.slice(0, 3))
    const again = randomUUID()
    granted(await room.attempts.retry(attempt, { attempt: again, from: 2 }, robin))
    await room.notes.comment(attempt, { id: randomUUID(), turn: 1, text: 'Good.' }, 'trainer')
    await room.notes.dispute(attempt, { turn: 1, class: 'other', why: 'No.' }, 'robin')
    await room.attempts.remove(attempt)
    for (const table of ['turns', 'events', 'comments', 'disputes']) {
      const { rows } = await database.pool.query(`select 1 from practice_${table} where attempt = $1`, [attempt])
      expect([table, rows.length]).toEqual([table, 0])
    }
    expect(await room.attempts.owner(attempt)).toBeUndefined()
    expect(await say(attempt, 3, talk[3])).toEqual({ ok: false, problem: 'unknown-attempt' })
    expect((await room.attempts.line(again))?.retryOf).toBeUndefined()
    expect(await turnsOf(again)).toHaveLength(1)
  })
})

describe('what is kept', () => {
  it('shows nothing that was said or written, and opens at no other place', async () => {
    const attempt = await practised([words('Tell me about markedword Zebrafish.'), ...talk.slice(1, 3)])
    const deviceAt = '2026-06-01T10:00:00+01:00'
    const concern = { do: 'concern', concern: randomUUID(), words: 'markedword again' } as const
    granted(await room.attempts.reply(attempt, { id: randomUUID(), deviceAt, seen: 1, intent: concern }))
    await room.notes.comment(attempt, { id: randomUUID(), turn: 1, text: 'markedword comment' }, 'trainer')
    await room.notes.dispute(attempt, { turn: 1, class: 'other', why: 'markedword why' }, 'robin')
    await room.notes.answer(attempt, { turn: 1, agrees: false, note: 'markedword note' }, 'trainer')
    const asked = {
      assignment: randomUUID(),
      trainees: ['robin'],
      scenario: 'small',
      level: 'usual',
      note: 'markedword',
    } as const
    await room.assignments.assign({ ...asked, trainees: [...asked.trainees] }, { id: 'trainer', team: 'demo' })
    const { rows } = await database.pool.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename like 'practice_%'`,
    )
    expect(rows).toHaveLength(8)
    for (const { name } of rows) {
      const found = await database.pool.query<{ row: string }>(`select ${name}::text as row from ${name}`)
      const lying = found.rows.map(({ row }) =>
        row.replaceAll(/\\\\x([0-9a-f]+)/g, (_, hex) => Buffer.from(hex, 'hex').toString('latin1')),
      )
      expect(found.rows.length, name).toBeGreaterThan(name === 'practice_drills' ? -1 : 0)
      expect(lying.join('\n'), name).not.toMatch(/markedword|zebrafish/i)
    }
    await database.pool.query(
      `update practice_turns set sealed = (select sealed from practice_turns where attempt = $1 and number = 2)
       where attempt = $1 and number = 1`,
      [attempt],
    )
    await expect(room.attempts.whole(attempt)).rejects.toThrow('cannot be opened')
  })
})

it('keeps no more attempts in memory than it is told to, and answers the others all the same', async () => {
  const small = storedPractice(database, { held: 1 })
  const [one, two] = [await begun({}, small), await begun({}, small)]
  for (const [after, said] of talk.slice(0, 3).entries()) {
    for (const attempt of [one, two]) granted(await say(attempt, after, said, small))
  }
  expect(await turnsOf(one, small)).toHaveLength(3)
  expect(await turnsOf(two, small)).toHaveLength(3)
})
