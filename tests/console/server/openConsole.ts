import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io, type Socket } from 'socket.io-client'
import { defaultSettings } from '../../../console/casework/localSettings.ts'
import { defaultRetention } from '../../../console/casework/retention.ts'
import type { Role } from '../../../console/casework/roles.ts'
import { defaultRecipients } from '../../../console/casework/sharing/recipients.ts'
import type { Person } from '../../../console/contract/people.ts'
import type { Reply } from '../../../console/contract/replies.ts'
import type { ClientToServer, ServerToClient } from '../../../console/contract/sockets.ts'
import { createPapers } from '../../../console/papers/createPapers.ts'
import { createPress } from '../../../console/papers/createPress.ts'
import { createCases } from '../../../console/records/cases/createCases.ts'
import { createReminders } from '../../../console/records/cases/createReminders.ts'
import { createEpisodes } from '../../../console/records/createEpisodes.ts'
import type { Database } from '../../../console/records/database/openDatabase.ts'
import type { Interviews } from '../../../console/records/interviews.ts'
import { createExports } from '../../../console/records/keeping/createExports.ts'
import { createKeeping } from '../../../console/records/keeping/createKeeping.ts'
import { createInterpreters } from '../../../console/records/people/createInterpreters.ts'
import type { PracticeRoom } from '../../../console/records/practice/createPracticeRoom.ts'
import { createWordReviews } from '../../../console/records/words/createWordReviews.ts'
import { createPermissions } from '../../../console/server/access/needs.ts'
import { type ConsoleServices, createConsole } from '../../../console/server/createConsole.ts'
import { createChannelLinking } from '../../../console/server/identity/createChannelLinking.ts'
import { createIdentity } from '../../../console/server/identity/createIdentity.ts'
import { createInterpreting } from '../../../console/server/identity/createInterpreting.ts'
import { readyPeople } from '../../../console/server/identity/people.ts'
import { createTokens } from '../../../console/server/identity/tokens.ts'
import { createLogger } from '../../../console/server/logger.ts'
import { guide2 } from '../../../dialogs/guide/guide.ts'
import { readShipped } from '../../../locales/shippedWords.ts'
import { createTranslator } from '../../../locales/translator.ts'
import { keysOf } from '../../support/keys.ts'
import { smallGuide } from '../../support/smallGuide.ts'
import { storedPractice } from '../../support/storedPractice.ts'

export type Client = Socket<ServerToClient, ClientToServer>

export const tokens = createTokens(new Uint8Array(32).fill(7))
const inRole = (role: Role): Person => ({ id: role, role, team: 'demo' })
export const interviewer = inRole('interviewer')
export const coordinator = inRole('coordinator')
export const interpreter = inRole('interpreter')

/** A console on a free port, with clients on real sockets; closing it closes them too. */
export async function openConsole(interviews: Interviews, database: Database, other: Partial<ConsoleServices> = {}) {
  const log: string[] = []
  const { keys, episodeKeys, audit } = keysOf(database)
  const episodes = createEpisodes(database, episodeKeys, () => new Date())
  const identity = await createIdentity({
    database,
    keys,
    audit,
    tokens,
    now: () => new Date(),
    people: readyPeople,
    secure: false,
    onFault: () => {},
  })
  const cases = createCases({
    database,
    keys,
    episodeKeys,
    episodes,
    interviews,
    guides: [smallGuide],
    audit,
    now: () => new Date(),
    remindBefore: 4,
    onFault: () => {},
  })
  const reminders = createReminders({ database, hoursBefore: 4, now: () => new Date(), onFault: () => {}, every: 0 })
  const translator = createTranslator()
  const wordReviews = await createWordReviews({
    database,
    audit,
    shipped: readShipped(),
    correct: translator.correct,
    now: () => new Date(),
    onFault: () => {},
  })
  const papers = createPapers(
    { guide: guide2, translator, settings: defaultSettings, signedIn: () => new Set() },
    createPress({ onFault: () => {} }),
  )
  const practice: PracticeRoom = other.practice ?? storedPractice(database)
  const console = createConsole({
    interviews,
    cases,
    reminders,
    identity,
    episodes,
    audit,
    permissions: createPermissions({ episodes, audit }),
    channels: createChannelLinking({
      database,
      keys,
      tokenKey: new Uint8Array(32).fill(7),
      audit,
      personById: identity.personById,
      url: () => 'http://localhost',
      now: () => new Date(),
    }),
    localServices: [
      { name: 'Example Drop-in', whatFor: 'Somewhere to go', contact: '0100', source: 'test', lastChecked: null },
    ],
    sharing: { recipients: defaultRecipients, regime: 'all-shared', guideOf: () => smallGuide },
    keeping: createKeeping({
      database,
      episodeKeys,
      audit,
      rules: defaultRetention,
      now: () => new Date(),
      forget(interview) {
        interviews.forget(interview)
        episodes.forget(interview)
        episodeKeys.forget(interview)
        cases.forget(interview)
      },
    }),
    exports: createExports(database, episodeKeys, () => new Date()),
    interpreting: createInterpreting({
      database,
      keys,
      interpreters: createInterpreters(database, episodeKeys, () => new Date()),
      interviews,
      audit,
      guideOf: () => smallGuide,
      now: () => new Date(),
    }),
    wordReviews,
    papers,
    translator,
    settings: {
      regime: 'all-shared',
      said: { en: { recipients: 'your social worker', reachMe: 'call', helplines: 'none' } },
      inEnglish: {},
      unverified: [],
    },
    casework: { scope: defaultSettings.scope, routing: defaultSettings.routing },
    remindsOnChannels: false,
    demo: true,
    logger: createLogger('info', { write: line => void log.push(line) }),
    webFolder: '/nowhere',
    postBot: async (_request, response) => void response.json({ activities: [] }),
    sayToBot: async () => [],
    ready: async () => true,
    ...other,
    practice,
  })
  const server = createServer(console.app)
  console.attach(server)
  const url = await listening(server)
  const clients: Client[] = []

  /** A socket not yet connected. */
  const socket = (auth: Record<string, unknown>, extraHeaders: Record<string, string> = {}): Client => {
    const client: Client = io(url, {
      auth,
      extraHeaders,
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    })
    clients.push(client)
    return client
  }
  return {
    url,
    /** Every line logged so far. */
    log,
    socket,
    identity,
    episodes,
    cases,
    practice,
    reminders,
    app: console.app,
    /** Of a session as this person. */
    async cookie({ id }: Person): Promise<string> {
      const { secret } = await identity.sessions.begin({ ready: id }, 'signed-in', 'other')
      return `return-talk-session=${secret}`
    },
    async client(person: Person = interviewer): Promise<Client> {
      const client = socket({ token: await tokens.issue(person) })
      await new Promise<void>((resolve, reject) => client.once('connect', resolve).once('connect_error', reject))
      return client
    },
    async close() {
      wordReviews.stop()
      reminders.stop()
      cases.stop()
      await cases.settled()
      for (const client of clients) client.disconnect()
      await console.close()
      await papers.close()
    },
  }
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Why this socket was not let in. */
export const refusalOf = (client: Client): Promise<string> =>
  new Promise((resolve, reject) => {
    client.once('connect_error', ({ message }) => resolve(message))
    client.once('connect', () => reject(new Error('It was let in.')))
  })

/** What the next of these messages carries: of those that match, where only some do. */
export function next<Name extends keyof ServerToClient>(
  client: Client,
  name: Name,
  matches: (told: Parameters<ServerToClient[Name]>[0]) => boolean = () => true,
) {
  return new Promise<Parameters<ServerToClient[Name]>[0]>(resolve => {
    const listen = (told: Parameters<ServerToClient[Name]>[0]) => {
      if (!matches(told)) return
      client.off(name, listen as never)
      resolve(told)
    }
    client.on(name, listen as never)
  })
}

/** The value of an answer; throws where it was refused. */
export function granted<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(reply.problem)
  return reply.value
}
