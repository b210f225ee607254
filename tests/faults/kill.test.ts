import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InterviewTurn, RecordResponse } from '../../console/contract/interviews.ts'
import type { Reply } from '../../console/contract/replies.ts'
import type { ClientToServer, ServerToClient } from '../../console/contract/sockets.ts'
import type { Intent } from '../../dialogs/intent.ts'
import { recordFrom } from '../../dialogs/record/recordFrom.ts'
import { activityOf, type Reply as Said } from '../bot/botOverHttp.ts'
import { cli } from '../cli/running.ts'
import { postgresOf, ServerProcess } from '../support/serverProcess.ts'
import { tokensIn } from '../support/tokensIn.ts'

let folder: string
let dataDir: string
let server: ServerProcess
let url: string
let token: string

/** Starts it again at the same address. */
async function restart(): Promise<void> {
  server = new ServerProcess(dataDir, { args: ['--demo'], env: { PORT: url ? new URL(url).port : '0' } })
  url = await server.ready()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rt-kill-'))
  dataDir = join(folder, 'data')
  await restart()
  token = await (await tokensIn(dataDir)).issue({ id: 'interviewer', role: 'interviewer' })
})
afterAll(async () => {
  await server.end('SIGKILL')
  for (const pid of postgresOf(dataDir)) killed(pid)
  await rm(folder, { recursive: true, force: true, maxRetries: 20 })
})

const asked = (path: string, init?: RequestInit) =>
  fetch(`${url}${path}`, { ...init, headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' } })

/** Sends the same activity until it is answered, as a channel does. */
async function say(conversation: string, text: string): Promise<Said['activities']> {
  const body = JSON.stringify(activityOf({ conversation, text }))
  for (;;) {
    const answered = await asked('/api/messages', { method: 'POST', body }).catch(() => undefined)
    if (answered?.ok) {
      const said = await answered.json().catch(() => undefined)
      if (said) return (said as { activities: Said['activities'] }).activities
    }
    await setTimeout(20)
  }
}

/** Says one thing after another to the bot until told to stop. Gives back what was acknowledged. */
async function keepsTyping(conversation: string, until: AbortSignal): Promise<string[]> {
  const acknowledged: string[] = []
  while (!until.aborted) {
    const words = `What was said, part ${randomUUID()}.`
    await say(conversation, words)
    acknowledged.push(words)
  }
  return acknowledged
}

/** Puts one thing after another into the record from the console. Gives back the ids of the events acknowledged. */
async function keepsFilling(interview: string, until: AbortSignal): Promise<string[]> {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    auth: { token },
    transports: ['websocket'],
    reconnectionDelay: 20,
    reconnectionDelayMax: 50,
  })
  const acknowledged: string[] = []
  while (!until.aborted) {
    const id = randomUUID()
    const intent: Intent = { do: 'account', prompt: 'while-away.from-the-start', words: `Filled in ${id}.` }
    const reply = { interview, id, deviceAt: '2026-06-01T10:00:00+01:00', seen: 1, intent }
    const answer: Reply<InterviewTurn> | undefined = await socket
      .timeout(300)
      .emitWithAck('interview:reply', reply)
      .catch(() => undefined)
    if (answer?.ok) acknowledged.push(...answer.value.events.map(event => event.id))
  }
  socket.close()
  return acknowledged
}

describe.runIf(process.platform === 'linux')('a server that is killed in mid-interview', { timeout: 90_000 }, () => {
  it('has lost nothing that it acknowledged, recorded nothing twice, and is where it was', async () => {
    const conversation = randomUUID()
    await say(conversation, 'start')
    const begun = await say(conversation, 'go leaving.before-you-went')
    const interview = begun[0]?.channelData?.interview ?? ''
    const ending = new AbortController()
    const clients = [keepsTyping(conversation, ending.signal), keepsFilling(interview, ending.signal)]
    for (const ofPostgres of [false, true, false]) {
      await setTimeout(400 + Math.random() * 300)
      await server.end('SIGKILL')
      for (const pid of ofPostgres ? postgresOf(dataDir) : []) killed(pid)
      await restart()
    }
    await setTimeout(300)
    ending.abort()
    const [typed = [], filled = []] = await Promise.all(clients)

    const record = (await (await asked(`/api/interviews/${interview}/record`)).json()) as RecordResponse
    const { events } = record
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, place) => place + 1))
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
    expect(events.map(({ id }) => id)).toEqual(expect.arrayContaining(filled))
    const kept = events.flatMap(event => (event.type === 'accounted' ? [event.words] : []))
    // Sent until it was answered, each is there, and there once.
    expect(kept.filter(words => words.startsWith('What'))).toEqual(typed)
    expect([typed.length, filled.length].every(count => count > 3)).toBe(true)
    expect(record).toMatchObject({ seq: events.length, fields: recordFrom(events).fields })
    const now = await say(conversation, 'where')
    expect(now.at(-1)?.channelData?.prompt?.id).toBe('leaving.before-you-went')
    expect(await cli(['verify', '--json'], '', { DATA_DIR: dataDir })).toMatchObject({ code: 0, errors: '' })
  })
})

/** Some of Postgres' processes go by themselves when the first of them is killed. */
function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
