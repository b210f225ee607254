import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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

  async function expectBroken(seq: number, interview: string) {
    const { code, output, errors } = await cli(['verify'], '', environment)
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors).toContain(`event ${seq} of interview ${interview}`)
  }
})
