import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { Script } from '../../console/casework/scriptOf.ts'
import type { InterpreterCode, OpenScript, ScriptToServer, ServerToScript } from '../../console/contract/script.ts'
import type { ClientToServer, ServerToClient } from '../../console/contract/sockets.ts'
import { type Measure, ratio, sideBySide } from './measure.ts'
import type { Running } from './processes.ts'

const prompts = ['leaving.before-you-went', 'while-away.from-the-start'] as const

/**
 * The practitioner moves on until the interpreter's page has the words and the move is acknowledged, beside a raw socket.io
 * server with one durable insert that sends another client as much and then acknowledges.
 */
export async function scripts(server: Running, floor: Running, token: string): Promise<Measure[]> {
  const ours = await ourScript(server, token)
  const theirs = await floorScript(floor, ours.first)
  for (let warm = 0; warm < 1000; warm++) {
    await ours.move()
    await theirs.move()
  }
  const times = await sideBySide(15, ours.move, theirs.move)
  ours.close()
  theirs.close()
  return [ratio("a prompt on the interpreter's screen against a raw echo and one durable commit", 1.5, times)]
}

async function ourScript(server: Running, token: string) {
  const room: Socket<ServerToClient, ClientToServer> = io(server.url, {
    auth: { token },
    transports: ['websocket'],
    forceNew: true,
  })
  const interview = randomUUID()
  const now = () => new Date().toISOString()
  const begun = await room.emitWithAck('interview:begin', {
    interview,
    id: randomUUID(),
    deviceAt: now(),
    language: 'en',
    intents: [],
  })
  if (!begun.ok) throw new Error(`The interview was not begun: ${begun.problem}`)
  await room.emitWithAck('interview:join', { interview, since: 0 })
  const page: Socket<ServerToScript, ScriptToServer> = io(`${server.url}/script`, {
    extraHeaders: { cookie: await interpreterOf(server, token, interview) },
    transports: ['websocket'],
    forceNew: true,
  })
  const following = await page.emitWithAck('script:follow')
  if (!following.ok) throw new Error(`The script was not told: ${following.problem}`)
  let [to, then] = prompts as readonly [string, string]
  let seen = begun.value.events.length
  const move = async () => {
    const told = new Promise<Script>(resolve => page.once('script:now', resolve))
    const intent = { do: 'go', to } as const
    ;[to, then] = [then, to]
    const reply = room.emitWithAck('interview:reply', { interview, id: randomUUID(), deviceAt: now(), seen, intent })
    const script = await told
    // What is on the practitioner's screen is what they go on from.
    const ack = await reply
    if (!ack.ok) throw new Error(ack.problem)
    seen = ack.value.events.at(-1)?.seq ?? seen
    return script
  }
  return {
    first: await move(),
    move,
    close: () => {
      room.close()
      page.close()
    },
  }
}

/** The cookie of an interpreter who came in with a code. */
async function interpreterOf({ url }: Running, token: string, interview: string): Promise<string> {
  const headers = { 'content-type': 'application/json', origin: url }
  const invited = await fetch(`${url}/api/interviews/${interview}/interpreters`, {
    method: 'POST',
    headers: { ...headers, authorization: `Bearer ${token}` },
  })
  const { code } = (await invited.json()) as InterpreterCode
  const body: OpenScript = { code, name: 'a', agency: 'b', dialect: 'c', mode: 'phone', agreed: true }
  const opened = await fetch(`${url}/api/script`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!opened.ok) throw new Error(`The script was not opened (${opened.status}).`)
  return opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** What the floor sends is as large as the script is. */
async function floorScript(floor: Running, first: Script) {
  const [room, page] = [0, 1].map(() => io(floor.url, { transports: ['websocket'], forceNew: true }))
  if (!room || !page) throw new Error('There are two screens.')
  await Promise.all([room, page].map(socket => new Promise<void>(resolve => socket.once('connect', () => resolve()))))
  await room.emitWithAck('script', first)
  return {
    move: async () => {
      const told = new Promise<void>(resolve => page.once('moved', () => resolve()))
      const reply = room.emitWithAck('move', { do: 'go', to: prompts[0] })
      await told
      await reply
    },
    close: () => {
      room.close()
      page.close()
    },
  }
}
