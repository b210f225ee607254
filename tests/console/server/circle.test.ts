import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChangeCircle, CircleResponse, NoticesResponse } from '../../../console/contract/needToKnow.ts'
import type { Person } from '../../../console/contract/people.ts'
import type { Database } from '../../../console/records/database/openDatabase.ts'
import type { Interviews, Opening } from '../../../console/records/interviews.ts'
import { freshDatabase } from '../../support/database.ts'
import { request, storedInterviews, taken } from '../../support/storedInterviews.ts'
import { coordinator, granted, interviewer, next, openConsole, tokens } from './openConsole.ts'

const manager: Person = { id: 'manager', role: 'manager', team: 'demo' }

let database: Database
let interviews: Interviews
let at: Awaited<ReturnType<typeof openConsole>>
beforeAll(async () => {
  database = await freshDatabase()
  interviews = storedInterviews(database)
  at = await openConsole(interviews, database)
})
afterAll(async () => {
  await at.close()
  await database.close()
})

async function begun(by: string, other: Partial<Opening> = {}): Promise<string> {
  const interview = randomUUID()
  const turn = await interviews.begin(
    { interview, id: randomUUID(), language: 'en', regime: 'all-shared', team: 'demo', intents: [], ...other },
    { by, from: 'console', deviceAt: '2026-06-01T10:00:00+01:00' },
  )
  if (!turn.ok) throw new Error(turn.problem)
  return interview
}

async function asked<T>(
  person: Person,
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; value: T }> {
  const response = await fetch(`${at.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${await tokens.issue(person)}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, value: (await response.json()) as T }
}

const changed = (person: Person, interview: string, change: ChangeCircle) =>
  asked<CircleResponse>(person, 'PATCH', `/api/interviews/${interview}/circle`, change)

describe('a circle', () => {
  it('is the worker and the team, until it is changed', async () => {
    const interview = await begun(interviewer.id)
    const circle = await asked<CircleResponse>(interviewer, 'GET', `/api/interviews/${interview}/circle`)
    expect(circle.value).toEqual({ worker: 'interviewer', team: 'demo', reviewers: [], restricted: false })
  })

  it('that is restricted keeps its worker, who was asked, and whoever restricted it', async () => {
    const interview = await begun(interviewer.id)
    const { value } = await changed(coordinator, interview, { restricted: true })
    expect(value).toMatchObject({ restricted: true, reviewers: ['coordinator'] })
    const path = `/api/interviews/${interview}/record`
    const statuses = [interviewer, coordinator, manager].map(person => asked(person, 'GET', path))
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([200, 200, 403])
    await changed(coordinator, interview, { reviewers: ['coordinator', 'manager'] })
    expect((await asked(manager, 'GET', path)).status).toBe(200)
  })

  it('that someone is taken out of sends them nothing more, at once', async () => {
    const interview = await begun(interviewer.id)
    const watching = await at.client(manager)
    granted(await watching.emitWithAck('interview:join', { interview, since: 0 }))
    const heard: unknown[] = []
    watching.on('interview:turn', turn => heard.push(turn))
    const closed = next(watching, 'interview:closed')
    await changed(coordinator, interview, { restricted: true })
    expect(await closed).toBe(interview)
    await taken(interviews, interview, request({ do: 'pause' }))
    expect(await watching.emitWithAck('interview:join', { interview, since: 0 })).toEqual({
      ok: false,
      problem: 'need-to-know',
    })
    expect(heard).toEqual([])
    watching.disconnect()
  })

  it('is who sees the interview in the list, and hears of it', async () => {
    const elsewhere = await begun('someone-else', { team: 'another' })
    const here = await begun('someone-else')
    const client = await at.client(manager)
    const ids = granted(await client.emitWithAck('interviews:list')).map(({ id }) => id)
    expect(ids).toContain(here)
    expect(ids).not.toContain(elsewhere)
    const told: string[] = []
    client.on('interviews:changed', ({ id }) => told.push(id))
    const heard = next(client, 'interviews:changed', ({ id }) => id === here)
    await taken(interviews, elsewhere, request({ do: 'pause' }))
    await taken(interviews, here, request({ do: 'pause' }))
    await heard
    expect(told).toEqual([here])
    client.disconnect()
  })
})

describe('a name', () => {
  it('finds what one needs to know of, by whole words, whatever the case and the accents', async () => {
    const known = { do: 'reply', text: 'Éxample Kestrel-Ödmark' } as const
    const mine = await begun(interviewer.id, { intents: [known] })
    await begun('someone-else', { team: 'another', intents: [known] })
    const client = await at.client(interviewer)
    const found = async (name: string) =>
      granted(await client.emitWithAck('interviews:search', { name })).map(({ id }) => id)
    expect(await found('kestrel')).toEqual([mine])
    expect(await found('ODMARK example')).toEqual([mine])
    expect(await found('kestre')).toEqual([])
    expect(await found('kestrel wren')).toEqual([])
    expect(await found('...')).toEqual([])
    client.disconnect()
  })

  it('that was changed is found by the new one alone', async () => {
    const mine = await begun(interviewer.id, { intents: [{ do: 'reply', text: 'Example Oldname' }] })
    const answer = { kind: 'text', text: 'Example Newname' } as const
    await taken(interviews, mine, request({ do: 'answer', prompt: 'prepare.known-as', answer }))
    await interviews.settled()
    const client = await at.client(interviewer)
    const found = async (name: string) => granted(await client.emitWithAck('interviews:search', { name })).length
    expect([await found('newname'), await found('oldname')]).toEqual([1, 0])
    client.disconnect()
  })
})

describe('breaking the glass', () => {
  it('lets someone in for a reason that a manager of the team reads, and that lies nowhere readable', async () => {
    const interview = await begun('someone-else', { team: 'a third' })
    const client = await at.client(interviewer)
    const reason = 'Markedreason: nobody of the team answers.'
    expect(await client.emitWithAck('interview:break-glass', { interview, reason: 'short' })).toMatchObject({
      ok: false,
    })
    granted(await client.emitWithAck('interview:break-glass', { interview, reason }))
    granted(await client.emitWithAck('interview:join', { interview, since: 0 }))
    expect(granted(await client.emitWithAck('interviews:list')).map(({ id }) => id)).toContain(interview)
    client.disconnect()

    const theirs = await at.episodes.notices('a third')
    expect(theirs).toMatchObject([{ interview, person: 'interviewer', reason }])
    expect((await asked<NoticesResponse>(manager, 'GET', '/api/notices')).value.notices).toEqual([])
    const { rows } = await database.pool.query('select broken_glass::text as row from broken_glass')
    expect(JSON.stringify(rows)).not.toContain('Markedreason')
    // A manager of another team cannot put it away.
    await asked(manager, 'POST', `/api/notices/${theirs[0]?.id}/seen`, {})
    expect(await at.episodes.notices('a third')).toHaveLength(1)
    expect(await at.episodes.seen(theirs[0]?.id ?? '', 'a third', 'their-manager')).toBe(true)
    expect(await at.episodes.notices('a third')).toEqual([])
  })

  it('ends after some hours', async () => {
    const interview = await begun('someone-else', { team: 'another' })
    await at.episodes.breakGlass(interviewer, interview, 'Example: a child may be in danger.')
    await database.pool.query(`update broken_glass set until = now() - interval '1 second'`)
    at.episodes.forget(interview)
    expect(await at.episodes.knows(interviewer, interview)).toBe(false)
  })
})
