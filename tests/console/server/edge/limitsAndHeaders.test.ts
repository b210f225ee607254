import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import { createEdge, thisComputerAlone } from '../../../../console/server/edge/createEdge.ts'
import { freshDatabase } from '../../../support/database.ts'
import { storedInterviews } from '../../../support/storedInterviews.ts'
import { coordinator, interviewer, openConsole, tokens } from '../openConsole.ts'
import { ask } from './ask.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

type Open = Awaited<ReturnType<typeof openConsole>>

describe('what one person sends', () => {
  let at: Open
  beforeAll(async () => {
    // A fifth of it is one person's: four messages.
    at = await openConsole(storedInterviews(database), database, {
      edge: createEdge({ ...thisComputerAlone, rateLimit: 20 }),
    })
  })
  afterAll(() => at.close())

  it('is refused beyond the limit, over all their screens, and nobody else waits', async () => {
    const [first, second, other] = [await at.client(), await at.client(), await at.client(coordinator)]
    const list = (client: typeof first) => client.emitWithAck('interviews:list')
    const tooMany = { ok: false, problem: 'too-many' }
    for (const client of [first, second, first, second]) expect(await list(client)).not.toEqual(tooMany)
    for (const client of [first, second]) expect(await list(client)).toEqual(tooMany)
    // Refused before it is parsed, and without an answer where none was asked for.
    first.emit('interview:leave', 'nonsense' as never)
    expect(await list(first)).toEqual(tooMany)
    expect(await list(other)).not.toEqual(tooMany)
  })
})

describe('what one person asks by HTTP', () => {
  it('is refused beyond the limit, once they are known, and nobody else waits', async () => {
    const at = await openConsole(storedInterviews(database), database, {
      edge: createEdge({ ...thisComputerAlone, rateLimit: 20 }),
    })
    const asked = async (person: typeof interviewer) => {
      const headers = { Authorization: `Bearer ${await tokens.issue(person)}` }
      return fetch(`${at.url}/api/interviews/${randomUUID()}/record`, { headers })
    }
    for (let time = 0; time < 4; time++) expect((await asked(interviewer)).status).not.toBe(429)
    const refused = await asked(interviewer)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await asked(coordinator)).status).not.toBe(429)
    await at.close()
  })
})

describe('what one address asks', () => {
  it('is refused beyond the limit: pages, routes, the bot and sockets alike', async () => {
    const at = await openConsole(storedInterviews(database), database, {
      edge: createEdge({ ...thisComputerAlone, rateLimit: 3 }),
    })
    for (let time = 0; time < 3; time++) expect((await fetch(`${at.url}/healthz`)).status).toBe(200)
    for (const path of ['/', '/api/session', '/healthz']) expect((await fetch(at.url + path)).status).toBe(429)
    expect((await fetch(`${at.url}/api/messages`, { method: 'POST' })).status).toBe(429)
    const polled = await fetch(`${at.url}/socket.io/?EIO=4&transport=polling`)
    expect([polled.status, await polled.json()]).toEqual([403, { code: 4, message: 'too-many' }])
    await at.close()
  })
})

describe('an upload', () => {
  it.each(['/api/messages', '/api/session', '/'])('is not taken at %s', async path => {
    const at = await openConsole(storedInterviews(database), database)
    const body = new FormData()
    body.append('file', new Blob(['Marked Words']), 'file.txt')
    expect((await fetch(at.url + path, { method: 'POST', body })).status).toBe(415)
    await at.close()
  })
})

describe('every answer', () => {
  let at: Open
  beforeAll(async () => {
    at = await openConsole(storedInterviews(database), database)
  })
  afterAll(() => at.close())

  it.each(['/', '/api/session', '/api/nothing', '/healthz', '/socket.io/?EIO=4&transport=polling'])(
    'at %s keeps the browser to our own',
    async path => {
      const { headers } = await ask(at.url + path)
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      })
      for (const never of ['camera=()', 'microphone=()', 'geolocation=()', 'display-capture=()']) {
        expect(headers['permissions-policy']).toContain(never)
      }
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/)
      // Loopback has no TLS, and its name is every other program's too.
      expect(headers).not.toHaveProperty('strict-transport-security')
      expect(headers).not.toHaveProperty('x-powered-by')
    },
  )

  it.each(['/api/session', '/api/nothing', '/api/messages', '/socket.io/?EIO=4&transport=polling'])(
    'at %s is kept by no browser and no proxy',
    async path => {
      expect((await ask(at.url + path)).headers['cache-control']).toBe('no-store')
    },
  )

  it('lets no page of ours connect anywhere for who asked by a foreign name', async () => {
    const { status, headers } = await ask(`${at.url}/`, { headers: { Host: 'evil.example' } })
    expect(status).toBe(403)
    expect(headers['content-security-policy']).not.toContain('evil')
  })
})
