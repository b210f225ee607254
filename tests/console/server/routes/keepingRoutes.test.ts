import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../../../console/casework/roles.ts'
import type { ExportResponse } from '../../../../console/contract/keeping.ts'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import type { Interviews } from '../../../../console/records/interviews.ts'
import { freshDatabase } from '../../../support/database.ts'
import { keysOf } from '../../../support/keys.ts'
import { begun, request, storedInterviews, taken } from '../../../support/storedInterviews.ts'
import { openConsole, tokens } from '../openConsole.ts'

let database: Database
let interviews: Interviews
let at: Awaited<ReturnType<typeof openConsole>>
beforeAll(async () => {
  database = await freshDatabase()
  interviews = storedInterviews(database)
  at = await openConsole(interviews, database)
})
afterAll(async () => {
  await at?.close()
  await database.close()
})

async function ask(role: Role, method: string, path: string, body?: object) {
  const response = await fetch(`${at.url}/api/interviews/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await tokens.issue({ id: role, role })}`,
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, text: await response.text() }
}
const reason = 'their authority asked for it'
const people = request({
  do: 'answer',
  prompt: 'leaving.friend',
  answer: { kind: 'people', people: [{ called: 'Example Kestrel', relation: 'friend' }] },
})

async function told(): Promise<string> {
  const interview = await begun(interviews)
  await taken(interviews, interview, request({ do: 'reply', text: 'Example Sandpiper' }))
  const words = 'KESTREL said so, at the blue bridge'
  await taken(interviews, interview, request({ do: 'account', prompt: 'leaving.what-happened', words }))
  await taken(
    interviews,
    interview,
    request({ do: 'answer', prompt: 'leaving.who-knew', answer: { kind: 'choice', option: 'friend' } }),
  )
  await taken(interviews, interview, { ...people, id: randomUUID() })
  return interview
}
const draftOf = async (interview: string) =>
  JSON.parse((await ask('manager', 'GET', `${interview}/export`)).text) as ExportResponse
const audited = async (interview: string) =>
  (await keysOf(database).audit.lines({ interview }, 50)).lines.map(({ act, by, about }) => [act, by, about])

describe('who may', () => {
  const routes: readonly [method: string, path: string, body: object | undefined, roles: readonly Role[]][] = [
    ['GET', 'keeping', undefined, ['manager']],
    ['POST', 'hold', { reason }, ['manager']],
    ['DELETE', 'hold', undefined, ['manager']],
    ['GET', 'export', undefined, ['coordinator', 'manager']],
    [
      'POST',
      'export/passages',
      { do: 'leave-out', parts: [{ piece: 'x/words', from: 0, to: 1 }] },
      ['coordinator', 'manager'],
    ],
    ['POST', 'export', { digest: '0'.repeat(64), read: true }, ['coordinator', 'manager']],
    ['GET', `exports/${randomUUID()}`, undefined, ['coordinator', 'manager']],
    ['POST', 'erase', { number: '00000000', reason }, ['manager']],
  ]
  it.each(routes)('%s %s', async (method, path, body, roles) => {
    const interview = await told()
    for (const role of [
      'interviewer',
      'interpreter',
      'trainee',
      'administrator',
      'auditor',
      'coordinator',
      'manager',
    ] as const) {
      const { status } = await ask(role, method, `${interview}/${path}`, body)
      expect([role, status === 403]).toEqual([role, !roles.includes(role)])
    }
    const signedOut = await fetch(`${at.url}/api/interviews/${interview}/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
    })
    expect(signedOut.status).toBe(401)
    // Nor a manager who does not need to know.
    await at.episodes.change(interview, { restricted: true })
    expect((await ask('manager', method, `${interview}/${path}`, body)).status).toBe(403)
    expect((await ask('manager', method, `${randomUUID()}/${path}`, body)).status).toBe(404)
    expect((await ask('manager', method, `nothing/${path}`, body)).status).toBe(400)
  })
})

describe('erasing', () => {
  it('takes the start of the number and a reason, and leaves a sentence', async () => {
    const interview = await told()
    for (const body of [
      {},
      { number: interview.slice(0, 8) },
      { number: '', reason },
      { number: '00000000', reason },
    ]) {
      expect((await ask('manager', 'POST', `${interview}/erase`, body)).status).toBe(400)
    }
    expect((await ask('manager', 'POST', `${interview}/hold`, { reason })).status).toBe(200)
    const body = { number: interview.slice(0, 8).toUpperCase(), reason }
    const held = await ask('manager', 'POST', `${interview}/erase`, body)
    expect([held.status, held.text]).toEqual([409, expect.stringContaining('release it')])
    expect((await ask('manager', 'POST', `${interview}/hold`, { reason })).status).toBe(409)
    expect((await ask('manager', 'DELETE', `${interview}/hold`)).status).toBe(200)
    expect((await ask('manager', 'DELETE', `${interview}/hold`)).status).toBe(409)
    expect((await ask('manager', 'POST', `${interview}/erase`, body)).status).toBe(200)
    for (const path of ['record', 'keeping', 'export', 'circle']) {
      const gone = await ask('manager', 'GET', `${interview}/${path}`)
      expect([path, gone.status, gone.text]).toEqual([path, 404, '{"error":"There is no such interview."}'])
    }
    expect((await audited(interview)).map(([act]) => act)).toContain('episode-erased')
    const { lines } = await keysOf(database).audit.lines({ interview, act: 'episode-erased' }, 1)
    expect(lines[0]).toMatchObject({ by: 'manager', reason, from: 'console' })
  })
})

describe('an export', () => {
  it('has nothing of what is left out once it is finished, and is kept as it was', async () => {
    const interview = await told()
    const first = await draftOf(interview)
    expect(JSON.stringify(first.draft)).toContain('KESTREL')
    const line = first.draft.said.find(({ field }) => field === 'leaving.what-happened')
    const piece = line?.words[0]?.piece ?? ''
    const changed = await ask('manager', 'POST', `${interview}/export/passages`, {
      do: 'leave-out',
      parts: [{ piece, from: 20, to: 35 }],
    })
    expect(changed.status).toBe(200)
    const { digest } = JSON.parse(changed.text) as ExportResponse
    const made = await ask('manager', 'POST', `${interview}/export`, { digest, read: true })
    const { id } = JSON.parse(made.text) as { id: string }
    const { status, text } = await ask('coordinator', 'GET', `${interview}/exports/${id}`)
    expect(status).toBe(200)
    for (const gone of ['kestrel', 'blue bridge', 'robin', '"was"']) expect(text.toLowerCase()).not.toContain(gone)
    expect(text).toContain('"relations":["friend"]')
    // Read again later, it is what left, whatever was said since.
    await taken(interviews, interview, request({ do: 'account', prompt: 'leaving.what-happened', words: 'said since' }))
    expect((await ask('manager', 'GET', `${interview}/exports/${id}`)).text).toBe(text)
    expect((await draftOf(interview)).finished.map(each => each.id)).toEqual([id])
    expect(await audited(interview)).toEqual(
      expect.arrayContaining([
        ['record-exported', 'manager', 'draft'],
        ['record-exported', 'manager', 'leave-out'],
        ['record-exported', 'manager', 'finished'],
        ['record-exported', 'coordinator', id],
      ]),
    )
  })

  it('is not finished where it is not what was read', async () => {
    const interview = await told()
    const { digest } = await draftOf(interview)
    await taken(interviews, interview, request({ do: 'account', prompt: 'leaving.what-happened', words: 'said since' }))
    const stale = await ask('manager', 'POST', `${interview}/export`, { digest, read: true })
    expect([stale.status, stale.text]).toEqual([409, expect.stringContaining('read it again')])
    for (const body of [{ digest }, { digest, read: false }, { digest: 'x', read: true }]) {
      expect((await ask('manager', 'POST', `${interview}/export`, body)).status).toBe(400)
    }
    expect((await draftOf(interview)).finished).toEqual([])
    const now = await draftOf(interview)
    expect((await ask('manager', 'POST', `${interview}/export`, { digest: now.digest, read: true })).status).toBe(200)
  })

  it('is sealed in the database: nothing of it can be read there', async () => {
    const interview = await told()
    const { digest } = await draftOf(interview)
    await ask('manager', 'POST', `${interview}/export`, { digest, read: true })
    const { rows } = await database.pool.query('select choices, finished from exports where interview = $1', [
      interview,
    ])
    expect(rows).toHaveLength(1)
    for (const sealed of Object.values(rows[0] as Record<string, Buffer>)) {
      expect(sealed.toString('latin1')).not.toMatch(/bridge|friend|leftOut/)
    }
  })

  it('of another interview is not found by its id', async () => {
    const [one, other] = [await told(), await told()]
    const { digest } = await draftOf(one)
    const { text } = await ask('manager', 'POST', `${one}/export`, { digest, read: true })
    const { id } = JSON.parse(text) as { id: string }
    expect((await ask('manager', 'GET', `${other}/exports/${id}`)).status).toBe(404)
    expect((await ask('manager', 'GET', `${other}/exports/nothing`)).status).toBe(404)
  })
})
