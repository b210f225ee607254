import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseEventBody } from '../../../../console/casework/episode/caseEvents.ts'
import type { SharingResponse } from '../../../../console/contract/sharing.ts'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import type { Interviews } from '../../../../console/records/interviews.ts'
import { freshDatabase } from '../../../support/database.ts'
import { readDocx } from '../../../support/readDocx.ts'
import { readPdf } from '../../../support/readPdf.ts'
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
const concernWords = 'He said he would hurt me.'
const parentWords = 'She was with an aunt all along.'

const write = async (client: Client, episode: string, body: CaseEventBody) =>
  granted(await client.emitWithAck('case:write', { episode, id: randomUUID(), deviceAt, body }))

/** A case whose interview raised a concern, and whose parent told something. */
async function begun(regime: 'all-shared' | 'safeguarding-only') {
  const client = await at.client()
  const episode = randomUUID()
  const interview = randomUUID()
  const bodies: CaseEventBody[] = [{ type: 'notified', source: 'police', reference: 'INVENTED/7' }]
  granted(await client.emitWithAck('case:begin', { episode, id: randomUUID(), deviceAt, bodies }))
  const turn = await interviews.begin(
    { interview, id: randomUUID(), language: 'en', regime, team: 'demo', intents: [], episode },
    { by: 'interviewer', from: 'console', deviceAt },
  )
  expect(turn).toMatchObject({ ok: true })
  const { events } = granted(await client.emitWithAck('case:join', { episode, since: 0 }))
  if (!events.some(({ body }) => body.type === 'covered')) await write(client, episode, { type: 'covered', interview })
  const raised = { do: 'concern', concern: randomUUID(), words: concernWords, voice: 'young-person' } as const
  await taken(interviews, interview, request(raised, { by: 'interviewer' }))
  await write(client, episode, { type: 'parentInformation', at: deviceAt, words: parentWords })
  return { client, episode, interview }
}

async function asked(path: string, init: { body?: object; language?: string } = {}) {
  const authorization = `Bearer ${await tokens.issue(interviewer)}`
  return fetch(`${at.url}/api/cases/${path}`, {
    method: init.body ? 'POST' : 'GET',
    headers: { authorization, 'content-type': 'application/json' },
    ...(init.body ? { body: JSON.stringify(init.body) } : {}),
  })
}
const preview = async (episode: string, recipient: string) =>
  (await (await asked(`${episode}/sharing/${recipient}`)).json()) as SharingResponse
const sending = (digest: string) => ({
  ...{ id: randomUUID(), deviceAt, language: 'en', digest, at: deviceAt, means: 'secure-email', words: 'Rang first' },
})

describe('what someone would be told', () => {
  it('is shown exactly, with what is kept back and why, and every format is the same filtered content', async () => {
    const { episode } = await begun('safeguarding-only')
    const shown = await preview(episode, 'childrens-services')
    expect(shown.parts.map(({ goes, why }) => [goes, why])).toEqual([
      [true, 'safeguarding'],
      [false, 'not-needed'],
    ])
    expect(shown.text).toContain(concernWords)
    for (const format of ['txt', 'json', 'csv']) {
      const response = await asked(`${episode}/shared/childrens-services.${format}`)
      const text = await response.text()
      expect([format, response.status]).toEqual([format, 200])
      expect(text).toContain(concernWords)
      expect(text).not.toContain(parentWords)
      if (format === 'txt') expect(text).toBe(shown.text)
    }
    const [line] = (
      JSON.parse(await (await asked(`${episode}/shared/childrens-services.json`)).text()) as {
        clocks: { id: string; since: string; due: string | null; met: string | null }[]
      }
    ).clocks
    expect(Object.keys(line ?? {})).toEqual(['id', 'since', 'due', 'met'])
  })

  it('is a PDF and a Word file too, which name the young person and the police’s number, and are kept by nobody', async () => {
    const { episode, client } = await begun('safeguarding-only')
    await write(client, episode, { type: 'named', calledAs: 'Example Wren' })
    const before = await preview(episode, 'childrens-services')
    expect(before.text).toContain('Young person: Example Wren\nReference: INVENTED/7')
    const file = async (format: string) => {
      const response = await asked(`${episode}/shared/childrens-services.${format}`)
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
      return Buffer.from(await response.arrayBuffer())
    }
    const pdf = (await readPdf(await file('pdf'))).map(({ text }) => text).join(' ')
    const { text: word } = readDocx(await file('docx'))
    for (const text of [pdf, word, (await file('csv')).toString(), (await file('json')).toString()]) {
      for (const meant of ['Example Wren', 'INVENTED/7', concernWords]) expect(text).toContain(meant)
      expect(text).not.toContain(parentWords)
    }
    // What was read is still what is sent, though every file says when it was made.
    expect((await preview(episode, 'childrens-services')).digest).toBe(before.digest)
    expect((await asked(`${episode}/shared/parent-or-carer.docx`)).status).toBe(409)
  })

  it('is nothing for a parent or carer, and nothing is handed out', async () => {
    const { episode } = await begun('all-shared')
    const shown = await preview(episode, 'parent-or-carer')
    expect(shown.sendable).toBe(false)
    expect(shown.parts.some(({ goes }) => goes)).toBe(false)
    expect(shown.text).not.toContain(concernWords)
    expect((await asked(`${episode}/shared/parent-or-carer.txt`)).status).toBe(409)
  })

  it('is in the audit for whoever looks, by recipient and format and never by words', async () => {
    const { episode } = await begun('safeguarding-only')
    await preview(episode, 'police')
    await asked(`${episode}/shared/police.csv`)
    const found = await database.pool.query<{ about: string }>(
      `select about from audit where act = 'case-shared-read' and episode = $1 order by seq`,
      [episode],
    )
    expect(found.rows.map(({ about }) => about)).toEqual(['police', 'police.csv'])
  })

  it('is nothing for someone named in the case, until the young person agreed to it and it was decided', async () => {
    const { episode, client } = await begun('all-shared')
    const named = randomUUID()
    const body: CaseEventBody = { type: 'recipientNamed', name: 'Example Youth Worker', kind: 'professional' }
    granted(await client.emitWithAck('case:write', { episode, id: named, deviceAt, body }))
    const before = await preview(episode, `other-${named}`)
    expect(before.sendable).toBe(false)
    expect(before.text).not.toContain(concernWords)
    expect(before.text).toContain('Example Youth Worker')
    const agreed = { type: 'sharingAsked', recipient: `other-${named}`, stage: 'end', answer: 'agreed' } as const
    await write(client, episode, { ...agreed, items: 'all' })
    const decided = { type: 'sharingDecided', recipient: `other-${named}`, decision: 'share' } as const
    await write(client, episode, { ...decided, items: 'all' })
    const after = await preview(episode, `other-${named}`)
    expect(after.text).toContain(concernWords)
    expect((await asked(`${episode}/shared/other-${named}`, { body: sending(after.digest) })).status).toBe(200)
    await write(client, episode, { type: 'withdrawn', event: named })
    expect((await asked(`${episode}/sharing/other-${named}`)).status).toBe(404)
  })

  it('is nobody’s who is not there, and of no case that is not', async () => {
    const { episode } = await begun('safeguarding-only')
    expect((await asked(`${episode}/sharing/nobody`)).status).toBe(404)
    expect((await asked(`${episode}/shared/police.doc`)).status).toBe(404)
    expect((await asked(`${randomUUID()}/sharing/police`)).status).toBe(404)
  })

  it('is kept from someone who does not need to know of an interview that covers it', async () => {
    const { episode, client } = await begun('safeguarding-only')
    const another = await begun('safeguarding-only')
    await write(client, episode, { type: 'covered', interview: another.interview })
    await database.pool.query(
      `update episodes set restricted = true, worker = 'someone', reviewers = '{}' where id = $1`,
      [another.episode],
    )
    at.episodes.forget(another.episode)
    at.episodes.forget(another.interview)
    expect((await asked(`${episode}/sharing/childrens-services`)).status).toBe(403)
  })
})

describe('an objection', () => {
  it('does not keep a safeguarding matter back, and needs a reason before anything is handed out or said to be sent', async () => {
    const { episode, client } = await begun('safeguarding-only')
    const objected = {
      type: 'sharingAsked',
      recipient: 'childrens-services',
      stage: 'end',
      answer: 'objected',
    } as const
    await write(client, episode, { ...objected, items: 'all', words: 'Please do not.' })
    const shown = await preview(episode, 'childrens-services')
    expect(shown.sendable).toBe(false)
    expect(shown.parts.find(({ goes }) => goes)).toMatchObject({ why: 'override', needsReason: true })
    expect(shown.wishes).toEqual([{ at: 'end', answer: 'objected', about: null, words: 'Please do not.' }])
    expect((await asked(`${episode}/shared/childrens-services.txt`)).status).toBe(409)
    expect((await asked(`${episode}/shared/childrens-services`, { body: sending(shown.digest) })).status).toBe(409)

    const must = { type: 'sharingDecided', recipient: 'childrens-services', decision: 'must-share' } as const
    const id = randomUUID()
    const unreasoned = { ...must, items: 'all' as const }
    expect(await client.emitWithAck('case:write', { episode, id, deviceAt, body: unreasoned })).toMatchObject({
      problem: 'bad-request',
    })
    await write(client, episode, { ...unreasoned, why: 'They may be hurt again.' })
    const reasoned = await preview(episode, 'childrens-services')
    expect(reasoned.sendable).toBe(true)
    expect((await asked(`${episode}/shared/childrens-services`, { body: sending(reasoned.digest) })).status).toBe(200)
    const { events } = granted(await client.emitWithAck('case:join', { episode, since: 0 }))
    expect(events.at(-1)?.body).toMatchObject({
      type: 'shared',
      recipient: 'childrens-services',
      digest: reasoned.digest,
      words: 'Rang first',
    })
    // Words lie sealed: none is in the clear in the database.
    const rows = await database.pool.query<{ body: unknown }>('select body from case_events where episode = $1', [
      episode,
    ])
    expect(JSON.stringify(rows.rows)).not.toMatch(/Please do not|hurt again|Rang first/)
  })
})

describe('that it was sent', () => {
  it('is said of what was read: not once it has changed, and not by a page alone', async () => {
    const { episode, client, interview } = await begun('safeguarding-only')
    const { digest } = await preview(episode, 'childrens-services')
    const more = { do: 'concern', concern: randomUUID(), words: 'And my sister.', voice: 'young-person' } as const
    await taken(interviews, interview, request(more, { by: 'interviewer' }))
    expect((await asked(`${episode}/shared/childrens-services`, { body: sending(digest) })).status).toBe(409)
    const body: CaseEventBody = {
      ...{ type: 'shared', recipient: 'police', items: [randomUUID()], at: deviceAt, means: 'post', digest },
    }
    expect(await client.emitWithAck('case:write', { episode, id: randomUUID(), deviceAt, body })).toMatchObject({
      problem: 'bad-request',
    })
  })
})
