import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../console/records/database/openDatabase.ts'
import {
  type ChannelLinkingServices,
  createChannelLinking,
} from '../../../console/server/identity/createChannelLinking.ts'
import { createIdentity } from '../../../console/server/identity/createIdentity.ts'
import { readyPeople } from '../../../console/server/identity/people.ts'
import { freshDatabase } from '../../support/database.ts'
import { keysOf } from '../../support/keys.ts'
import { storedInterviews } from '../../support/storedInterviews.ts'
import { coordinator, interviewer, openConsole, tokens } from './openConsole.ts'

let database: Database
let at: Awaited<ReturnType<typeof openConsole>>
let linking: ChannelLinkingServices
let channels: ReturnType<typeof createChannelLinking>
beforeAll(async () => {
  database = await freshDatabase()
  at = await openConsole(storedInterviews(database), database)
  linking = {
    database,
    ...keysOf(database),
    tokenKey: new Uint8Array(32).fill(7),
    personById: at.identity.personById,
    url: () => at.url,
    now: () => new Date(),
  }
  // That of another process, which the channel's user wrote to.
  channels = createChannelLinking(linking)
})
afterAll(async () => {
  await at.close()
  await database.close()
})

async function api(method: string, path: string, cookie: string, body?: object) {
  const headers = { 'content-type': 'application/json', origin: at.url, cookie }
  const response = await fetch(`${at.url}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
/** That of a process which has looked nobody up yet. */
const freshIdentity = () =>
  createIdentity({
    database,
    ...keysOf(database),
    tokens,
    now: () => new Date(),
    people: readyPeople,
    secure: false,
    onFault: () => {},
  })
const tokenFor = async (id: string) => (await channels.linkFor({ channel: 'msteams', id })).split('#')[1] ?? ''

describe('a link from a channel', () => {
  it('says which channel asks, and makes whoever wrote there the person who says so, once', async () => {
    const cookie = await at.cookie(interviewer)
    const token = await tokenFor('29:one')
    expect(await api('POST', '/api/channels/look', cookie, { token })).toEqual({
      status: 200,
      body: { channel: 'msteams' },
    })
    expect(await channels.personOf({ channel: 'msteams', id: '29:one' })).toBeUndefined()
    const linked = await api('POST', '/api/channels/link', cookie, { token })
    const links = linked.body.links as readonly { channel: string }[]
    expect(links.some(({ channel }) => channel === 'msteams')).toBe(true)
    expect(await channels.personOf({ channel: 'msteams', id: '29:one' })).toMatchObject({ id: 'interviewer' })
    expect((await api('POST', '/api/channels/look', cookie, { token })).status).toBe(410)
    expect((await api('POST', '/api/channels/link', cookie, { token })).status).toBe(410)
  })

  it('is nothing to someone who is not signed in', async () => {
    const token = await tokenFor('29:two')
    expect((await api('POST', '/api/channels/look', 'none=', { token })).status).toBe(401)
    expect((await api('POST', '/api/channels/link', 'none=', { token })).status).toBe(401)
    expect((await api('GET', '/api/account/channels', 'none=')).status).toBe(401)
  })

  it('is on the list of its owner alone, who alone removes it', async () => {
    const [mine, other] = [await at.cookie(coordinator), await at.cookie(interviewer)]
    await api('POST', '/api/channels/link', mine, { token: await tokenFor('29:three') })
    const [link] = await channels.of(coordinator)
    expect((await api('GET', '/api/account/channels', mine)).body).toEqual({ links: [link], reminds: false })
    expect(JSON.stringify((await api('GET', '/api/account/channels', other)).body)).not.toContain(link?.id)
    expect((await api('DELETE', `/api/account/channels/${link?.id}`, other)).status).toBe(404)
    expect((await api('DELETE', '/api/account/channels/no-id', mine)).status).toBe(404)
    expect((await api('DELETE', `/api/account/channels/${link?.id}`, mine)).body).toEqual({ links: [], reminds: false })
  })

  it('does nothing for an account that is suspended, and may become that of someone who is there', async () => {
    const { accounts, personById } = at.identity
    const id = await accounts.make({
      name: 'Example Person',
      signInName: 'example.person',
      password: null,
      role: 'interviewer',
      team: 'demo',
    })
    const person = await personById(id ?? '')
    if (!id || !person) throw new Error('The account was not made.')
    const identity = { channel: 'msteams', id: '29:five' }
    expect(await channels.link(await tokenFor(identity.id), person)).toBe(true)
    await accounts.change(id, { state: 'suspended' }, { id: 'administrator', isReady: true })
    const identityLater = await freshIdentity()
    const later = createChannelLinking({ ...linking, personById: identityLater.personById })
    expect(await later.personOf(identity)).toBeUndefined()
    expect(await later.link(await tokenFor(identity.id), interviewer)).toBe(true)
    expect(await later.personOf(identity)).toMatchObject({ id: 'interviewer' })
  })

  it('is not taken for a bearer token, nor a bearer token for it', async () => {
    const token = await tokenFor('29:four')
    const asBearer = await fetch(`${at.url}/api/account/channels`, { headers: { authorization: `Bearer ${token}` } })
    expect(asBearer.status).toBe(401)
    const bearer = await tokens.issue(interviewer)
    const cookie = await at.cookie(interviewer)
    expect((await api('POST', '/api/channels/link', cookie, { token: bearer })).status).toBe(410)
  })
})
