import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAudit } from '../../console/records/audit/createAudit.ts'
import { type Database, openDatabase } from '../../console/records/database/openDatabase.ts'
import { english } from '../bot/botOverHttp.ts'
import { freshConnection } from '../support/database.ts'
import { cli, running } from './running.ts'

let database: Database
let environment: { DATABASE_URL: string }
beforeEach(async () => {
  const connection = await freshConnection()
  database = await openDatabase(connection, () => {})
  const { host = '', user = '', port = 5432, database: name = '' } = connection
  const query = new URLSearchParams({ host, user: String(user), port: String(port) })
  environment = { DATABASE_URL: `postgres:///${name}?${query.toString()}` }
})
afterEach(() => database.close())

const chat = (...lines: readonly string[]) => running('bot/chat.ts', [], `${lines.join('\n')}\n`, environment)
const bot = english.words('en', 'bot')
const marked = `Robin ${randomUUID()}`

describe('chat', () => {
  it('holds the interview with whoever is at the terminal, and again where it was', async () => {
    const first = await chat('start', marked, 'next')
    expect(first).toMatchObject({ code: 0, errors: '' })
    expect(first.output).toContain(bot('kept/answered', { answer: marked }))
    const second = await chat('where', 'quit', 'after the end')
    expect(second.code).toBe(0)
    expect(second.output).toContain(english.words('en', 'guide')('prompt/prepare.circumstances'))
    expect(second.output).not.toContain('after the end')
    const kept = await database.db.selectFrom('events').select(['from', 'by']).execute()
    expect(kept).toEqual(Array(3).fill({ from: 'terminal', by: 'interviewer' }))
  })
})

describe('verify', () => {
  it('finds a changed row, a missing one, and a missing end, and says which', async () => {
    await chat('start', marked, 'next')
    expect(await cli(['verify'], '', environment)).toMatchObject({ code: 0, errors: '' })
    const { interview } = await database.db.selectFrom('events').select('interview').executeTakeFirstOrThrow()
    const rows = await database.db
      .selectFrom('events')
      .selectAll()
      .where('interview', '=', interview)
      .orderBy('seq')
      .execute()
    const update = (by: string) =>
      database.db.updateTable('events').set({ by }).where('interview', '=', interview).where('seq', '=', 2)
    await update('someone else').execute()
    await expectBroken(2, interview)
    await update('interviewer').execute()
    expect((await cli(['verify', '--json'], '', environment)).output).toMatch(/^\{"ok":true/)
    for (const seq of [rows.length, 2]) {
      await database.db.deleteFrom('events').where('interview', '=', interview).where('seq', '=', seq).execute()
      await expectBroken(seq, interview)
    }
  })

  it('finds a changed entry of the audit, and an interview that is not what it was when one was written', async () => {
    await chat('start', marked, 'next')
    const { interview } = await database.db.selectFrom('events').select('interview').executeTakeFirstOrThrow()
    const audit = createAudit(database, { forUse: () => Promise.reject(new Error('No key.')) })
    await audit.write({ by: 'sam', act: 'record-read', interview, from: 'console' })
    const { seq, by } = await database.db
      .selectFrom('audit')
      .selectAll()
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    // Without its master key: none is needed, and none is made.
    const keyless = { ...environment, MASTER_KEY_FILE: '/nowhere/master.key' }
    expect(await cli(['verify', '--json'], '', keyless)).toMatchObject({
      code: 0,
      output: expect.stringContaining(`\n{"audit":true,"ok":true,"entries":${seq},`),
    })
    await database.pool.query(`update audit set by = 'x' where seq = $1`, [seq])
    const changed = await cli(['verify', '--json'], '', keyless)
    expect(changed.code).toBe(1)
    expect(changed.output).toContain(`{"audit":true,"ok":false,"brokenAt":${seq},"why":"entry"}`)
    expect(changed.errors).toContain(`entry ${seq} was changed`)
    await database.pool.query('update audit set by = $2 where seq = $1', [seq, by])
    await database.pool.query('delete from events where interview = $1', [interview])
    const gone = await cli(['verify'], '', keyless)
    expect(gone.code).toBe(1)
    expect(gone.errors).toContain(`Interview ${interview} is not what it was when entry`)
  })

  async function expectBroken(seq: number, interview: string) {
    const { code, output, errors } = await cli(['verify'], '', environment)
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors).toContain(`event ${seq} of interview ${interview}`)
  }
})
