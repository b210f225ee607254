import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../console/records/database/openDatabase.ts'
import { openPostgres } from '../../console/records/database/openPostgres.ts'
import { asked } from '../../console/server/sockets/asked.ts'
import { ServerProcess } from '../support/serverProcess.ts'
import { tokensIn } from '../support/tokensIn.ts'

const count = { http: 9_000, sockets: 7_000, activities: 4_000 }
const seed = 20261122

let dataDir: string
let server: ServerProcess
let url: string
let tokens: Readonly<Record<string, string>>
/** An interview that is there, with an event of it: what a replay or a wrong owner would name. */
let known: { interview: string; turn: string; episode: string; attempt: string }
let before: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'return-talk-fuzz-'))
  server = new ServerProcess(dataDir, { args: ['--demo'], env: { RATE_LIMIT: 'off' } })
  url = await server.ready()
  const issuing = await tokensIn(dataDir)
  const roles = ['interviewer', 'interpreter', 'trainee', 'trainer', 'administrator', 'auditor'] as const
  const issued = roles.map(async role => [role, await issuing.issue({ id: role, role })] as const)
  tokens = Object.fromEntries(await Promise.all(issued))
  // The lines of the list follow a moment after what was seeded.
  await new Promise(resolve => setTimeout(resolve, 600))
  before = await inDatabase(async pool => {
    const { rows } = await pool.query('select interview, turn from events order by interview, seq limit 1')
    const cases = await pool.query<{ episode: string }>('select episode from case_events order by episode limit 1')
    const attempts = await pool.query<{ id: string }>('select id from practice_attempts order by began_at limit 1')
    known = { ...rows[0], episode: cases.rows[0]?.episode, attempt: attempts.rows[0]?.id }
    return recordsIn(pool)
  })
}, 60_000)
afterAll(async () => {
  // After all of them, in whatever order they ran: no record has changed, and the log tells nothing of one.
  expect(await inDatabase(recordsIn)).toBe(before)
  const { out, err } = await server.end('SIGTERM')
  expect(`${out}${err}`).not.toMatch(
    /Example (?:Robin|Wren|Linnet|Finch|Martin|Dunnock|Siskin|Dipper|Redwing|Brambling|Nuthatch)/,
  )
  await rm(dataDir, { recursive: true, force: true })
})

const odd = fc.oneof(
  fc.constantFrom(
    '',
    '\0',
    '\u{d800}',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    "' or 1=1 --",
    '<script>',
    '{{a}}',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const anything = fc.oneof({ maxDepth: 3 }, odd, fc.anything({ maxDepth: 3, withBigInt: false, withDate: false }))
const ids = () =>
  fc.constantFrom(known.interview, known.turn, known.episode, known.attempt, randomUUID(), 'no-id', '%00', '..')

/** What no answer may hold: where in the program it broke, and the words of the records that are there. */
const leaks =
  /node_modules|\.ts:\d|at \w+ \(|select |insert |Example (?:Robin|Wren|Linnet|Finch|Martin|Dunnock|Siskin|Dipper|Redwing|Brambling|Nuthatch)/

describe('whatever is sent', () => {
  it(`over HTTP: ${count.http} requests break nothing and tell nothing`, { timeout: 120_000 }, async () => {
    const sent = fc.record({
      method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'),
      path: fc.oneof(
        paths(),
        fc.webPath({ size: 'small' }),
        odd.map(part => `/api/${encodeURIComponent(part.toWellFormed())}`),
      ),
      headers: fc.record(
        {
          authorization: fc.constantFrom(
            'Bearer x',
            'Basic eDp5',
            `Bearer ${tokens.auditor}x`,
            `Bearer ${tokens.trainee}`,
            `Bearer ${tokens.trainer}`,
          ),
          cookie: fc.constantFrom('return-talk-session=x', 'return-talk-session=', '=;;=', `a=${'b'.repeat(3_000)}`),
          'content-type': fc.constantFrom('application/json', 'text/plain', 'multipart/form-data; boundary=x', 'a/b/c'),
          origin: fc.constantFrom(url, 'http://elsewhere.example', 'null'),
          'x-forwarded-for': fc.constantFrom('127.0.0.1', '::1, 10.0.0.1'),
          'x-http-method-override': fc.constantFrom('DELETE'),
        },
        { requiredKeys: [] },
      ),
      body: fc.oneof(
        fc.constantFrom('', '{', '[]', 'null', '{"a":', `"${'x'.repeat(200_000)}"`, '['.repeat(20_000)),
        anything.map(each => JSON.stringify(each) ?? ''),
        ofPractice().map(each => JSON.stringify(each)),
      ),
    })
    await many(count.http, sent, async ({ method, path, headers, body }) => {
      const { status, text } = await http(method, path, headers, method === 'GET' || method === 'OPTIONS' ? '' : body)
      expect([method, path, status < 500], text.slice(0, 300)).toEqual([method, path, true])
      expect(text).not.toMatch(leaks)
    })
  })

  it(`over sockets: ${count.sockets} messages break nothing and tell nothing`, { timeout: 120_000 }, async () => {
    const clients = await Promise.all(
      ['interviewer', 'interpreter', 'trainee', 'trainer', 'auditor'].map(role => connected(role)),
    )
    const [interviewer, ...others] = clients as [Client, ...Client[]]
    const event = fc.constantFrom(...Object.keys(asked), 'interview:turn', 'no-such-event')
    // Whatever is well formed is sent by people who may not; whoever may sends what cannot be read.
    const shaped = fc.record({
      interview: ids(),
      id: ids(),
      deviceAt: fc.constantFrom('2026-11-22T10:00:00Z', 'yesterday'),
      seen: fc.oneof(fc.integer(), odd),
      intent: fc.oneof(
        fc.constantFrom({ do: 'stop', whoseChoice: 'practitioner' }, { do: 'pause' }, { do: 'next' }),
        anything,
      ),
      text: odd,
      name: odd,
      reason: odd,
      since: fc.oneof(fc.integer(), fc.constant(0)),
      language: odd,
      intents: anything,
      episode: ids(),
      which: fc.constantFrom('open', 'mine', 'closed', 'all'),
      body: fc.oneof(fc.constantFrom({ type: 'reopened' }, { type: 'allocated', worker: null }), anything),
      bodies: fc.oneof(fc.constantFrom([{ type: 'notified', source: 'police' }], []), anything),
    })
    const practice = fc.constantFrom(...Object.keys(asked).filter(name => name.startsWith('practice:')))
    const sent = fc.oneof(
      fc.record({ event: practice, who: fc.constantFrom(...others), payload: ofPractice() }),
      fc.record({ event, who: fc.constantFrom(...others), payload: fc.oneof(anything, shaped) }),
      fc.record({
        event,
        who: fc.constant(interviewer),
        payload: fc.oneof(
          anything,
          shaped.map(each => ({ ...each, no: 1 })),
        ),
      }),
    )
    await many(count.sockets, sent, async ({ event: name, who, payload }) => {
      const answer = await emitted(who, name, payload)
      if (answer === 'none') return
      const text = JSON.stringify(answer)
      expect(text).not.toContain('server-fault')
      if (who !== interviewer) expect(text).not.toMatch(leaks)
    })
    for (const client of clients) {
      expect(client.connected).toBe(true)
      client.disconnect()
    }
  })

  it(`to the bot: ${count.activities} activities break nothing and begin nothing`, { timeout: 120_000 }, async () => {
    const part = fc.oneof(anything, fc.constantFrom('message', 'conversationUpdate', 'invoke', 'endOfConversation'))
    const sent = fc.record({
      token: fc.constantFrom(tokens.interviewer, tokens.auditor, tokens.interpreter, 'x'),
      activity: fc.record(
        {
          type: part,
          id: fc.oneof(odd, anything),
          channelId: odd,
          serviceUrl: fc.constantFrom('http://169.254.169.254/', 'file:///etc/passwd', 'javascript:0'),
          deliveryMode: fc.constantFrom('expectReplies', 'normal', 'x'),
          from: fc.oneof(fc.record({ id: odd }), anything),
          recipient: anything,
          conversation: fc.oneof(fc.record({ id: odd }), anything),
          text: fc.oneof(odd, anything),
          value: anything,
          attachments: anything,
          membersAdded: anything,
          entities: anything,
          timestamp: fc.oneof(odd, anything),
        },
        { requiredKeys: [] },
      ),
    })
    await many(count.activities, sent, async ({ token, activity }) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const { status, text } = await http('POST', '/api/messages', headers, JSON.stringify(activity))
      expect(status, text.slice(0, 300)).toBeLessThan(500)
      expect(text).not.toMatch(leaks)
    })
  })
})

/** What is asked of the practice room, well formed but for some of it: anybody may begin there, and nothing real can come of it. */
function ofPractice(): fc.Arbitrary<Record<string, unknown>> {
  const number = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.constantFrom(0, 1, 2))
  return fc
    .record(
      {
        attempt: ids(),
        id: ids(),
        assignment: ids(),
        scenario: fc.oneof(fc.constant('arguments-at-home'), odd),
        level: fc.oneof(fc.constantFrom('gentle', 'hard'), odd),
        after: number,
        since: number,
        seen: number,
        from: number,
        turn: number,
        deviceAt: fc.constant('2026-11-22T10:00:00Z'),
        said: fc.oneof(
          fc.constant({ did: 'waited' }),
          odd.map(words => ({ did: 'said', words })),
        ),
        intent: fc.oneof(
          fc.constantFrom({ do: 'pause' }, { do: 'next' }),
          odd.map(words => ({ do: 'concern', concern: randomUUID(), words })),
        ),
        class: fc.constantFrom('invitation', 'x'),
        why: odd,
        text: odd,
        note: odd,
        agrees: fc.boolean(),
        trainees: fc.oneof(
          fc.constant(['trainee']),
          odd.map(each => [each]),
        ),
        due: fc.constantFrom('0000-01-01', '2026-02-29', '2026-12-01', '9999-12-31'),
        answers: fc.oneof(
          fc.constant([{ id: randomUUID(), drill: 'name-that-question', item: 'a', right: true }]),
          anything,
        ),
      },
      { requiredKeys: [] },
    )
    .chain(whole => fc.constantFrom(...shapesOf(whole)))
}

/** What each request takes of it, as nothing more is taken. */
const shapesOf = (whole: Record<string, unknown>) =>
  [
    ['attempt', 'since', 'after'],
    ['attempt', 'id', 'after', 'said'],
    ['attempt', 'id', 'deviceAt', 'seen', 'intent'],
    ['attempt', 'scenario', 'level'],
    ['attempt', 'scenario', 'level', 'assignment'],
    ['attempt', 'from'],
    ['id', 'turn', 'text'],
    ['turn', 'class', 'why'],
    ['turn', 'agrees', 'note'],
    ['assignment', 'trainees', 'scenario', 'level', 'note'],
    ['assignment', 'trainees', 'scenario', 'level', 'due'],
    ['answers'],
  ].map(names => Object.fromEntries(names.flatMap(name => (name in whole ? [[name, whole[name]]] : []))))

function paths(): fc.Arbitrary<string> {
  const known = [
    'session',
    'sign-in',
    'sign-in/code',
    'account',
    'account/totp',
    'people',
    'invitations/look',
    'notices',
  ]
  const plain = fc.constantFrom(...known, 'audit', 'audit/verify', 'messages').map(path => `/api/${path}`)
  const about = fc.tuple(ids(), fc.constantFrom('record', 'circle', 'export', 'x'))
  const ofAttempt = fc.constantFrom(
    '',
    '/end',
    '/retry',
    '/turns',
    '/debrief',
    '/comments',
    '/disputes',
    '/disputes/answer',
  )
  const practising = fc.constantFrom('attempts', 'assignments', 'cohort', 'drills', 'progress', 'scenarios')
  return fc.oneof(
    plain,
    fc.tuple(ids(), ofAttempt).map(([id, what]) => `/api/practice/attempts/${id}${what}`),
    practising.map(path => `/api/practice/${path}`),
    fc
      .tuple(practising, odd)
      .map(([path, id]) => `/api/practice/${path}?trainee=${encodeURIComponent(id.toWellFormed())}`),
    fc.tuple(practising, odd).map(([path, id]) => `/api/practice/${path}/${encodeURIComponent(id.toWellFormed())}`),
    about.map(([id, what]) => `/api/interviews/${id}/${what}`),
    fc.constantFrom(
      '/',
      '/interviews',
      '/assets/../../package.json',
      '/words/en/guide.json',
      '/words/../../x.json',
      '//x',
    ),
  )
}

/** As many as are asked for, sixteen at a time, the same each run; memory may not grow with them. */
async function many<T>(total: number, arbitrary: fc.Arbitrary<T>, run: (one: T) => Promise<void>): Promise<void> {
  const all = fc.sample(arbitrary, { seed, numRuns: total })
  const half = Math.floor(total / 2)
  await inParallel(all.slice(0, half), run)
  const then = memory()
  await inParallel(all.slice(half), run)
  expect(memory(), 'megabytes').toBeLessThan(then + 60)
}

async function inParallel<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  const left = all.values()
  const worker = async () => {
    for (const one of left) await run(one)
  }
  await Promise.all(Array.from({ length: 16 }, worker))
}

function memory(): number {
  const status = readFileSync(`/proc/${server.child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 })

type Sent = [method: string, path: string, headers: Readonly<Record<string, string>>, body: string]
interface Answered {
  status: number
  text: string
}

/** A busy machine may refuse a connection for a moment: asked again, until the server has really gone. */
async function http(...sent: Sent): Promise<Answered> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await httpOnce(...sent)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED' || attempt === 10) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
}

function httpOnce(...[method, path, headers, body]: Sent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(url)
    const options = { host: '127.0.0.1', port, method, path, agent, headers: { ...headers, host: `localhost:${port}` } }
    const call = request(options, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
      response.on('error', reject)
    })
    // A body too large is refused while it is still being sent.
    call.on('error', (error: NodeJS.ErrnoException) =>
      ['EPIPE', 'ECONNRESET'].includes(error.code ?? '') ? resolve({ status: 413, text: '' }) : reject(error),
    )
    call.end(body)
  })
}

type Client = Socket

async function connected(role: string): Promise<Client> {
  const client = io(url, { auth: { token: tokens[role] }, transports: ['websocket'], forceNew: true })
  await new Promise<void>((resolve, reject) => client.once('connect', resolve).once('connect_error', reject))
  return client
}

/** What it is answered; `none` where it is not, which is right for what is not asked here. */
async function emitted(client: Client, event: string, payload: unknown): Promise<unknown> {
  if (!Object.hasOwn(asked, event)) {
    client.emit(event, payload)
    return 'none'
  }
  return client.timeout(10_000).emitWithAck(event, payload)
}

type Pool = Awaited<ReturnType<typeof openDatabase>>['pool']

async function inDatabase<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
  const { connection, close } = await openPostgres({ dataDir, join: true })
  const database = await openDatabase(connection, () => {})
  try {
    return await work(database.pool)
  } finally {
    await database.close()
    await close()
  }
}

/** All that is recorded, as one hash. */
async function recordsIn(pool: Pool): Promise<string> {
  const rows = await Promise.all(
    ['episodes', 'interviews', 'events', 'names', 'conversations', 'case_events', 'case_names'].map(async table => {
      const found = await pool.query<{ row: string }>(`select ${table}::text as row from ${table} order by 1`)
      return found.rows.map(({ row }) => row)
    }),
  )
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}
