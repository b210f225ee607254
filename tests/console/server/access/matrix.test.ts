import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../../../cli/commands.ts'
import { type Role, roles } from '../../../../console/casework/roles.ts'
import type { Person } from '../../../../console/contract/people.ts'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import type { Interviews } from '../../../../console/records/interviews.ts'
import { asked } from '../../../../console/server/sockets/asked.ts'
import { freshDatabase } from '../../../support/database.ts'
import { storedInterviews } from '../../../support/storedInterviews.ts'
import { type Client, openConsole, tokens } from '../openConsole.ts'
import { routesOf } from './routesOf.ts'

/** Whose episode an interview is of, seen from the one who asks. */
const kinds = ['own', 'of the team', 'restricted', 'of another team'] as const
type Kind = (typeof kinds)[number]

/** Who may, by role: to any interview they need to know of, or at all where it is about none. */
type Who = 'anyone' | readonly Role[]

const holders: Who = ['interviewer', 'coordinator', 'manager']
const leads: Who = ['coordinator', 'manager']
/** Holds no record: whoever talks, or learns to. */
const printers: Who = [...holders, 'interpreter', 'trainee', 'trainer']
/** Practises talks. What of whose is for whom is in tests/console/server/practice.test.ts. */
const practisers: Who = [...holders, 'trainee', 'trainer']
const linguistsAndLeads: Who = ['interpreter', 'administrator', 'coordinator', 'manager']
/** With a session of one's own, or with what is shown in the request itself: whoever has neither gets nothing by it. */
const open: Who = 'anyone'

/** Written by hand, apart from the table in casework/roles.ts: where the two differ, one of them is wrong. */
const routes: Readonly<Record<string, Who>> = {
  'GET /healthz': open,
  'GET /readyz': open,
  'POST /api/messages': holders,
  'ALL /api/messages': open,
  'GET /api/session': open,
  'POST /api/session': open,
  'DELETE /api/session': open,
  'POST /api/session/lock': open,
  'POST /api/session/here': roles,
  'POST /api/session/unlock': open,
  'POST /api/session/unlock/options': open,
  'POST /api/sign-in': open,
  'POST /api/sign-in/code': open,
  'POST /api/sign-in/passkey/options': open,
  'POST /api/sign-in/passkey': open,
  'GET /api/sign-in/sso': open,
  'GET /api/sign-in/sso/back': open,
  'GET /api/sign-in/sso/finish': open,
  'GET /api/sign-in/sso/out': open,
  'POST /api/invitations/look': open,
  'POST /api/invitations/accept': open,
  'GET /api/account': open,
  'POST /api/account/totp': open,
  'POST /api/account/totp/confirm': open,
  'POST /api/account/passkeys/options': open,
  'POST /api/account/passkeys': open,
  'DELETE /api/account/factors/:id': open,
  'POST /api/account/recovery-codes': open,
  'POST /api/account/password': open,
  'DELETE /api/account/sessions/:id': open,
  'GET /api/account/channels': roles,
  'DELETE /api/account/channels/:id': roles,
  'POST /api/channels/look': roles,
  'POST /api/channels/link': roles,
  'GET /api/people': ['administrator'],
  'POST /api/people/invitations': ['administrator'],
  'DELETE /api/people/invitations/:id': ['administrator'],
  'PATCH /api/people/:id': ['administrator'],
  'DELETE /api/people/:id/sessions': ['administrator'],
  'POST /api/people/:id/reset': ['administrator'],
  'GET /api/interviews/:id/record': holders,
  'GET /api/cases/:id/linked': holders,
  'GET /api/cases/:id/told': holders,
  'GET /api/cases/:id/intelligence': holders,
  'GET /api/cases/:id/intelligence/:form': holders,
  'POST /api/cases/:id/intelligence/sent': holders,
  'GET /api/cases/:id/letters/:letter': holders,
  'GET /api/cases/:id/sharing': holders,
  'GET /api/cases/:id/sharing/:recipient': holders,
  'GET /api/cases/:id/shared/:document': holders,
  'POST /api/cases/:id/shared/:recipient': holders,
  'GET /api/cases/:id/report.:format': holders,
  'GET /api/services': holders,
  'GET /api/interviews/:id/circle': holders,
  'POST /api/interviews/:id/printed': holders,
  'PATCH /api/interviews/:id/circle': leads,
  'GET /api/interviews/:id/interpreters': holders,
  'POST /api/interviews/:id/interpreters': holders,
  'DELETE /api/interviews/:id/interpreters/:session': holders,
  'GET /api/interviews/:id/keeping': ['manager'],
  'POST /api/interviews/:id/hold': ['manager'],
  'DELETE /api/interviews/:id/hold': ['manager'],
  'POST /api/interviews/:id/erase': ['manager'],
  'GET /api/interviews/:id/export': leads,
  'GET /api/interviews/:id/exports/:export': leads,
  'POST /api/interviews/:id/export': leads,
  'POST /api/interviews/:id/export/passages': leads,
  // With the interpreter's own session, which is nobody's account.
  'GET /api/script': open,
  'POST /api/script': open,
  'DELETE /api/script': open,
  'GET /api/languages': linguistsAndLeads,
  'GET /api/languages/:language': linguistsAndLeads,
  'GET /api/languages/:language/history': linguistsAndLeads,
  'GET /api/languages/:language/export': linguistsAndLeads,
  'POST /api/languages/:language/words': ['interpreter'],
  'POST /api/languages/:language/import': ['interpreter'],
  'GET /api/papers/:language/:paper': printers,
  'GET /api/practice/scenarios': practisers,
  'GET /api/practice/attempts': practisers,
  'POST /api/practice/attempts': practisers,
  'GET /api/practice/attempts/:id': practisers,
  'POST /api/practice/attempts/:id/end': practisers,
  'POST /api/practice/attempts/:id/retry': practisers,
  'DELETE /api/practice/attempts/:id': practisers,
  'GET /api/practice/attempts/:id/turns': practisers,
  'GET /api/practice/attempts/:id/debrief': practisers,
  'GET /api/practice/progress': practisers,
  'POST /api/practice/attempts/:id/comments': ['trainer'],
  'POST /api/practice/attempts/:id/disputes': practisers,
  'POST /api/practice/attempts/:id/disputes/answer': ['trainer'],
  'GET /api/practice/assignments': practisers,
  'POST /api/practice/assignments': ['trainer'],
  'DELETE /api/practice/assignments/:id': ['trainer'],
  'GET /api/practice/cohort': ['trainer'],
  'GET /api/practice/cohort/shares': ['trainer'],
  'GET /api/practice/drills': practisers,
  'POST /api/practice/drills': practisers,
  'GET /api/calendar': holders,
  'GET /api/notices': ['manager'],
  'POST /api/notices/:id/seen': ['manager'],
  'GET /api/audit': ['auditor'],
  'GET /api/audit/interviews': ['auditor'],
  'GET /api/audit/interviews/:id': ['auditor'],
  'POST /api/audit/verify': ['auditor'],
}

/** Documents and words that hold nothing of anyone: whoever opens them has nothing yet. */
const isPublic = (name: string) => /^GET \/(?!api\/|healthz|readyz)/.test(name)

const events: Readonly<Record<keyof typeof asked, Who>> = {
  'interviews:list': holders,
  'interviews:search': holders,
  'interview:begin': holders,
  'interview:join': holders,
  'interview:leave': roles,
  'interview:say': holders,
  'interview:reply': holders,
  'interview:break-glass': holders,
  'desk:list': holders,
  'case:begin': holders,
  'case:join': holders,
  'case:leave': roles,
  'case:read-text': holders,
  'case:break-glass': holders,
  'case:write': holders,
  'practice:join': practisers,
  'practice:leave': roles,
  'practice:say': practisers,
  'practice:reply': practisers,
}

/** Needs no circle: whoever is outside it comes in by it, or goes out. */
const withoutCircle = ['interview:begin', 'interview:break-glass', 'interview:leave', 'case:leave', 'case:break-glass']

/** What a command can do, to whoever can run it: they have the data folder and its keys. None shows what was said. */
const commandsOnTheMachine = {
  guide: 'prints what is public',
  sources: 'prints what is public',
  hear: 'works on what it is given',
  clocks: 'works on what it is given',
  code: 'works on what it is given',
  scenarios: 'prints what is public',
  script: 'prints what is public',
  languages: 'prints and drafts what is public',
  token: 'makes a token for one person, audited',
  backup: 'writes an encrypted file, audited',
  restore: 'fills an empty place, audited',
  keys: 'makes and changes keys, shows none',
  retention: 'lists what is due by number, erases what is due, audited',
  verify: 'prints numbers of rows',
}

const people = roles.map((role): Person => ({ id: role, role, team: 'demo' }))

let database: Database
let interviews: Interviews
let at: Awaited<ReturnType<typeof openConsole>>
const listed: ReturnType<typeof routesOf> = []
beforeAll(async () => {
  database = await freshDatabase()
  interviews = storedInterviews(database)
  at = await openConsole(interviews, database)
  listed.push(...routesOf(at.app))
})
afterAll(async () => {
  await at.close()
  await database.close()
})

/** A case of the episode of each of these interviews. */
async function withCases(ids: Record<Kind, string>): Promise<void> {
  for (const kind of kinds) {
    const circle = await at.episodes.circleOf(ids[kind])
    const beginning = {
      episode: ids[kind],
      id: randomUUID(),
      bodies: [{ type: 'notified', source: 'police' }] as const,
    }
    const actor = {
      by: circle?.worker ?? '',
      team: 'any',
      from: 'console',
      deviceAt: new Date().toISOString(),
    } as const
    expect(await at.cases.begin(beginning, actor)).toMatchObject({ ok: true })
  }
}

/** A new interview of each kind, as this person stands to it. */
async function interviewsFor({ id, team }: Person): Promise<Record<Kind, string>> {
  const begun = async (by: string, of: string) => {
    const interview = randomUUID()
    const opening = { interview, id: randomUUID(), language: 'en', regime: 'all-shared' as const, intents: [] }
    const turn = await interviews.begin(
      { ...opening, team: of },
      { by, from: 'console', deviceAt: new Date().toISOString() },
    )
    if (!turn.ok) throw new Error(turn.problem)
    return interview
  }
  const restricted = await begun('someone-else', team)
  await at.episodes.change(restricted, { restricted: true })
  return {
    own: await begun(id, team),
    'of the team': await begun('someone-else', team),
    restricted,
    'of another team': await begun('someone-else', 'another'),
  }
}

const needsToKnow = (kind: Kind) => kind === 'own' || kind === 'of the team'
const may = (who: Who, role: Role) => who === 'anyone' || who.includes(role)

describe('every route', () => {
  it('is in the table, and the table has no other', () => {
    const names = listed.map(({ name }) => name).filter(name => !isPublic(name))
    expect(new Set(names)).toEqual(new Set(Object.keys(routes)))
  })

  it('stands behind a guard that says what it needs, or shows nothing of anyone', () => {
    const unguarded = listed.filter(({ need, name }) => need === undefined && !isPublic(name)).map(({ name }) => name)
    expect(unguarded.toSorted()).toEqual(['ALL /api/messages', 'GET /healthz', 'GET /readyz', 'POST /api/messages'])
  })

  it('that is about one interview asks whether its episode is known', () => {
    const about = listed.filter(({ path, need }) => /^\/api\/(interviews|cases)\/:id/.test(path) && need !== undefined)
    expect(about.length).toBeGreaterThan(0)
    expect(about.filter(({ isAboutInterview }) => !isAboutInterview)).toEqual([])
  })

  it('refuses whoever is not signed in', async () => {
    for (const { name, method, path } of listed) {
      if (routes[name] === 'anyone' || routes[name] === undefined) continue
      const response = await fetch(`${at.url}${pathWith(path, randomUUID())}`, {
        method,
        headers: { 'content-type': 'application/json', origin: at.url },
        ...(method === 'GET' ? {} : { body: '{}' }),
      })
      if (name !== 'POST /api/messages') expect([name, response.status]).toEqual([name, 401])
    }
  })
})

describe.each(people)('$role', person => {
  it('may do by HTTP what the table says and nothing else, to each kind of interview', {
    timeout: 60_000,
  }, async () => {
    const authorization = `Bearer ${await tokens.issue(person)}`
    const found: string[] = []
    const meant: string[] = []
    const ids = await interviewsFor(person)
    for (const { name, method, path, isAboutInterview } of listed) {
      const who = routes[name]
      if (who === undefined || who === 'anyone' || name === 'POST /api/messages') continue
      for (const kind of isAboutInterview ? kinds : (['own'] as const)) {
        const response = await fetch(`${at.url}${pathWith(path, isAboutInterview ? ids[kind] : randomUUID())}`, {
          method,
          headers: { authorization, 'content-type': 'application/json' },
          ...(method === 'GET' ? {} : { body: '{}' }),
        })
        await response.arrayBuffer()
        found.push(`${name}, ${kind}: ${response.status === 403 ? 'refused' : 'let in'}`)
        const isAllowed = may(who, person.role) && (!isAboutInterview || needsToKnow(kind))
        meant.push(`${name}, ${kind}: ${isAllowed ? 'let in' : 'refused'}`)
        expect(response.status, name).not.toBe(401)
        expect(response.status, name).toBeLessThan(500)
      }
    }
    expect(found).toEqual(meant)
  })

  it('may do by socket what the table says and nothing else, to each kind of interview', {
    timeout: 60_000,
  }, async () => {
    const client = await at.client(person)
    const found: string[] = []
    const meant: string[] = []
    for (const [event, { schema }] of Object.entries(asked)) {
      const ids = await interviewsFor(person)
      if (event !== 'case:begin') await withCases(ids)
      for (const kind of kinds) {
        const payload = payloadOf(event as keyof typeof asked, ids[kind])
        expect(schema.safeParse(payload), event).toMatchObject({ success: true })
        const problem = await problemOf(client, event, payload)
        const isRefused = problem === 'not-allowed' || problem === 'need-to-know'
        found.push(`${event}, ${kind}: ${isRefused ? problem : 'let in'}`)
        const about =
          payload !== undefined && ('interview' in payload || 'episode' in payload) && !withoutCircle.includes(event)
        const outside = about && !needsToKnow(kind)
        meant.push(
          `${event}, ${kind}: ${may(events[event as keyof typeof asked], person.role) ? (outside ? 'need-to-know' : 'let in') : 'not-allowed'}`,
        )
      }
    }
    client.disconnect()
    expect(found).toEqual(meant)
  })
})

describe('an interview begun for a case', () => {
  it.each(kinds)('needs to know of its episode: %s', async kind => {
    const person: Person = { id: 'interviewer', role: 'interviewer', team: 'demo' }
    const ids = await interviewsFor(person)
    await withCases(ids)
    const client = await at.client(person)
    const { episode, ...turn } = turnIn(ids[kind])
    const payload = { ...turn, interview: randomUUID(), episode, language: 'en', intents: [] }
    expect(await problemOf(client, 'interview:begin', payload)).toBe(needsToKnow(kind) ? undefined : 'need-to-know')
    client.disconnect()
  })
})

describe('every command', () => {
  it('is known, with what it gives to whoever can run it', () => {
    expect(Object.keys(commands).toSorted()).toEqual(Object.keys(commandsOnTheMachine).toSorted())
  })
})

/** The path with this id, and other ids in its other places. */
const pathWith = (path: string, id: string) => path.replace(':id', id).replaceAll(/:\w+/g, () => randomUUID())

function payloadOf(event: keyof typeof asked, interview: string): Record<string, unknown> | undefined {
  const turn = { interview, id: randomUUID(), deviceAt: new Date().toISOString() }
  switch (event) {
    case 'interviews:list':
      return undefined
    case 'interviews:search':
      return { name: 'Example' }
    case 'interview:begin':
      return { ...turn, interview: randomUUID(), language: 'en', intents: [] }
    case 'interview:join':
      return { interview, since: 0 }
    case 'interview:leave':
      return { interview }
    case 'interview:say':
      return { ...turn, text: 'where' }
    case 'interview:reply':
      return { ...turn, seen: 1, intent: { do: 'pause' } }
    case 'desk:list':
      return { which: 'open' }
    case 'case:begin':
      return { ...turnIn(interview), bodies: [{ type: 'notified', source: 'school' }] }
    case 'case:join':
      return { episode: interview, since: 0 }
    case 'case:leave':
      return { episode: interview }
    case 'case:read-text':
      return { episode: interview, text: 'hub' }
    case 'case:break-glass':
      return { episode: interview, reason: 'Example: nobody of the team answers.' }
    case 'case:write':
      return { ...turnIn(interview), body: { type: 'missingAgain', at: turn.deviceAt } }
    case 'practice:join':
      return { attempt: interview, since: 0 }
    case 'practice:leave':
      return { attempt: interview }
    case 'practice:say':
      return { attempt: interview, id: turn.id, after: 0, said: { did: 'waited' } }
    case 'practice:reply':
      return { attempt: interview, id: turn.id, deviceAt: turn.deviceAt, seen: 1, intent: { do: 'next' } }
    case 'interview:break-glass':
      return { interview, reason: 'Example: nobody of the team answers.' }
  }
}

/** An episode has the id of the interview it was begun with. */
const turnIn = (episode: string) => ({ episode, id: randomUUID(), deviceAt: new Date().toISOString() })

async function problemOf(client: Client, event: string, payload: unknown): Promise<string | undefined> {
  const socket = client as unknown as { emitWithAck(event: string, ...sent: unknown[]): Promise<{ problem?: string }> }
  return (await socket.emitWithAck(event, ...(payload === undefined ? [] : [payload])))?.problem
}
