import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { sealedCaseName } from '../../console/records/cases/caseLine.ts'
import { type Database, openDatabase } from '../../console/records/database/openDatabase.ts'
import { openPostgres } from '../../console/records/database/openPostgres.ts'
import { createKeys } from '../../console/records/keys/createKeys.ts'
import { masterKeyPlace, openMasterKeys } from '../../console/records/keys/masterKeys.ts'
import { newKey } from '../../console/records/keys/seal.ts'
import { wrap } from '../../console/records/keys/wrap.ts'
import { nameIndex } from '../../console/records/sealedName.ts'
import { tokensIn } from '../support/tokensIn.ts'
import { type Measure, ratio, sideBySide } from './measure.ts'
import { startServer } from './processes.ts'

const few = 100
const many = 100_000

/**
 * The desk of a team with a hundred open cases, alone and among 100,000 episodes: half of the others are the team's own and closed, half are
 * open in other teams. In one run, over a socket, from asking to the answer. The last is a team with 100,000 open cases, which nobody
 * has: its desk shows 200 lines against a hundred, so there it is 1.2 for each line.
 */
export async function desk(): Promise<Measure[]> {
  const small = await startedWith(few)
  const large = await startedWith(many)
  const worst = await startedWith(many, true)
  try {
    const open = { which: 'open' }
    const named = { which: 'open', name: 'Example Whimbrel' }
    const beside = async (name: string, payload: object, theirs: typeof small, ours: typeof small) =>
      ratio(
        name,
        1.2,
        await sideBySide(
          12,
          () => ours.ask(payload),
          () => theirs.ask(payload),
        ),
      )
    const all = await sideBySide(
      12,
      () => worst.ask(open),
      () => small.ask(open),
    )
    return [
      await beside('the desk among 100,000 episodes against 100', open, small, large),
      await beside('a name on the desk among 100,000 episodes against 100', named, small, large),
      { ...ratio('200 lines of 100,000 open cases against 100 of 100', 2.4, all) },
    ]
  } finally {
    for (const each of [small, large, worst]) await each.stop()
  }
}

async function startedWith(count: number, allOpen = false) {
  const dataDir = await mkdtemp(join(tmpdir(), 'return-talk-bench-desk-'))
  const server = await startServer(dataDir)
  const { connection } = await openPostgres({ dataDir, join: true })
  const database = await openDatabase(connection, () => {})
  await fill(database, dataDir, count, allOpen)
  await database.close()
  const token = await (await tokensIn(dataDir)).issue({ id: 'coordinator', role: 'coordinator' })
  const socket = io(server.url, { auth: { token }, transports: ['websocket'], forceNew: true })
  const ask = async (payload: object) => {
    const reply = await socket.emitWithAck('desk:list', payload)
    if (!reply.ok) throw new Error(reply.problem)
    return reply.value as readonly unknown[]
  }
  const lines = (await ask({ which: 'open' })).length
  if (lines !== (allOpen ? 200 : few)) throw new Error(`The desk has ${lines} lines.`)
  return {
    ask,
    async stop() {
      socket.close()
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const batch = 5_000

/** Lines as cases leave them, written straight into the tables: a hundred thousand cases by hand would take an hour. */
async function fill(database: Database, dataDir: string, count: number, allOpen: boolean): Promise<void> {
  const { pool } = database
  const masters = await openMasterKeys({ ...masterKeyPlace({ dataDir, masterKeyFile: undefined }), besideData: false })
  const master = await masters.newest()
  const nameKey = await createKeys(masters, database).forUse('names')
  // The demo's own are put away, so that both desks have as many lines.
  await pool.query("update case_lines set state = 'erased'")
  const now = Date.now()
  const hour = 3_600_000
  const due = (n: number) => new Date(now + ((n * 7919) % 400) * hour - 100 * hour).toISOString()
  for (let first = 0; first < count; first += batch) {
    const rows = Array.from({ length: Math.min(batch, count - first) }, (_, place) => {
      const n = first + place
      const [id, key] = [randomUUID(), newKey()]
      const wrapped = wrap(id, key, master)
      const isOpen = allOpen || n < few || n % 2 === 0
      const clocks = ['DL-02', 'DL-05', 'DL-03'].map((clock, at) => ({ id: clock, who: 'provider', due: due(n + at) }))
      const codes = {
        source: 'police',
        lookedAfter: false,
        offers: 0,
        attempts: 0,
        declined: false,
        missingAgain: false,
      }
      const name = n < 10 ? 'Example Whimbrel' : `Example ${n}`
      return {
        id,
        wrapped: wrapped.wrapped,
        master: wrapped.master,
        team: allOpen || n < few || n % 2 === 1 ? 'demo' : `team ${n % 60}`,
        openedAt: new Date(now - n * 60_000),
        state: isOpen ? 'open' : 'closed',
        nextDue: isOpen ? due(n) : null,
        line: JSON.stringify({ ...codes, due: isOpen ? clocks : [], times: [] }),
        knownAs: sealedCaseName(key, id, name),
        tokens: nameIndex(nameKey, name),
      }
    })
    const of = <Name extends keyof (typeof rows)[number]>(name: Name) => rows.map(row => row[name])
    const args = [of('id'), of('team'), of('wrapped'), of('master'), of('openedAt')]
    await pool.query(
      `insert into episodes (id, worker, team, wrapped, master, opened_at)
       select id, 'someone', team, wrapped, master, at
       from unnest($1::uuid[], $2::text[], $3::bytea[], $4::text[], $5::timestamptz[]) as new (id, team, wrapped, master, at)`,
      args,
    )
    await pool.query(
      `insert into case_lines (episode, seq, head, opened_by, opened_at, known_as, state, next_due, undated, line, interviews,
         worker, team, reviewers, restricted)
       select id, 1, '\\x00', 'someone', at, known_as, state, next_due, 0, line, '{}', 'someone', team, '{}', false
       from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::bytea[], $5::text[], $6::timestamptz[], $7::jsonb[])
         as new (id, team, at, known_as, state, next_due, line)`,
      [of('id'), of('team'), of('openedAt'), of('knownAs'), of('state'), of('nextDue'), of('line')],
    )
    const tokens = rows.flatMap(row => row.tokens.map(token => ({ token, id: row.id })))
    await pool.query('insert into case_names (token, episode) select * from unnest($1::bytea[], $2::uuid[])', [
      tokens.map(({ token }) => token),
      tokens.map(({ id }) => id),
    ])
  }
  await pool.query('analyze')
}
