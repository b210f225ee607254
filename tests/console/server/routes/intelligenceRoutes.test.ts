import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseEventBody } from '../../../../console/casework/episode/caseEvents.ts'
import type { IntelligenceResponse } from '../../../../console/contract/intelligence.ts'
import type { Person } from '../../../../console/contract/people.ts'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import type { Interviews } from '../../../../console/records/interviews.ts'
import type { Regime } from '../../../../dialogs/guide/schema.ts'
import { freshDatabase } from '../../../support/database.ts'
import { readDocx } from '../../../support/readDocx.ts'
import { readPdf, spaced } from '../../../support/readPdf.ts'
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
const write = (client: Client, episode: string, body: CaseEventBody) =>
  client.emitWithAck('case:write', { episode, id: randomUUID(), deviceAt, body })

/** A case with an interview in which Example Kai was named. */
async function begun(regime: Regime) {
  const client = await at.client()
  const [episode, interview] = [randomUUID(), randomUUID()]
  const bodies: CaseEventBody[] = [
    { type: 'notified', source: 'police', reference: 'MP-17' },
    { type: 'named', calledAs: 'Example Plover' },
  ]
  granted(await client.emitWithAck('case:begin', { episode, id: randomUUID(), deviceAt, bodies }))
  const opening = { interview, id: randomUUID(), deviceAt, language: 'en', regime, episode, intents: [] }
  granted(await client.emitWithAck('interview:begin', opening))
  const people = [{ called: 'Example Kai', relation: 'older friend' }]
  const answer = { do: 'answer', prompt: 'leaving.friend', answer: { kind: 'people' as const, people } } as const
  await taken(interviews, interview, request(answer, { by: 'interviewer' }))
  return { client, episode, interview }
}

async function asked(path: string, { body, person = interviewer }: { body?: object; person?: Person } = {}) {
  const authorization = `Bearer ${await tokens.issue(person)}`
  return fetch(`${at.url}/api/cases/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}
const seen = async (episode: string) => (await (await asked(`${episode}/intelligence`)).json()) as IntelligenceResponse
/** Takes the first that is proposed. */
async function added(client: Client, episode: string): Promise<string> {
  const [proposed] = (await seen(episode)).proposed
  if (!proposed) throw new Error('Nothing is proposed.')
  return granted(await write(client, episode, proposed)).events[0]?.id ?? ''
}
const sending = (digest: string) => ({
  ...{ id: randomUUID(), deviceAt, language: 'en', digest, at: deviceAt, means: 'secure-email' },
})

describe('what is for the police', () => {
  it('is proposed from who was named, and is not there before somebody says so', async () => {
    const { client, episode, interview } = await begun('all-shared')
    const before = await seen(episode)
    expect(before.proposed).toMatchObject([
      {
        ...{ type: 'intelligence', kind: 'person', words: 'Example Kai', relation: 'older friend', thirdParty: true },
        ...{ source: 'young-person', certainty: 'not-known', from: { interview } },
      },
    ])
    expect(before).toMatchObject({ items: [], sendable: false })
    expect(JSON.stringify(before.form)).not.toContain('Kai')
    expect((await asked(`${episode}/intelligence/police-form.pdf`)).status).toBe(409)
    const event = await added(client, episode)
    const after = await seen(episode)
    expect(after).toMatchObject({ proposed: [], items: [{ event, goes: true, why: 'source' }], sendable: true })
    granted(await write(client, episode, { type: 'withdrawn', event }))
    expect((await seen(episode)).proposed).toHaveLength(1)
  })

  it('is held back where police may not be told of what it was taken from, until somebody says why they must be', async () => {
    const { client, episode } = await begun('safeguarding-only')
    const event = await added(client, episode)
    granted(
      await write(client, episode, {
        ...{ type: 'intelligence', kind: 'vehicle', words: 'A red van with a dent.', source: 'practitioner' },
        ...{ certainty: 'saw-or-did-it-themselves', thirdParty: false, handling: { reveals: 'no' } },
      }),
    )
    const held = await seen(episode)
    expect(held.items).toMatchObject([
      { goes: true, why: 'written-for-police' },
      { event, goes: false, why: 'not-agreed' },
    ])
    for (const text of await formsOf(episode)) {
      expect(text).toContain('A red van with a dent.')
      expect(text).not.toContain('Kai')
      expect(text).not.toContain('older friend')
    }
    const why = 'There may be danger tonight.'
    granted(
      await write(client, episode, {
        ...{ type: 'sharingDecided', recipient: held.recipient, items: [event], decision: 'must-share', why },
      }),
    )
    expect((await seen(episode)).items).toContainEqual({ event, goes: true, why: 'must-share' })
    for (const text of await formsOf(episode)) {
      expect(text).toContain('Example Kai')
      expect(text).not.toContain(why)
    }
  })

  it('is on paper and in Word as it was shown: who it comes from apart from how they know it', async () => {
    const { client, episode, interview } = await begun('all-shared')
    const event = await added(client, episode)
    granted(
      await write(client, episode, {
        ...{ type: 'intelligence', kind: 'person', words: 'Example Kai', relation: 'older friend' },
        ...{ source: 'interpreter', certainty: 'heard-from-someone', thirdParty: true, knownToChildAs: 'K' },
        handling: { reveals: 'yes', careful: 'Only they know this name.' },
        replaces: event,
        from: { interview, event: (await interviews.eventsSince(interview, 0)).at(-1)?.id ?? '' },
      }),
    )
    const { form, items } = await seen(episode)
    expect(items).toHaveLength(1)
    const meant = form.parts.flatMap(part =>
      part.part === 'facts' ? part.rows.flatMap(({ name, value }) => [name, value]) : 'text' in part ? part.text : [],
    )
    expect(meant).toContain('Through the interpreter')
    expect(meant).toContain('They heard it from someone')
    expect(meant).toContain('MP-17')
    for (const text of await formsOf(episode))
      for (const words of meant) expect(text.replaceAll(/\s/g, '')).toContain(words.replaceAll(/\s/g, ''))
  })

  it('is said to have been sent only of the form that was read, and is written down', async () => {
    const { client, episode } = await begun('all-shared')
    const event = await added(client, episode)
    const { digest } = await seen(episode)
    const late = await asked(`${episode}/intelligence/sent`, { body: sending('0'.repeat(64)) })
    expect(late.status).toBe(409)
    const sent = await asked(`${episode}/intelligence/sent`, { body: sending(digest) })
    expect(sent.status).toBe(200)
    const { events } = granted(await client.emitWithAck('case:join', { episode, since: 0 }))
    expect(events.at(-1)?.body).toMatchObject({ type: 'intelligenceSent', items: [event], digest })
    // By the socket nobody says that a form was sent which nobody composed.
    const body: CaseEventBody = { type: 'intelligenceSent', items: [event], digest, at: deviceAt, means: 'post' }
    expect(await write(client, episode, body)).toMatchObject({ ok: false, problem: 'bad-request' })
  })

  it('is taken from an interview of the case, and puts right what is there', async () => {
    const { client, episode } = await begun('all-shared')
    const { proposed } = await seen(episode)
    const [one] = proposed
    if (!one) throw new Error('Nothing is proposed.')
    const other = { ...one, from: { ...one.from, interview: randomUUID() } }
    expect(await write(client, episode, other)).toMatchObject({ problem: 'bad-request' })
    expect(await write(client, episode, { ...one, replaces: randomUUID() })).toMatchObject({ problem: 'unknown-event' })
  })

  it('is nobody’s outside the circle, and whoever looks is in the audit by code alone', async () => {
    const { client, episode } = await begun('all-shared')
    await added(client, episode)
    await asked(`${episode}/intelligence/police-form.docx`)
    const { rows } = await database.pool.query(
      `select distinct about from audit where act = 'case-shared-read' and episode = $1 order by about`,
      [episode],
    )
    expect(rows).toEqual([{ about: 'police-form' }, { about: 'police-form.docx' }])
    await database.pool.query(`update episodes set restricted = true where id = $1`, [episode])
    at.episodes.forget(episode)
    const manager: Person = { id: 'manager', role: 'manager', team: 'demo' }
    expect((await asked(`${episode}/intelligence`, { person: manager })).status).toBe(403)
    expect((await asked(`${episode}/intelligence/police-form.exe`)).status).toBe(404)
  })
})

/** What is read in the PDF and in Word. */
async function formsOf(episode: string): Promise<string[]> {
  const [pdf, docx] = await Promise.all(
    ['pdf', 'docx'].map(async format => {
      const response = await asked(`${episode}/intelligence/police-form.${format}`)
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toBe('no-store')
      return Buffer.from(await response.arrayBuffer())
    }),
  )
  if (!pdf || !docx) throw new Error('A form is missing.')
  const pages = await readPdf(pdf)
  return [spaced(pages.map(({ text }) => text).join(' ')), readDocx(docx).text]
}
