import { createSecretKey, randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditActs, auditOrigins } from '../../../../console/casework/auditActs.ts'
import type { AuditEntry } from '../../../../console/records/audit/audit.ts'
import type { AuditTrail } from '../../../../console/records/audit/auditTrail.ts'
import { createAudit } from '../../../../console/records/audit/createAudit.ts'
import { verifyAudit } from '../../../../console/records/audit/verifyAudit.ts'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import { freshDatabase } from '../../../support/database.ts'
import { plantedInterview } from './plantedInterview.ts'

const key = createSecretKey(randomBytes(32))

let database: Database
let audit: AuditTrail
let interviews: readonly string[]
beforeAll(async () => {
  database = await freshDatabase()
  audit = createAudit(database, { forUse: async () => key })
  interviews = await Promise.all([1, 2, 3].map(events => plantedInterview(database, events)))
})
afterAll(() => database.close())
beforeEach(emptied)

const sql = (text: string, values: unknown[] = []) => database.pool.query(text, values)

async function emptied(): Promise<void> {
  await sql('truncate audit')
  await sql('update audit_head set seq = 0, hash = $1', [Buffer.alloc(32)])
}

const entryOf = fc.record(
  {
    by: fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }),
    act: fc.constantFrom(...auditActs.filter(act => act !== 'interview-begun' && act !== 'case-begun')),
    interview: fc.constantFrom(0, 1, 2),
    about: fc.string({ maxLength: 30, unit: 'binary' }),
    reason: fc.string({ maxLength: 30, unit: 'grapheme' }),
    from: fc.constantFrom(...auditOrigins),
  },
  { requiredKeys: ['by', 'act', 'from'] },
)

type Written = typeof entryOf extends fc.Arbitrary<infer Entry> ? Entry : never

async function written(entries: readonly Written[]): Promise<void> {
  await emptied()
  for (const { interview, ...entry } of entries) {
    const about = interview === undefined ? undefined : interviews[interview]
    await audit.write({ ...entry, ...(about === undefined ? {} : { interview: about }) })
  }
}

/** One byte of one value: an expression over the value as it is, where it is there. */
const changes = {
  seq: 'seq + (1000 << $2)',
  at: `at + (1 << $2) * interval '1 microsecond'`,
  by: `case when by = '' then 'x' else overlay(by placing case when left(by, 1) = chr(65 + $2) then 'z' else chr(65 + $2) end from 1 for 1) end`,
  act: `overlay(act placing chr(65 + $2) from 1 + $2 % length(act) for 1)`,
  interview: `overlay(interview::text placing case when substr(interview::text, 1 + $2 % 8, 1) = '0' then '1' else '0' end from 1 + $2 % 8 for 1)::uuid`,
  episode: `overlay(episode::text placing case when substr(episode::text, 1 + $2 % 8, 1) = '0' then '1' else '0' end from 1 + $2 % 8 for 1)::uuid`,
  about: `case when about = '' then 'x' else about || chr(65 + $2) end`,
  '"from"': `overlay("from" placing chr(65 + $2) from 1 for 1)`,
  reason: 'set_byte(reason, $2 % length(reason), 255 - get_byte(reason, $2 % length(reason)))',
  seen: 'seen # (1 << $2)',
  head: 'set_byte(head, $2 % 32, 255 - get_byte(head, $2 % 32))',
  hash: 'set_byte(hash, $2 % 32, 255 - get_byte(hash, $2 % 32))',
} as const

const nothingThere = {
  interview: 'gen_random_uuid()',
  episode: 'gen_random_uuid()',
  about: `'x'`,
  reason: `'\\x00'`,
} as const

const damage = fc.record({
  row: fc.nat(),
  column: fc.constantFrom(...(Object.keys(changes) as (keyof typeof changes)[])),
  bit: fc.nat({ max: 20 }),
})

describe('verifyAudit', { timeout: 120_000 }, () => {
  it('finds whole whatever was written, and then the first entry of which one byte was changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(entryOf, { minLength: 1, maxLength: 8 }),
        fc.array(damage, { minLength: 6, maxLength: 6 }),
        async (entries, damages) => {
          await written(entries)
          expect(await verifyAudit(database)).toMatchObject({ ok: true, entries: entries.length })
          await sql('drop table if exists kept')
          await sql('create table kept as select * from audit')
          for (const { row, column, bit } of damages) {
            const seq = 1 + (row % entries.length)
            const was = await sql('select * from audit where seq = $1', [seq])
            const value = was.rows[0][column.replaceAll('"', '')]
            const other = value === null ? nothingThere[column as keyof typeof nothingThere] : changes[column]
            if (other === undefined) continue
            // An entry is about one of them: the database itself refuses both.
            if (column === 'episode' && value === null && was.rows[0].interview !== null) continue
            const usesBit = other.includes('$2')
            const bound = usesBit ? other.replaceAll('$2', '$2::int') : other
            await sql(`update audit set ${column} = ${bound} where seq = $1`, usesBit ? [seq, bit] : [seq])
            expect(await verifyAudit(database), `${column} of ${seq}, bit ${bit}`).toEqual({
              ok: false,
              brokenAt: seq,
              why: 'entry',
            })
            await sql('truncate audit')
            await sql('insert into audit select * from kept')
          }
          expect(await verifyAudit(database)).toMatchObject({ ok: true })
        },
      ),
      { numRuns: 40 },
    )
  })

  it('finds an entry that was taken out, wherever and whether or not the others were moved up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.boolean(), fc.boolean(), async (seq, moved, headToo) => {
        await written(
          Array.from({ length: 6 }, () => ({ by: 'sam', act: 'record-read', interview: 1, from: 'console' })),
        )
        await sql('delete from audit where seq = $1', [seq])
        if (moved) {
          await sql('update audit set seq = seq + 100 where seq > $1', [seq])
          await sql('update audit set seq = seq - 101 where seq > 100')
        }
        if (headToo) await sql('update audit_head set seq = 5')
        const found = await verifyAudit(database)
        // A cut-off last entry with the head made to fit shows in the hash of the head.
        expect(found).toEqual({ ok: false, brokenAt: seq === 6 && headToo ? 5 : seq, why: 'entry' })
      }),
      { numRuns: 24 },
    )
  })

  it('finds an entry that was put in, wherever', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }), async (seq, copied) => {
        await written(Array.from({ length: 5 }, (_, by) => ({ by: `${by}`, act: 'signed-in', from: 'console' })))
        await sql('drop table if exists put')
        await sql('create table put as select * from audit where seq = $1', [copied])
        await sql('update audit set seq = seq + 100 where seq >= $1', [seq])
        await sql('update audit set seq = seq - 99 where seq > 100')
        await sql('update put set seq = $1', [seq])
        await sql('insert into audit select * from put')
        const found = await verifyAudit(database)
        // A copy in its own place is the entry itself; then the next is the one too many.
        expect(found).toEqual({ ok: false, brokenAt: seq === copied ? seq + 1 : seq, why: 'entry' })
      }),
      { numRuns: 24 },
    )
  })

  it.each([
    { what: 'the head’s number', change: 'update audit_head set seq = seq + 1', brokenAt: 4 },
    { what: 'the head’s number, less', change: 'update audit_head set seq = seq - 1', brokenAt: 3 },
    {
      what: 'the head’s hash',
      change: 'update audit_head set hash = set_byte(hash, 31, 255 - get_byte(hash, 31))',
      brokenAt: 3,
    },
    { what: 'every entry', change: 'delete from audit', brokenAt: 1 },
  ])('finds a change of $what', async ({ change, brokenAt }) => {
    await written(Array.from({ length: 3 }, () => ({ by: 'sam', act: 'signed-in', from: 'console' })))
    await sql(change)
    expect(await verifyAudit(database)).toEqual({ ok: false, brokenAt, why: 'entry' })
  })

  it('finds that the head is gone', async () => {
    const lone = await freshDatabase()
    await lone.pool.query('delete from audit_head')
    expect(await verifyAudit(lone)).toEqual({ ok: false, brokenAt: 1, why: 'entry' })
    await lone.close()
  })

  it('goes through more than a page of them', async () => {
    await Promise.all(
      Array.from({ length: 2_300 }, () => audit.write({ by: 'sam', act: 'list-read', from: 'console' })),
    )
    expect(await verifyAudit(database)).toMatchObject({ ok: true, entries: 2_300 })
    await sql(`update audit set about = 'x' where seq = 2217`)
    expect(await verifyAudit(database)).toEqual({ ok: false, brokenAt: 2_217, why: 'entry' })
  })

  it('is not put off by what others write meanwhile', async () => {
    const entry: AuditEntry = { by: 'sam', act: 'list-read', from: 'console' }
    const writing = (async () => {
      for (let count = 0; count < 60; count++) await audit.write(entry)
    })()
    for (let count = 0; count < 10; count++) expect(await verifyAudit(database)).toMatchObject({ ok: true })
    await writing
  })
})

describe('an entry about an interview', () => {
  it.each([
    { what: 'rewritten', change: `update events set hash = sha256(hash) where interview = $1 and seq = 2` },
    { what: 'cut off', change: `delete from events where interview = $1 and seq = 2` },
    { what: 'taken out altogether', change: `delete from events where interview = $1` },
    { what: 'without its line', change: `delete from interviews where id = $1` },
  ])('shows that its events were $what', async ({ change }) => {
    const interview = await plantedInterview(database, 2)
    await audit.write({ by: 'sam', act: 'signed-in', from: 'console' })
    await audit.write({ by: 'sam', act: 'record-read', interview, from: 'console' })
    expect(await verifyAudit(database)).toMatchObject({ ok: true })
    await sql(change, [interview])
    expect(await verifyAudit(database)).toEqual({ ok: false, brokenAt: 2, why: 'record', interview })
  })

  it('shows that a whole interview has gone, or was never there', async () => {
    const interview = await plantedInterview(database, 1)
    await audit.write({ by: 'robin', act: 'interview-begun', interview, from: 'console' })
    expect(await verifyAudit(database)).toMatchObject({ ok: true })
    await sql('delete from events where interview = $1', [interview])
    await sql('delete from interviews where id = $1', [interview])
    expect(await verifyAudit(database)).toEqual({ ok: false, brokenAt: 1, why: 'record', interview })
    await emptied()
    const never = randomUUID()
    await audit.write({ by: 'robin', act: 'interview-begun', interview: never, from: 'console' })
    expect(await verifyAudit(database)).toMatchObject({ ok: false, brokenAt: 1, interview: never })
  })

  it('may be about one that is not there, where someone was refused', async () => {
    await audit.write({ by: 'sam', act: 'refused', interview: randomUUID(), from: 'console' })
    expect(await verifyAudit(database)).toMatchObject({ ok: true })
  })
})
