import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseEventBody } from '../../../../console/casework/episode/caseEvents.ts'
import type { LinkedResponse, ToldResponse } from '../../../../console/contract/linked.ts'
import type { Person } from '../../../../console/contract/people.ts'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import type { Interviews } from '../../../../console/records/interviews.ts'
import type { Intent } from '../../../../dialogs/intent.ts'
import type { Answer } from '../../../../dialogs/record/events.ts'
import { freshDatabase } from '../../../support/database.ts'
import { request, storedInterviews, taken } from '../../../support/storedInterviews.ts'
import { type Client, granted, interviewer, openConsole, tokens } from '../openConsole.ts'

let database: Database
let interviews: Interviews
let at: Awaited<ReturnType<typeof openConsole>>
beforeAll(async () => {
  database = await freshDatabase()
  interviews = storedInterviews(database, { now: () => new Date() })
  at = await openConsole(interviews, database)
})
afterAll(async () => {
  await at.close()
  await database.close()
})

const deviceAt = new Date().toISOString()
const manager: Person = { id: 'manager', role: 'manager', team: 'demo' }

const write = (client: Client, episode: string, body: CaseEventBody) =>
  client.emitWithAck('case:write', { episode, id: randomUUID(), deviceAt, body })

/** A case that went missing on this day. */
async function begun(client: Client, day: string): Promise<string> {
  const episode = randomUUID()
  const bodies: CaseEventBody[] = [
    { type: 'notified', source: 'police' },
    { type: 'named', calledAs: `Example of ${day}` },
    { type: 'timed', moment: 'wentMissing', at: `${day}T20:00:00Z` },
  ]
  granted(await client.emitWithAck('case:begin', { episode, id: randomUUID(), deviceAt, bodies }))
  return episode
}

/** An interview of this episode, in which someone was named and something was heard of. */
async function interviewed(client: Client, episode: string, called: string): Promise<string> {
  const interview = randomUUID()
  const opening = { interview, id: randomUUID(), deviceAt, language: 'en', episode, intents: [] }
  granted(await client.emitWithAck('interview:begin', opening))
  const named: Answer = { kind: 'people', people: [{ called, relation: 'friend' }] }
  const intents: Intent[] = [
    { do: 'answer', prompt: 'leaving.friend', answer: named },
    { do: 'cover', coverage: 'push.school', told: 'yes' },
    { do: 'cover', coverage: 'pull.friends', told: 'chose-not-to-say' },
  ]
  for (const intent of intents) await taken(interviews, interview, request(intent, { by: 'interviewer' }))
  return interview
}

async function restricted(episode: string): Promise<void> {
  await database.pool.query(`update episodes set restricted = true where id = $1`, [episode])
  at.episodes.forget(episode)
}

async function read<Response>(path: string, person: Person = interviewer): Promise<Response> {
  const authorization = `Bearer ${await tokens.issue(person)}`
  const response = await fetch(`${at.url}/api/cases/${path}`, { headers: { authorization } })
  expect(response.status).toBe(200)
  return (await response.json()) as Response
}
const linked = (episode: string, person?: Person) => read<LinkedResponse>(`${episode}/linked`, person)
const told = (episode: string, person?: Person) => read<ToldResponse>(`${episode}/told`, person)

describe('two episodes of the same young person', () => {
  it('are linked both ways by one word in either case, the earlier one first, until it is taken back', async () => {
    const client = await at.client()
    const [first, second, third] = [
      await begun(client, '2026-03-01'),
      await begun(client, '2026-04-01'),
      await begun(client, '2026-05-01'),
    ]
    granted(await write(client, second, { type: 'linked', episode: first.toUpperCase() }))
    const [link] = granted(await write(client, third, { type: 'linked', episode: second })).events
    expect((await linked(second)).linked).toMatchObject([
      { episode: first, calledAs: 'Example of 2026-03-01', state: 'open', links: [{ episode: second }] },
      { episode: third, links: [{ episode: third, event: link?.id }] },
    ])
    expect((await linked(first)).linked.map(({ episode }) => episode)).toEqual([second])
    granted(await write(client, third, { type: 'withdrawn', event: link?.id ?? '' }))
    expect((await linked(second)).linked.map(({ episode }) => episode)).toEqual([first])
    expect((await linked(third)).linked).toEqual([])
  })

  it('are linked by either side’s word until all of it is taken back', async () => {
    const client = await at.client()
    const [first, second] = [await begun(client, '2026-03-01'), await begun(client, '2026-04-01')]
    granted(await write(client, second, { type: 'linked', episode: first }))
    granted(await write(client, first, { type: 'linked', episode: second }))
    const [found] = (await linked(first)).linked
    expect(found?.links.map(({ episode }) => episode).toSorted()).toEqual([first, second].toSorted())
    for (const { episode, event } of found?.links ?? [])
      granted(await write(client, episode, { type: 'withdrawn', event }))
    expect((await linked(first)).linked).toEqual([])
  })

  it('tell who was named, and what was listened for, by episode', async () => {
    const client = await at.client()
    const [first, second] = [await begun(client, '2026-03-01'), await begun(client, '2026-04-01')]
    const interview = await interviewed(client, first, 'Example Kai')
    await interviewed(client, second, 'Example Noor')
    granted(await write(client, second, { type: 'linked', episode: first }))
    const { episodes, notOpen } = await told(second)
    expect(notOpen).toBe(0)
    expect(episodes.map(({ episode }) => episode)).toEqual([first, second])
    expect(episodes[0]?.interviews).toMatchObject([
      {
        interview,
        people: [{ called: 'Example Kai', relation: 'friend', field: 'leaving.friend' }],
        places: [],
        factors: [
          { field: 'push.school', told: 'yes' },
          { field: 'pull.friends', told: 'chose-not-to-say' },
        ],
      },
    ])
    expect(episodes[1]?.interviews[0]?.people).toMatchObject([{ called: 'Example Noor' }])
  })

  it('tell nothing of one that whoever asks may not read, but that there is one more', async () => {
    const client = await at.client()
    const [first, second] = [await begun(client, '2026-03-01'), await begun(client, '2026-04-01')]
    await interviewed(client, first, 'Example Kai')
    granted(await write(client, second, { type: 'linked', episode: first }))
    await restricted(first)
    expect(await linked(second, manager)).toEqual({ linked: [], notOpen: 1 })
    const answer = await told(second, manager)
    expect(answer).toMatchObject({ episodes: [{ episode: second }], notOpen: 1 })
    expect(JSON.stringify(answer)).not.toContain(first)
    expect((await linked(second)).linked).toMatchObject([{ episode: first }])
  })

  it('count none that was taken back, nor one whose words were destroyed, also where it cannot be opened', async () => {
    const client = await at.client()
    const [first, second] = [await begun(client, '2026-03-01'), await begun(client, '2026-04-01')]
    const [link] = granted(await write(client, first, { type: 'linked', episode: second })).events
    await restricted(first)
    expect(await linked(second, manager)).toEqual({ linked: [], notOpen: 1 })
    granted(await write(client, first, { type: 'withdrawn', event: link?.id ?? '' }))
    expect(await linked(second, manager)).toEqual({ linked: [], notOpen: 0 })
    granted(await write(client, second, { type: 'linked', episode: first }))
    await database.pool.query(`update episodes set destroyed_at = now(), wrapped = null, master = null where id = $1`, [
      first,
    ])
    at.episodes.forget(first)
    at.cases.forget(first)
    expect(await linked(second)).toEqual({ linked: [], notOpen: 0 })
  })

  it('tell nothing of an interview that is another circle’s', async () => {
    const client = await at.client()
    const [first, second] = [await begun(client, '2026-03-01'), await begun(client, '2026-04-01')]
    const interview = await interviewed(client, first, 'Example Kai')
    granted(await write(client, second, { type: 'covered', interview }))
    await restricted(first)
    const answer = await told(second, manager)
    expect(answer).toMatchObject({ episodes: [{ episode: second, interviews: [], notOpen: 1 }] })
    expect(JSON.stringify(answer)).not.toContain('Kai')
  })
})

describe('a link', () => {
  it('is not made to itself, to what is not there, or to what its writer may not read', async () => {
    const client = await at.client()
    const [first, second] = [await begun(client, '2026-03-01'), await begun(client, '2026-04-01')]
    await restricted(first)
    const other = await at.client(manager)
    const problem = async (writer: Client, episode: string) =>
      (await write(writer, second, { type: 'linked', episode })) as { problem?: string }
    expect((await problem(client, second)).problem).toBe('bad-request')
    expect((await problem(client, randomUUID())).problem).toBe('unknown-case')
    expect((await problem(other, first)).problem).toBe('need-to-know')
    expect((await linked(second)).linked).toEqual([])
  })

  it('is made in a closed case too', async () => {
    const client = await at.client()
    const [first, second] = [await begun(client, '2026-03-01'), await begun(client, '2026-04-01')]
    granted(await write(client, first, { type: 'closed', because: 'opened-in-error' }))
    granted(await write(client, first, { type: 'linked', episode: second }))
    expect((await linked(second)).linked).toMatchObject([{ episode: first, state: 'closed' }])
  })

  it('is in the audit of each episode that is read by it', async () => {
    const client = await at.client()
    const [first, second] = [await begun(client, '2026-03-01'), await begun(client, '2026-04-01')]
    granted(await write(client, second, { type: 'linked', episode: first }))
    await linked(second)
    await told(second)
    const { rows } = await database.pool.query(
      `select episode, about from audit where act = 'case-linked-read' and episode = any($1::uuid[]) order by seq`,
      [[first, second]],
    )
    expect(rows).toEqual([
      { episode: second, about: 'times' },
      { episode: first, about: 'times' },
      { episode: second, about: 'told' },
      { episode: first, about: 'told' },
    ])
  })
})
