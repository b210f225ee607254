import { createSecretKey, randomBytes, randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../../../console/records/audit/audit.ts'
import type { AuditFilter, AuditTrail } from '../../../../console/records/audit/auditTrail.ts'
import { createAudit } from '../../../../console/records/audit/createAudit.ts'
import { type Database, openDatabase } from '../../../../console/records/database/openDatabase.ts'
import { freshConnection } from '../../../support/database.ts'
import { plantedEvent, plantedInterview } from './plantedInterview.ts'

const key = createSecretKey(randomBytes(32))
const keys = { forUse: async () => key }

let database: Database
let another: Database
let audit: AuditTrail
beforeAll(async () => {
  const connection = await freshConnection()
  database = await openDatabase(connection, () => {})
  another = await openDatabase(connection, () => {})
  audit = createAudit(database, keys)
})
afterAll(async () => {
  await another.close()
  await database.close()
})

const read = (interview: string, by = 'sam'): AuditEntry => ({ by, act: 'record-read', interview, from: 'console' })
const newest = async (filter: AuditFilter = {}, limit = 50) => (await audit.lines(filter, limit)).lines

describe('write', () => {
  it('has kept the entry when it settles, with the time of the server, in a row of its own', async () => {
    const began = Date.now()
    await audit.write({ by: 'sam', act: 'signed-in', about: 'session-1', from: 'console' })
    const [line] = await newest({ by: 'sam', act: 'signed-in' })
    expect(line).toMatchObject({ by: 'sam', act: 'signed-in', about: 'session-1', interview: null, from: 'console' })
    expect(Math.abs(Date.parse(line?.at ?? '') - began)).toBeLessThan(5_000)
  })

  it('keeps what many ask at once, in two processes, without a gap and in a few commits', async () => {
    const { rows: before } = await database.pool.query('select seq from audit_head')
    const other = createAudit(another, keys)
    const interview = await plantedInterview(database)
    const by = randomUUID()
    await Promise.all(
      Array.from({ length: 100 }, (_, place) => (place % 2 === 0 ? audit : other).write(read(interview, by))),
    )
    const { rows } = await database.pool.query(
      'select count(*)::int as kept, count(distinct xmin::text)::int as commits, min(seq) as first, max(seq) as last from audit where by = $1',
      [by],
    )
    expect(rows[0]).toMatchObject({
      kept: 100,
      first: String(Number(before[0].seq) + 1),
      last: String(Number(before[0].seq) + 100),
    })
    expect(rows[0].commits).toBeLessThanOrEqual(8)
    expect(await audit.verify()).toMatchObject({ ok: true })
  })

  it('ties an entry about an interview to the newest event it then had', async () => {
    const interview = await plantedInterview(database, 3)
    await audit.write(read(interview))
    await plantedEvent(database, interview, 4)
    const { rows } = await database.pool.query(
      'select seen, audit.head = events.hash as tied from audit join events using (interview) where interview = $1 and events.seq = 3',
      [interview],
    )
    expect(rows).toEqual([{ seen: 3, tied: true }])
  })

  it('throws where the database refuses, repeats no word of it, and goes on afterwards', async () => {
    await database.pool.query('alter table audit_head rename to audit_head_away')
    const refused = await audit
      .write({ by: 'sam', act: 'glass-broken', reason: 'MARKED reason', about: 'MARKED', from: 'console' })
      .catch(String)
    await database.pool.query('alter table audit_head_away rename to audit_head')
    expect(refused).toContain('what was asked for is not done')
    expect(refused).not.toContain('MARKED')
    await audit.write({ by: 'sam', act: 'signed-out', from: 'console' })
    expect(await audit.verify()).toMatchObject({ ok: true })
  })

  it('waits for another process that is writing, and not for ever for one that stands still', async () => {
    const stuck = await another.pool.connect()
    await stuck.query('begin')
    await stuck.query('select seq from audit_head for update')
    const waited = audit.write({ by: 'sam', act: 'list-read', from: 'console' }).catch(String)
    const soon = setTimeout(25_000, 'for ever', { ref: false })
    expect(await Promise.race([waited, soon])).toContain('55P03')
    await stuck.query('rollback')
    stuck.release()
    await audit.write({ by: 'sam', act: 'list-read', from: 'console' })
  })

  it('keeps whatever someone sends in place of an id, without what Postgres would refuse', async () => {
    const by = randomUUID()
    await Promise.all([
      audit.write({ by, act: 'signed-in', from: 'console' }),
      audit.write({ by, act: 'sign-in-failed', about: `\0\ud800${'x'.repeat(10_000)}`, from: 'console' }),
      audit.write({ ...read('not an id', by), act: 'refused' }),
    ])
    expect(await newest({ by })).toMatchObject([
      { act: 'refused', interview: null },
      { act: 'sign-in-failed' },
      { act: 'signed-in' },
    ])
    expect(await audit.verify()).toMatchObject({ ok: true })
  })

  it('keeps a reason that nobody can read without the key, nor put under another entry', async () => {
    const by = randomUUID()
    const reason = 'MARKED: asked by the police tonight'
    await audit.write({ by, act: 'glass-broken', interview: randomUUID(), reason, from: 'console' })
    await audit.write({ by, act: 'glass-broken', interview: randomUUID(), reason: 'another', from: 'console' })
    const { rows } = await database.pool.query('select audit::text as row, reason from audit where by = $1', [by])
    for (const { row, reason: bytes } of rows) expect(`${row}${bytes}`).not.toContain('MARKED')
    expect((await newest({ by })).map(line => line.reason)).toEqual(['another', reason])
    const withoutKey = createAudit(database, { forUse: () => Promise.reject(new Error('no key')) })
    expect((await withoutKey.lines({ by }, 1)).lines[0]?.reason).toEqual({ unreadable: true })
    const seqs = (await newest({ by })).map(({ seq }) => seq)
    const copied = 'update audit set reason = (select reason from audit where seq = $2) where seq = $1'
    const { rows: was } = await database.pool.query('select reason from audit where seq = $1', [seqs[0]])
    await database.pool.query(copied, seqs)
    expect((await newest({ by }))[0]?.reason).toEqual({ unreadable: true })
    await database.pool.query('update audit set reason = $2 where seq = $1', [seqs[0], was[0].reason])
  })
})

describe('lines', () => {
  it('are newest first, a page at a time, and only those asked for', async () => {
    const by = randomUUID()
    const interview = await plantedInterview(database)
    await audit.write({ by, act: 'signed-in', from: 'console' })
    await audit.write(read(interview, by))
    await audit.write({ by, act: 'record-printed', interview, from: 'console' })
    await audit.write({ by: 'sam', act: 'record-printed', interview, from: 'console' })
    const acts = async (filter: AuditFilter) => (await newest({ by, ...filter })).map(({ act }) => act)
    expect(await acts({})).toEqual(['record-printed', 'record-read', 'signed-in'])
    expect(await acts({ interview })).toEqual(['record-printed', 'record-read'])
    expect(await acts({ act: 'signed-in' })).toEqual(['signed-in'])
    expect(await acts({ since: new Date(Date.now() + 60_000).toISOString() })).toEqual([])
    const first = await audit.lines({ by }, 2)
    expect(first).toMatchObject({ more: true })
    const second = await audit.lines({ by, before: first.lines.at(-1)?.seq }, 2)
    expect(second).toMatchObject({ more: false, lines: [{ act: 'signed-in' }] })
  })
})

describe('whoHasSeen', () => {
  it('tells of everybody who read, wrote, printed, was refused or broke the glass: how often, first and last', async () => {
    const at = new Date('2026-06-01T09:00:00.000Z')
    const interview = await plantedInterview(database, 2, { at })
    const sam = await managerNamed('Example Sam')
    let now = new Date('2026-06-02T10:00:00.000Z')
    const clocked = createAudit(database, keys, () => now)
    await clocked.write(read(interview, sam))
    now = new Date('2026-06-03T10:00:00.000Z')
    await clocked.write(read(interview, sam))
    now = new Date('2026-06-04T10:00:00.000Z')
    await clocked.write({ by: 'kim', act: 'refused', interview, from: 'console' })
    await clocked.write({ by: 'auditor', act: 'audit-read', interview, from: 'console' })
    const [first, second, third] = [2, 3, 4].map(day => `2026-06-0${day}T10:00:00.000Z`)
    expect(await audit.whoHasSeen(interview)).toEqual({
      interview: { id: interview, begunAt: at.toISOString(), begunBy: 'robin', team: 'north' },
      seen: [
        { by: 'kim', role: null, act: 'refused', times: 1, first: third, last: third },
        { by: sam, role: 'manager', act: 'record-read', times: 2, first, last: second },
        { by: 'robin', role: null, act: 'wrote', times: 2, first: at.toISOString(), last: at.toISOString() },
      ],
    })
  })

  it.each([randomUUID(), 'not an id'])('is nothing for %s, which is no interview', async id => {
    expect(await audit.whoHasSeen(id)).toBeUndefined()
  })
})

describe('interviews', () => {
  it('are found by the beginning of their number, and named by nothing that is about the child', async () => {
    const id = await plantedInterview(database, 1, { id: 'abcdef12-3456-4789-8abc-def123456789' })
    const found = { id, begunAt: expect.any(String), begunBy: 'robin', team: 'north' }
    for (const number of ['abcdef12', 'ABCDEF12-3456', id]) expect(await audit.interviews(number)).toEqual([found])
    expect(await audit.interviews('abcdef13')).toEqual([])
    expect(await audit.interviews()).toContainEqual(found)
  })
})

async function managerNamed(name: string): Promise<string> {
  const id = randomUUID()
  const at = new Date()
  await database.db
    .insertInto('accounts')
    .values({
      id,
      name,
      sign_in_name: id,
      sign_in_key: id,
      role: 'manager',
      team: 'north',
      state: 'active',
      password: null,
      made_at: at,
      signed_in_at: null,
      tokens_from: at,
    })
    .execute()
  return id
}
