import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { ScenariosResponse } from '../../console/contract/practice.ts'
import type { ClientToServer, ServerToClient } from '../../console/contract/sockets.ts'
import { type Measure, median, ratio, rounded, timed } from './measure.ts'
import type { Running } from './processes.ts'

type Trainee = Socket<ServerToClient, ClientToServer>

/** Said over and over: of every class that goes on with a talk. */
const says = [
  'Tell me what happened.',
  'What happened then?',
  'Tell me more about that.',
  'Who were you with?',
  'Thank you for telling me.',
  'Are you hurt anywhere?',
  'Would you like a break?',
  'What did you do there?',
  'You can say no to any question.',
  'Tell me about your friends.',
] as const

/**
 * A trainee's turn, from what they say being sent to the answer being there: coded by all that was said before, answered, encrypted
 * and committed. At the 200th turn, and beside the 10th. All of it counts as our own time.
 */
export async function practice(server: Running, token: string): Promise<Measure[]> {
  const trainee: Trainee = io(server.url, { auth: { token }, transports: ['websocket'], forceNew: true })
  const ids = await scenariosIn(server, token)
  const talks = await Promise.all(ids.map(scenario => begun(server, token, scenario)))
  const times = { ours: [] as number[], theirs: [] as number[] }
  for (const attempt of talks) {
    for (let turn = 1; turn <= 210; turn++) {
      const took = await timed(() => say(trainee, attempt, turn))
      if (turn > 200) times.ours.push(took)
      // The first talk warms what the others use.
      else if (turn > 10 && turn <= 20 && attempt !== talks[0]) times.theirs.push(took)
    }
  }
  trainee.close()
  const at200 = median(times.ours)
  return [
    {
      name: "a trainee's turn: own time at the 200th turn",
      value: rounded(at200),
      unit: 'ms',
      atMost: 50,
      from: { slowest: rounded(Math.max(...times.ours)), talks: talks.length, turns: times.ours.length },
    },
    ratio("a trainee's 200th turn against the 10th", 1.2, { ours: at200, theirs: median(times.theirs) }),
  ]
}

/** Those in which the young person stays for as long as somebody asks. */
async function scenariosIn({ url }: Running, token: string): Promise<string[]> {
  const response = await fetch(`${url}/api/practice/scenarios`, { headers: { authorization: `Bearer ${token}` } })
  const { scenarios } = (await response.json()) as ScenariosResponse
  return scenarios.filter(({ theme }) => theme !== 'declines').map(({ id }) => id)
}

async function begun({ url }: Running, token: string, scenario: string): Promise<string> {
  const attempt = randomUUID()
  const response = await fetch(`${url}/api/practice/attempts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ attempt, scenario, level: 'gentle' }),
  })
  if (!response.ok) throw new Error(`The attempt was not begun (${response.status}).`)
  return attempt
}

async function say(trainee: Trainee, attempt: string, turn: number): Promise<void> {
  const words = says[turn % says.length] ?? says[0]
  const said = { did: 'said', words } as const
  const reply = await trainee.emitWithAck('practice:say', { attempt, id: randomUUID(), after: turn - 1, said })
  if (!reply.ok) throw new Error(`Turn ${turn} was refused: ${reply.problem}`)
}
