import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CaseEventBody } from '../../console/casework/episode/caseEvents.ts'
import type { ClientToServer, ServerToClient } from '../../console/contract/sockets.ts'
import { openDatabase } from '../../console/records/database/openDatabase.ts'
import { openPostgres } from '../../console/records/database/openPostgres.ts'
import type { Intent } from '../../dialogs/intent.ts'
import { beginAs, goTo, patiently, question, saved } from '../e2e/consoleUnderTest.ts'
import { launchProfile } from '../support/browser.ts'
import { ServerProcess } from '../support/serverProcess.ts'
import { tokensIn } from '../support/tokensIn.ts'

type Client = Socket<ServerToClient, ClientToServer>

/** What must not be found: a name, words said, a friend's name, a place, and the words of a concern. */
const marked = {
  name: 'Markedname Xylophone',
  words: 'markedwords about the blue door',
  friend: 'Markedfriend Zebrafish',
  place: 'Markedplace Quay',
  concern: 'markedconcern told just now',
  draft: 'markeddraft that was not sent',
  caseName: 'Markedcase Turnstone',
  reference: 'markedreference 1234',
  authority: 'Markedauthority Council',
  carer: 'markedcarer told us',
  owner: 'Markedowner Team',
  practised: 'markedpractice by mistake',
  comment: 'markedcomment beside it',
  toldTo: 'Markedtold Lead',
}
/** Shorter pieces as well: half a name is a name. */
const needles = Object.values(marked).flatMap(words =>
  words.split(' ').filter(word => /marked|xylo|zebra|turnstone/i.test(word)),
)

let dataDir: string
let browserDir: string
let temporary: string
let server: ServerProcess
let profile: BrowserContext

beforeAll(async () => {
  const made = ['data', 'browser', 'temporary'].map(name => mkdtemp(join(tmpdir(), `return-talk-at-rest-${name}-`)))
  ;[dataDir, browserDir, temporary] = (await Promise.all(made)) as [string, string, string]
})
afterAll(async () => {
  await profile?.close()
  await server?.end('SIGTERM')
  await Promise.all([dataDir, browserDir, temporary].map(each => rm(each, { recursive: true, force: true })))
})

it('leaves nothing readable of what was said: in files, logs, a dump, or the browser', {
  timeout: 120_000,
}, async () => {
  server = new ServerProcess(dataDir, { args: ['--demo'], env: { TMPDIR: temporary } })
  const url = await server.ready()
  profile = await launchProfile(browserDir, url)
  await profile.request.post(`${url}/api/session`, { data: { person: 'interviewer' } })
  const page = await profile.newPage()
  page.setDefaultTimeout(15_000)
  await interviewed(page, url)

  expect(await dumped(dataDir)).not.toMatch(anyOf(needles))
  // Killed, so that nothing is tidied away.
  const ended = await server.end('SIGKILL')
  await profile.close()
  expect(`${ended.out}${ended.err}`).not.toMatch(anyOf(needles))
  for (const place of [dataDir, temporary, browserDir]) expect(await filesWith(place, needles)).toEqual([])
})

it('would find them if they were there', async () => {
  const place = join(temporary, 'there')
  await writeFile(place, Buffer.from(`\0\0${marked.words}\0`))
  expect(await filesWith(temporary, needles)).toEqual([place])
  await writeFile(place, Buffer.from(marked.name, 'utf16le'))
  expect(await filesWith(temporary, needles)).toEqual([place])
  await rm(place)
})

/** The marked words by every way in: the bot, the room, fields, a concern, the search, and a box that was never sent. */
async function interviewed(page: Page, url: string): Promise<void> {
  const path = await beginAs(page, marked.name)
  const interview = path.split('/').at(-1) ?? ''
  await goTo(page, 'What was going on before')
  await expect.poll(() => question(page).textContent(), patiently).toBe('Tell me what was going on before you went.')
  await page.getByLabel('What they said, in their words').fill(marked.draft)
  await page.reload()
  await expect.poll(() => page.getByLabel('What they said, in their words').inputValue(), patiently).toBe(marked.draft)
  await page.getByLabel('What they said, in their words').fill(marked.words)
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await saved(page)

  const token = await (await tokensIn(dataDir)).issue({ id: 'interviewer', role: 'interviewer' })
  const socket: Client = io(url, { auth: { token }, transports: ['websocket'], forceNew: true })
  const joined = await socket.emitWithAck('interview:join', { interview, since: 0 })
  let seen = joined.ok ? (joined.value.events.at(-1)?.seq ?? 0) : 0
  const deviceAt = new Date().toISOString()
  const concern = randomUUID()
  for (const intent of [
    { do: 'cover', coverage: 'push.bullying', told: 'yes', detail: marked.words },
    { do: 'concern', concern, words: marked.concern },
    { do: 'answer', prompt: 'while-away.who', answer: { kind: 'people', people: [{ called: marked.friend }] } },
    { do: 'answer', prompt: 'while-away.where', answer: { kind: 'places', places: [marked.place] } },
  ] as const satisfies readonly Intent[]) {
    const reply = await socket.emitWithAck('interview:reply', { interview, id: randomUUID(), deviceAt, seen, intent })
    if (!reply.ok) throw new Error(`${intent.do} was refused: ${reply.problem}`)
    seen = reply.value.events.at(-1)?.seq ?? seen
  }
  const spoken = { interview, id: randomUUID(), deviceAt, text: marked.words }
  expect(await socket.emitWithAck('interview:say', spoken)).toMatchObject({ ok: true })
  const found = await socket.emitWithAck('interviews:search', { name: 'xylophone' })
  expect(found).toMatchObject({ ok: true, value: [{ id: interview, knownAs: marked.name }] })
  const missed = await socket.emitWithAck('interviews:search', { name: 'xylophon' })
  expect(missed).toEqual({ ok: true, value: [] })
  await writtenInCase(socket, deviceAt)
  socket.close()
  await practised(url)

  await page.goto(`${url}/interviews`)
  await page.getByText(marked.name).first().waitFor()
}

/** The marked words in what a trainee says, does in the guide and doubts, and in what a trainer writes. */
async function practised(url: string): Promise<void> {
  const tokens = await tokensIn(dataDir)
  const token = await tokens.issue({ id: 'trainee', role: 'trainee' })
  const attempt = randomUUID()
  const ask = async (by: string, path: string, body: object) => {
    const headers = { authorization: `Bearer ${by}`, 'content-type': 'application/json' }
    const answer = await fetch(`${url}/api/practice/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    expect([path, answer.status]).toEqual([path, 200])
  }
  await ask(token, 'attempts', { attempt, scenario: 'arguments-at-home', level: 'usual' })
  const socket: Client = io(url, { auth: { token }, transports: ['websocket'], forceNew: true })
  const said = { did: 'said', words: `Tell me about ${marked.practised}.` } as const
  expect(await socket.emitWithAck('practice:say', { attempt, id: randomUUID(), after: 0, said })).toMatchObject({
    ok: true,
  })
  const intent = { do: 'concern', concern: randomUUID(), words: marked.practised } as const
  const deviceAt = new Date().toISOString()
  const reply = { attempt, id: randomUUID(), deviceAt, seen: 1, intent }
  expect(await socket.emitWithAck('practice:reply', reply)).toMatchObject({ ok: true })
  socket.close()
  await ask(token, `attempts/${attempt}/end`, {})
  await ask(token, `attempts/${attempt}/disputes`, { turn: 1, class: 'other', why: marked.practised })
  const trainer = await tokens.issue({ id: 'trainer', role: 'trainer' })
  await ask(trainer, `attempts/${attempt}/comments`, { id: randomUUID(), turn: 1, text: marked.comment })
  await ask(trainer, `attempts/${attempt}/disputes/answer`, { turn: 1, agrees: true, note: marked.comment })
  const asked = { assignment: randomUUID(), trainees: ['trainee'], scenario: 'arguments-at-home', level: 'usual' }
  await ask(trainer, 'assignments', { ...asked, note: marked.comment })
}

/** The marked words in every property of a case that holds words. */
async function writtenInCase(socket: Client, deviceAt: string): Promise<void> {
  const episode = randomUUID()
  const bodies: CaseEventBody[] = [
    { type: 'notified', source: 'police', reference: marked.reference },
    { type: 'named', calledAs: marked.caseName },
    { type: 'described', facts: { lookedAfter: true }, placingAuthority: marked.authority },
    { type: 'timed', moment: 'found', at: deviceAt, words: marked.words },
  ]
  expect(await socket.emitWithAck('case:begin', { episode, id: randomUUID(), deviceAt, bodies })).toMatchObject({
    ok: true,
  })
  for (const body of [
    { type: 'parentInformation', at: deviceAt, words: marked.carer },
    { type: 'declined', at: deviceAt, by: 'young-person', words: marked.words },
    {
      type: 'actionAdded',
      kind: 'hub-referral',
      owner: 'other',
      ownedBy: marked.owner,
      due: null,
      words: marked.words,
    },
    { type: 'toldBack', what: 'record', at: deviceAt, language: 'ar', answer: 'disagreed', words: marked.words },
    { type: 'balanceLine', part: 'worries', words: marked.words },
    { type: 'balanceChanged', line: episode, words: marked.words, forChild: marked.words },
    { type: 'scaled', whose: 'practitioner', value: 3, at: deviceAt, words: marked.words },
    { type: 'mightGoAgain', whose: 'young-person', answer: 'yes', at: deviceAt, words: marked.words },
    {
      type: 'concernNoted',
      interview: episode,
      concern: episode,
      at: deviceAt,
      toldTo: marked.toldTo,
      childTold: 'not-safe',
      words: marked.words,
    },
    {
      ...{ type: 'intelligence', kind: 'person', words: marked.words, relation: marked.friend, source: 'practitioner' },
      ...{ certainty: 'not-known', thirdParty: true, knownToChildAs: marked.friend },
      handling: { reveals: 'yes', careful: marked.words },
    },
  ] as const satisfies readonly CaseEventBody[]) {
    const written = await socket.emitWithAck('case:write', { episode, id: randomUUID(), deviceAt, body })
    expect(written).toMatchObject({ ok: true })
  }
  const found = await socket.emitWithAck('desk:list', { which: 'open', name: 'turnstone' })
  expect(found).toMatchObject({ ok: true, value: [{ episode, calledAs: marked.caseName }] })
}

async function dumped(folder: string): Promise<string> {
  const { connection, close } = await openPostgres({ dataDir: folder, join: true })
  const database = await openDatabase(connection, () => {})
  try {
    const { rows } = await database.pool.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
    )
    const tables = rows.map(({ name }) => database.pool.query(`select ${name}::text as row from ${name}`))
    const texts = (await Promise.all(tables)).flatMap(({ rows: found }) => found.map(({ row }) => String(row)))
    expect(texts.length).toBeGreaterThan(20)
    return texts.join('\n')
  } finally {
    await database.close()
    await close()
  }
}

const anyOf = (words: readonly string[]) => new RegExp(words.join('|'), 'i')

/** Files under a folder in which any of these words lies, in UTF-8 or UTF-16. */
async function filesWith(folder: string, words: readonly string[]): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = files.filter(file => file.isFile()).map(file => join(file.parentPath, file.name))
  const encoded = words.flatMap(word => [Buffer.from(word), Buffer.from(word, 'utf16le')])
  const found: string[] = []
  for (const path of paths) {
    const content = await readFile(path).catch(() => Buffer.alloc(0))
    if (encoded.some(word => content.includes(word))) found.push(path)
  }
  return found
}
