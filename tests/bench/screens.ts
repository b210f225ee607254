import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { ClientToServer, ServerToClient } from '../../console/contract/sockets.ts'
import { type Measure, ratio, sideBySide } from './measure.ts'
import type { Running } from './processes.ts'

/** A change on one screen until it is seen on the other, beside a raw socket.io echo with one durable insert. */
export async function screens(server: Running, floor: Running, token: string): Promise<Measure[]> {
  const [ours, theirs] = await Promise.all([ourScreens(server, token), floorScreens(floor)])
  for (let warm = 0; warm < 1000; warm++) {
    await ours.change()
    await theirs.change()
  }
  const times = await sideBySide(15, ours.change, theirs.change)
  ours.close()
  theirs.close()
  return [ratio('a change seen on the other screen against a raw echo and one durable commit', 1.5, times)]
}

interface Screens {
  change(): Promise<void>
  close(): void
}

async function ourScreens(server: Running, token: string): Promise<Screens> {
  const open = (): Socket<ServerToClient, ClientToServer> =>
    io(server.url, { auth: { token }, transports: ['websocket'], forceNew: true })
  const [one, other] = [open(), open()]
  const interview = randomUUID()
  const deviceAt = new Date().toISOString()
  const begun = await one.emitWithAck('interview:begin', {
    interview,
    id: randomUUID(),
    deviceAt,
    language: 'en',
    intents: [],
  })
  if (!begun.ok) throw new Error(`The interview was not begun: ${begun.problem}`)
  await one.emitWithAck('interview:join', { interview, since: 0 })
  await other.emitWithAck('interview:join', { interview, since: 0 })
  let seen = begun.value.events.length
  return {
    change: () =>
      new Promise((resolve, reject) => {
        other.once('interview:turn', turn => {
          seen = turn.events.at(-1)?.seq ?? seen
          resolve()
        })
        const intent = { do: 'cover', coverage: 'push.school', told: 'yes' } as const
        const reply = { interview, id: randomUUID(), deviceAt: new Date().toISOString(), seen, intent }
        one.emit('interview:reply', reply, ack => {
          if (!ack.ok) reject(new Error(ack.problem))
        })
      }),
    close: () => {
      one.close()
      other.close()
    },
  }
}

async function floorScreens(floor: Running): Promise<Screens> {
  const [one, other] = [0, 1].map(() => io(floor.url, { transports: ['websocket'], forceNew: true }))
  if (!one || !other) throw new Error('There are two screens.')
  await Promise.all([one, other].map(socket => new Promise<void>(resolve => socket.once('connect', () => resolve()))))
  return {
    change: () =>
      new Promise(resolve => {
        other.once('changed', () => resolve())
        one.emit('change', { coverage: 'push.school', told: 'yes' }, () => {})
      }),
    close: () => {
      one.close()
      other.close()
    },
  }
}
