import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseEventBody } from '../../../console/casework/episode/caseEvents.ts'
import type { AskDesk, DeskReminder } from '../../../console/contract/cases.ts'
import type { Person } from '../../../console/contract/people.ts'
import { freshConnection } from '../../support/database.ts'
import { request, taken } from '../../support/storedInterviews.ts'
import { type Client, coordinator, granted, interviewer, next } from './openConsole.ts'
import { openProcess, type Process } from './openProcess.ts'

let here: Process
let there: Process
beforeAll(async () => {
  const connection = await freshConnection()
  const now = () => new Date()
  here = await openProcess(connection, { now })
  there = await openProcess(connection, { now })
})
afterAll(async () => {
  await here.close()
  await there.close()
})

const deviceAt = new Date().toISOString()
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
const notified: CaseEventBody = { type: 'notified', source: 'police' }
/** Outside the circle of what is restricted. */
const outsider: Person = { id: 'manager', role: 'manager', team: 'demo' }

async function begunBy(client: Client, ...bodies: CaseEventBody[]): Promise<string> {
  const episode = randomUUID()
  granted(
    await client.emitWithAck('case:begin', { episode, id: randomUUID(), deviceAt, bodies: [notified, ...bodies] }),
  )
  return episode
}
/** The same, for its worker and the coordinator alone. */
async function restrictedBy(client: Client, ...bodies: CaseEventBody[]): Promise<string> {
  const episode = await begunBy(client, ...bodies)
  const restricted = `update episodes set restricted = true, reviewers = '{coordinator}' where id = $1`
  await here.database.pool.query(restricted, [episode])
  for (const { at } of [here, there]) at.episodes.forget(episode)
  return episode
}
const write = (client: Client, episode: string, body: CaseEventBody) =>
  client.emitWithAck('case:write', { episode, id: randomUUID(), deviceAt, body })
const desk = (client: Client, which: AskDesk['which'] = 'open', name?: string) =>
  client.emitWithAck('desk:list', { which, ...(name === undefined ? {} : { name }) })

describe.each(['this process', 'another process'])('a case, from %s', from => {
  const other = () => (from === 'this process' ? here : there)

  it('is told to its room and to the desks of those who need to know, and to nobody else', async () => {
    const writer = await here.at.client()
    const reader = await other().at.client(coordinator)
    const stranger = await other().at.client(outsider)
    const heard: { episode: string; seq: number }[] = []
    stranger.on('desk:changed', told => heard.push(told))
    stranger.on('case:turn', ({ episode, events }) => heard.push({ episode, seq: events.at(-1)?.seq ?? 0 }))
    granted(await desk(reader))
    granted(await desk(stranger))
    const episode = await restrictedBy(writer, { type: 'named', calledAs: 'Example Knot' })
    await expect.poll(async () => granted(await desk(reader)).map(line => line.episode)).toContain(episode)
    expect(await stranger.emitWithAck('case:join', { episode, since: 0 })).toEqual({
      ok: false,
      problem: 'need-to-know',
    })
    const joined = granted(await reader.emitWithAck('case:join', { episode, since: 0 }))
    expect(joined.events.map(({ body }) => body.type)).toEqual(['notified', 'named'])

    const turn = next(reader, 'case:turn', ({ events }) => events.length > 0)
    const line = next(reader, 'desk:changed', each => each.episode === episode && each.seq === 3)
    granted(await write(writer, episode, { type: 'timed', moment: 'notified', at: ago(20) }))
    expect((await turn).events).toMatchObject([{ seq: 3, body: { moment: 'notified' } }])
    expect((await turn).clocks.map(({ id }) => id)).toContain('DL-02')
    expect(await line).toMatchObject({ calledAs: 'Example Knot', due: expect.arrayContaining([]) })
    expect(granted(await desk(reader, 'open', 'knot')).map(each => each.episode)).toContain(episode)
    expect(granted(await desk(stranger, 'open', 'knot'))).toEqual([])
    // Until it was restricted it was theirs to hear of, and that may come late.
    expect(heard.filter(told => told.episode === episode && told.seq > 2)).toEqual([])
  })

  it('shows its clocks change when its interview does', async () => {
    const writer = await here.at.client()
    const reader = await other().at.client(coordinator)
    const episode = await begunBy(writer, { type: 'timed', moment: 'returned', at: ago(10) })
    granted(await reader.emitWithAck('case:join', { episode, since: 0 }))
    const covered = next(reader, 'case:turn', ({ events }) => events.some(({ body }) => body.type === 'covered'))
    const interview = randomUUID()
    const opening = { interview, id: randomUUID(), deviceAt, language: 'en', episode, intents: [] }
    granted(await writer.emitWithAck('interview:begin', opening))
    expect((await covered).interviews).toMatchObject([{ interview, held: null, concerns: [] }])
    // Sent again it is one interview, and covers the case once.
    granted(await writer.emitWithAck('interview:begin', opening))
    const raised = next(reader, 'case:turn', ({ interviews }) => interviews.some(({ concerns }) => concerns.length > 0))
    await taken(here.interviews, interview, request({ do: 'concern', concern: randomUUID() }))
    expect((await raised).events).toEqual([])
    expect((await raised).clocks.map(({ id }) => id)).toContain('DL-10')
    const { events } = granted(await reader.emitWithAck('case:join', { episode, since: 0 }))
    expect(events.filter(({ body }) => body.type === 'covered')).toHaveLength(1)
  })

  it('is taken from the desk and the page of someone who does not need to know any more', async () => {
    const lead = await here.at.client(coordinator)
    const one = await other().at.client(outsider)
    const episode = await restrictedBy(lead)
    granted(await write(lead, episode, { type: 'allocated', worker: 'manager' }))
    await expect.poll(async () => granted(await desk(one)).map(line => line.episode)).toContain(episode)
    granted(await one.emitWithAck('case:join', { episode, since: 0 }))
    const gone = next(one, 'case:closed', each => each === episode)
    granted(await write(lead, episode, { type: 'allocated', worker: 'interviewer' }))
    expect(await gone).toBe(episode)
    expect(await write(one, episode, { type: 'missingAgain', at: deviceAt })).toMatchObject({ problem: 'need-to-know' })
  })

  it('goes from the desk of whoever is outside as soon as it is restricted, and is named to nobody who was not shown it', async () => {
    const lead = await here.at.client(coordinator)
    const [shown, told, elsewhere] = [
      await other().at.client(outsider),
      await other().at.client(interviewer),
      await other().at.client(outsider),
    ]
    granted(await desk(told))
    const line = next(told, 'desk:changed', each => each.interviews.length > 0)
    const episode = await begunBy(lead)
    const interview = randomUUID()
    const opening = { interview, id: randomUUID(), deviceAt, language: 'en', episode, intents: [] }
    granted(await lead.emitWithAck('interview:begin', opening))
    await line
    expect(granted(await desk(shown)).map(each => each.episode)).toContain(episode)
    const heard: string[] = []
    elsewhere.on('case:closed', each => heard.push(each))
    lead.on('case:closed', each => heard.push(each))
    const gone = [shown, told].map(client => next(client, 'case:closed', each => each === episode))
    await here.at.episodes.change(interview, { restricted: true, reviewers: ['coordinator'] })
    expect(await Promise.all(gone)).toEqual([episode, episode])
    expect(heard).toEqual([])
    expect(granted(await desk(shown)).map(each => each.episode)).not.toContain(episode)
  })

  it('opens in an emergency to someone outside, though nobody was interviewed yet: for a reason, audited, and a manager is told', async () => {
    const lead = await here.at.client(coordinator)
    const one = await other().at.client(outsider)
    const episode = await restrictedBy(lead)
    const reason = 'Markedreason: nobody of the team answers.'
    const join = () => one.emitWithAck('case:join', { episode, since: 0 })
    expect(await join()).toMatchObject({ problem: 'need-to-know' })
    expect(await one.emitWithAck('case:break-glass', { episode, reason: 'short' })).toMatchObject({ ok: false })
    expect(await one.emitWithAck('case:break-glass', { episode: randomUUID(), reason })).toMatchObject({
      problem: 'unknown-case',
    })
    granted(await one.emitWithAck('case:break-glass', { episode, reason }))
    expect(granted(await join()).events).toHaveLength(1)
    const notices = await here.at.episodes.notices('demo')
    expect(notices.filter(each => each.episode === episode)).toMatchObject([
      { interview: null, hasCase: true, person: 'manager', reason },
    ])
    const { rows } = await here.database.pool.query(
      `select act from audit where episode = $1 and by = 'manager' and act in ('refused', 'glass-broken', 'case-read') order by seq`,
      [episode],
    )
    expect(rows.map(({ act }) => act)).toEqual(['refused', 'glass-broken', 'case-read'])
    expect(
      JSON.stringify((await here.database.pool.query('select broken_glass::text from broken_glass')).rows),
    ).not.toContain('Markedreason')
  })

  it('reminds its worker once, and where nobody is allocated the coordinators', async () => {
    const worker = await other().at.client()
    const lead = await other().at.client(coordinator)
    const heard: string[] = []
    const hear = (who: string, { clock, kind, episode }: DeskReminder) => {
      if (clock === 'DL-02') heard.push(`${who} ${kind} ${episode}`)
    }
    worker.on('desk:reminder', told => hear('worker', told))
    lead.on('desk:reminder', told => hear('coordinator', told))
    const soon: CaseEventBody = { type: 'timed', moment: 'notified', at: ago(22) }
    const mine = await begunBy(worker, soon)
    const nobodys = await begunBy(worker, soon, { type: 'allocated', worker: null })
    await here.at.reminders.sweep()
    await there.at.reminders.sweep()
    const expected = [`worker soon ${mine}`, `coordinator soon ${nobodys}`]
    await expect.poll(() => heard.filter(each => expected.includes(each)).toSorted()).toEqual(expected.toSorted())
    expect(heard).not.toContain(`coordinator soon ${mine}`)
    expect(heard).not.toContain(`worker soon ${nobodys}`)
  })
})

describe('who may', () => {
  it('give a case to somebody: those who say who needs to know; others take one or give it back', async () => {
    const client = await here.at.client(interviewer)
    const episode = await begunBy(client)
    expect(await write(client, episode, { type: 'allocated', worker: 'kit' })).toMatchObject({ problem: 'not-allowed' })
    const bodies: CaseEventBody[] = [notified, { type: 'allocated', worker: 'kit' }]
    const beginning = { episode: randomUUID(), id: randomUUID(), deviceAt, bodies }
    expect(await client.emitWithAck('case:begin', beginning)).toMatchObject({ problem: 'not-allowed' })
    expect(await write(client, episode, { type: 'allocated', worker: null })).toMatchObject({ ok: true })
    expect(await write(client, episode, { type: 'allocated', worker: 'interviewer' })).toMatchObject({ ok: true })
  })

  it('write a coordinator’s review, send a case back, close what the hub has, and take these back: those who see to others’ work', async () => {
    const [client, lead] = [await here.at.client(interviewer), await there.at.client(coordinator)]
    const at = ago(1)
    const checks = { actions: 'yes', patterns: 'yes', carePlan: 'not-yet' } as const
    const reviewBy = (by: 'coordinator' | 'supervision' | 'allocated-worker'): CaseEventBody => ({
      ...{ type: 'reviewed', at, by, checks },
    })
    const back: CaseEventBody = { type: 'sentBack', at, words: 'Who is at home?' }
    const episode = await begunBy(client)
    for (const body of [reviewBy('coordinator'), reviewBy('supervision'), back]) {
      expect(await write(client, episode, body)).toEqual({ ok: false, problem: 'not-allowed' })
      const bodies = [notified, body]
      const beginning = { episode: randomUUID(), id: randomUUID(), deviceAt, bodies }
      expect(await client.emitWithAck('case:begin', beginning)).toEqual({ ok: false, problem: 'not-allowed' })
      const { events } = granted(await write(lead, episode, body))
      const taking: CaseEventBody = { type: 'withdrawn', event: events[0]?.id ?? '' }
      expect(await write(client, episode, taking)).toEqual({ ok: false, problem: 'not-allowed' })
    }
    expect(granted(await desk(client, 'sent-back')).map(line => line.episode)).toContain(episode)
    expect(granted(await desk(lead, 'to-review')).map(line => line.episode)).not.toContain(episode)
    granted(await write(client, episode, reviewBy('allocated-worker')))
    const hub: CaseEventBody = { type: 'forwarded', at, to: 'hub', consider: 'not-sure', need: 'A', support: 'B' }
    granted(await write(client, episode, hub))
    const closing: CaseEventBody = { type: 'closed', because: 'completed' }
    expect(await write(client, episode, closing)).toEqual({ ok: false, problem: 'not-allowed' })
    expect(await write(lead, episode, closing)).toEqual({ ok: false, problem: 'case-lacking' })
    const refused = await here.database.pool.query(`select about from audit where act = 'refused' and episode = $1`, [
      episode,
    ])
    expect(new Set(refused.rows.map(({ about }) => about))).toEqual(new Set(['case.review']))
  })

  it('begin an interview for a case: not in a closed one, nor in one that is not there', async () => {
    const client = await here.at.client()
    const episode = await begunBy(client, { type: 'closed', because: 'transferred' })
    const begin = (of: string) => {
      const opening = { interview: randomUUID(), id: randomUUID(), deviceAt, language: 'en', intents: [] }
      return client.emitWithAck('interview:begin', { ...opening, episode: of })
    }
    expect(await begin(episode)).toMatchObject({ problem: 'case-closed' })
    expect(await begin(randomUUID())).toMatchObject({ problem: 'unknown-case' })
  })

  it('is audited: what was begun, read, written and refused, each about its episode', async () => {
    const client = await here.at.client()
    const episode = await restrictedBy(client)
    granted(await client.emitWithAck('case:join', { episode, since: 0 }))
    granted(await write(client, episode, { type: 'missingAgain', at: deviceAt }))
    const stranger = await here.at.client(outsider)
    await stranger.emitWithAck('case:join', { episode, since: 0 })
    const { rows } = await here.database.pool.query<{ act: string; seen: number }>(
      'select act, seen from audit where episode = $1 order by seq',
      [episode],
    )
    expect(rows).toEqual([
      { act: 'case-begun', seen: 1 },
      { act: 'case-read', seen: 1 },
      { act: 'case-written', seen: 1 },
      { act: 'refused', seen: 2 },
    ])
  })

  it('sees the same worker in the case when the circle is given to another', async () => {
    const client = await here.at.client(coordinator)
    const interview = randomUUID()
    const opening = { interview, id: randomUUID(), deviceAt, language: 'en', intents: [] }
    granted(await client.emitWithAck('interview:begin', opening))
    const bodies = [notified]
    granted(await client.emitWithAck('case:begin', { episode: interview, id: randomUUID(), deviceAt, bodies }))
    const response = await fetch(`${here.at.url}/api/interviews/${interview}/circle`, {
      method: 'PATCH',
      headers: { cookie: await here.at.cookie(coordinator), 'content-type': 'application/json', origin: here.at.url },
      body: JSON.stringify({ worker: 'interviewer' }),
    })
    expect(response.status).toBe(200)
    const { events } = granted(await client.emitWithAck('case:join', { episode: interview, since: 0 }))
    expect(events.at(-1)?.body).toEqual({ type: 'allocated', worker: 'interviewer' })
    expect(granted(await desk(client)).find(line => line.episode === interview)?.worker).toBe('interviewer')
  })
})
