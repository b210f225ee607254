import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as ask } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordResponse } from '../../../console/contract/interviews.ts'
import type { SessionResponse } from '../../../console/contract/signIn.ts'
import type { Database } from '../../../console/records/database/openDatabase.ts'
import type { Interviews } from '../../../console/records/interviews.ts'
import { freshDatabase } from '../../support/database.ts'
import { begun, request, storedInterviews, taken } from '../../support/storedInterviews.ts'
import { interviewer, openConsole, tokens } from './openConsole.ts'

let database: Database
let interviews: Interviews
let webFolder: string
let ready = true
let at: Awaited<ReturnType<typeof openConsole>>

beforeAll(async () => {
  database = await freshDatabase()
  interviews = storedInterviews(database)
  webFolder = await mkdtemp(join(tmpdir(), 'return-talk-web-'))
  await mkdir(join(webFolder, 'assets'))
  await writeFile(join(webFolder, 'index.html'), '<title>Return Talk</title>')
  await writeFile(join(webFolder, 'assets/main-abc.js'), '1')
  await writeFile(join(webFolder, 'icon.svg'), '<svg/>')
  at = await openConsole(interviews, database, {
    webFolder,
    ready: async () => ready && database.ready(),
    async postBot(asked, response) {
      if (asked.get('Authorization') === 'Bearer broken') throw new Error('Marked Words')
      response.json({ body: asked.body ?? 'not read' })
    },
  })
})
afterAll(async () => {
  await at.close()
  await database.close()
  await rm(webFolder, { recursive: true, force: true })
})

const choose = (person: unknown, headers: Record<string, string> = {}) =>
  fetch(`${at.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof person === 'string' ? person : JSON.stringify(person),
  })

/** Status of a request with headers that fetch does not let a caller set. */
const statusWith = (path: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    ask(`${at.url}${path}`, { headers }, response => resolve(response.resume().statusCode))
      .on('error', reject)
      .end()
  })

describe('health', () => {
  it('is up whatever the database does, and ready only while that answers', async () => {
    expect((await fetch(`${at.url}/readyz`)).status).toBe(200)
    ready = false
    expect((await fetch(`${at.url}/readyz`)).status).toBe(503)
    expect((await fetch(`${at.url}/healthz`)).status).toBe(200)
    ready = true
  })
})

describe('the session', () => {
  it('is nobody until someone is chosen, and nobody again after signing out', async () => {
    const before = (await (await fetch(`${at.url}/api/session`)).json()) as SessionResponse
    expect(before).toMatchObject({ person: null, demo: true, settings: { regime: 'all-shared' } })
    expect(before.people.map(({ id }) => id)).toContain('auditor')

    const chosen = await choose({ person: 'coordinator' })
    expect(await chosen.json()).toMatchObject({ person: { id: 'coordinator', role: 'coordinator' } })
    const set = chosen.headers.get('Set-Cookie') ?? ''
    expect(set).toMatch(/HttpOnly/)
    expect(set).toMatch(/SameSite=Strict/)
    const cookie = set.split(';')[0] ?? ''
    const after = await fetch(`${at.url}/api/session`, { headers: { cookie: `other=1; ${cookie}` } })
    expect(await after.json()).toMatchObject({ person: { id: 'coordinator' } })

    const left = await fetch(`${at.url}/api/session`, { method: 'DELETE', headers: { cookie, origin: at.url } })
    expect(left.headers.get('Set-Cookie')).toMatch(/=;.*Expires=Thu, 01 Jan 1970/)
    expect(await left.json()).toMatchObject({ person: null })
  })

  it.each([
    { given: { person: 'nobody' }, status: 404 },
    { given: { person: 1 }, status: 400 },
    { given: {}, status: 400 },
    { given: '{"person": "Marked Words', status: 400 },
    { given: { person: 'x'.repeat(20_000) }, status: 413 },
  ])('answers $status in a sentence that repeats nothing', async ({ given, status }) => {
    const response = await choose(given)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error: expect.stringMatching(/^[A-Z][^{}]+\.$/) })
    expect(at.log.join()).not.toContain('Marked Words')
  })

  it('takes no token of someone who is not one of the people here', async () => {
    const stranger = await tokens.issue({ id: 'stranger', role: 'administrator' })
    const pretender = await tokens.issue({ id: 'interviewer', role: 'administrator' })
    for (const token of [stranger, pretender]) {
      const response = await fetch(`${at.url}/api/session`, { headers: { Authorization: `Bearer ${token}` } })
      expect(await response.json()).toMatchObject({ person: null })
    }
  })
})

describe('where a request comes from', () => {
  it.each([
    { path: '/api/session', headers: { Host: 'evil.example' }, status: 403 },
    { path: '/', headers: { Host: 'localhost.evil.example' }, status: 403 },
    { path: '/api/session', headers: { Origin: 'https://evil.example' }, status: 403 },
    { path: '/api/session', headers: { Origin: 'http://localhost:1' }, status: 403 },
    { path: '/api/session', headers: { Origin: 'null' }, status: 403 },
    { path: '/socket.io/?EIO=4&transport=polling', headers: { Origin: 'https://evil.example' }, status: 403 },
    { path: '/socket.io/?EIO=4&transport=polling', headers: { Host: 'evil.example' }, status: 403 },
    { path: '/api/session', headers: { Host: 'localhost:3978', Origin: 'http://localhost:3978' }, status: 200 },
    { path: '/api/session', headers: { Host: '[::1]:3978' }, status: 200 },
  ])('answers $status to $path with $headers', async ({ path, headers, status }) => {
    expect(await statusWith(path, headers)).toBe(status)
  })
})

describe('the record', () => {
  it('is not for a role that sees no interviews', async () => {
    const response = await record(
      randomUUID(),
      `Bearer ${await tokens.issue({ id: 'interpreter', role: 'interpreter' })}`,
    )
    expect(response.status).toBe(403)
  })

  const record = (id: string, authorization: string) =>
    fetch(`${at.url}/api/interviews/${id}/record`, { headers: { Authorization: authorization } })

  it('comes as it is now, with the events behind it', async () => {
    const id = await begun(interviews)
    await taken(interviews, id, request({ do: 'reply', text: 'Example Robin' }))
    const response = await record(id, `Bearer ${await tokens.issue(interviewer)}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const { seq, fields, events } = (await response.json()) as RecordResponse
    expect(seq).toBe(2)
    expect(fields['prepare.known-as']?.entries).toMatchObject([
      { event: events[1]?.id, voice: 'practitioner', value: { kind: 'text', text: 'Example Robin' } },
    ])
    expect(events.map(each => each.seq)).toEqual([1, 2])
    for (const event of events) {
      expect(event).toMatchObject({ id: expect.any(String), voice: 'practitioner', at: expect.stringMatching(/Z$/) })
    }
  })

  it.each([
    { id: randomUUID(), signed: true, status: 404 },
    { id: 'not-an-id', signed: true, status: 400 },
    { id: randomUUID(), signed: false, status: 401 },
  ])('answers $status in a sentence', async ({ id, signed, status }) => {
    const response = await record(id, signed ? `Bearer ${await tokens.issue(interviewer)}` : 'Bearer nonsense')
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ error: expect.stringMatching(/\.$/) })
  })
})

describe('the words', () => {
  it('come with a tag, and not again while it holds', async () => {
    const first = await fetch(`${at.url}/locales/en/guide.json`)
    expect(await first.json()).toHaveProperty('answer/yes')
    const tag = first.headers.get('ETag') ?? ''
    expect(await statusWith('/locales/en/guide.json', { 'If-None-Match': tag })).toBe(304)
  })

  it.each(['xx/guide', 'en/secrets', 'en/..%2F..%2Fpackage', '..%2F/package', '__proto__/guide'])(
    'are not found at %s',
    async path => expect((await fetch(`${at.url}/locales/${path}.json`)).status).toBe(404),
  )
})

describe('the pages', () => {
  it.each([
    '/',
    '/interviews',
    '/interviews/begin',
    `/interviews/${randomUUID()}`,
    `/interviews/${randomUUID()}/record`,
  ])('open at %s', async path => {
    const response = await fetch(`${at.url}${path}`)
    expect(await response.text()).toContain('Return Talk')
    const showsOne = /^\/interviews\/[0-9a-f-]{36}/.test(path)
    expect(response.headers.get('Cache-Control')).toBe(showsOne ? 'no-store' : 'no-cache')
  })

  it('allow nothing but our own code, words and connections', async () => {
    const response = await fetch(`${at.url}/`)
    const policy = response.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain(`connect-src 'self' ws://${new URL(at.url).host}`)
    expect(policy).not.toContain('unsafe')
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
  })

  it('keep files named after what is in them for long, and others not', async () => {
    const long = await fetch(`${at.url}/assets/main-abc.js`)
    expect(long.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect((await fetch(`${at.url}/icon.svg`)).headers.get('Cache-Control')).toBe('no-cache')
  })

  it.each(['/nothing-here', '/assets/gone.js', '/%E0%A4%A', '/.env', '/..%2Fpackage.json', '/api/nothing'])(
    'are refused in a sentence at %s',
    async path => {
      const response = await fetch(`${at.url}${path}`)
      expect([400, 404]).toContain(response.status)
      expect(await response.text()).toMatch(/\.("\})?$/)
    },
  )

  it('say what to do while they are not built', async () => {
    const unbuilt = await openConsole(interviews, database)
    const response = await fetch(`${unbuilt.url}/interviews`)
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm start')
    await unbuilt.close()
  })
})

describe('the bot', () => {
  it.each(['GET', 'PUT', 'DELETE'])('says that activities are posted, not sent by %s', async method => {
    const response = await fetch(`${at.url}/api/messages`, { method })
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST'])
  })

  it('is handed its messages with the body unread', async () => {
    const response = await fetch(`${at.url}/api/messages`, { method: 'POST', body: '{}' })
    expect(await response.json()).toEqual({ body: 'not read' })
  })

  it('may break without a word of it in the answer or the log', async () => {
    const headers = { Authorization: 'Bearer broken' }
    const response = await fetch(`${at.url}/api/messages`, { method: 'POST', headers })
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('Marked')
    expect(at.log.join()).toContain('http-request-failed')
    expect(at.log.join()).not.toContain('Marked')
  })
})
