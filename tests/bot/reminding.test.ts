import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ChannelAdapter } from '../../bot/adapter.ts'
import { createReminding, type RemindingServices } from '../../bot/createReminding.ts'
import type { Person } from '../../console/contract/people.ts'
import { createChannelReminders } from '../../console/records/cases/createChannelReminders.ts'
import { createReminders } from '../../console/records/cases/createReminders.ts'
import { type Database, openDatabase } from '../../console/records/database/openDatabase.ts'
import { freshConnection } from '../support/database.ts'
import { begunCase, type CasesOn, casesOn, wrote } from '../support/storedCases.ts'
import { channelsOn, english, listening, servicesOn } from './botOverHttp.ts'
import { openChannel } from './channelHttp.ts'

const robin: Person = { id: 'robin', role: 'interviewer', team: 'demo' }
const marked = 'Markedname Twite'

/** Where a channel takes what a bot writes: it stands for Microsoft's, and says no when it is told to. */
async function openConnector() {
  const posted: { path: string; authorization: string | undefined; body: string }[] = []
  let refusing = false
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { url = '', headers } = request
      posted.push({ path: url, authorization: headers.authorization, body: Buffer.concat(parts).toString() })
      response.writeHead(refusing ? 403 : 200, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify(refusing ? { error: { code: 'Refused', message: 'no' } } : { id: '1' }))
    })
  }).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  return {
    posted,
    texts: () => posted.map(({ body }) => String((JSON.parse(body) as { text?: string }).text)),
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    refuse: (does: boolean) => {
      refusing = does
    },
    close: () => new Promise(resolve => server.close(resolve)),
  }
}

/** The proof that it is the bot, which is Microsoft's to give. */
const tokens = {
  isValidAppId: async () => true,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    async signRequest<Request extends { headers: { set(name: string, value: string): void } }>(request: Request) {
      request.headers.set('authorization', 'Bearer the bot')
      return request
    },
  }),
}

let database: Database
let another: Database
let on: CasesOn
let channel: Awaited<ReturnType<typeof openChannel>>
let connector: Awaited<ReturnType<typeof openConnector>>
let channels: ReturnType<typeof channelsOn>
let bot: Awaited<ReturnType<typeof listening>>
let people: Person[]
let now = new Date()
const log: string[] = []
beforeAll(async () => {
  const connection = await freshConnection()
  database = await openDatabase(connection, () => {})
  another = await openDatabase(connection, () => {})
  connector = await openConnector()
  channel = await openChannel(connector.serviceUrl)
  on = casesOn(database, { now: () => now })
  people = [robin]
  channels = channelsOn(database, { personById: async id => people.find(each => each.id === id) })
  bot = await listening(servicesOn(database, { credentials: channel.credentials, channels }))
})
afterAll(async () => {
  on.cases.stop()
  await bot.close()
  await channel.close()
  await connector.close()
  await another.close()
  await database.close()
})

/** Robin, linked on a new channel, having written there since: or not. */
async function linked(more: { locale?: string; writes?: boolean } = {}): Promise<string> {
  await database.pool.query('delete from channel_links')
  const from = `29:${randomUUID()}`
  const { locale = 'en-GB', writes = true } = more
  const say = async (text: string) => bot.post(channel.activity({ text, from, locale }), await channel.authorization())
  const token = /link#(\S+)/.exec((await say('hello')).text)?.[1] ?? ''
  expect(await channels.link(token, robin)).toBe(true)
  if (writes) await say('where')
  return from
}

/** One process's clocks and bot, at this moment. */
function processOn(own: Database, byChannel = true, other: Partial<RemindingServices> = {}) {
  const faults: unknown[] = []
  const reminders = createReminders({
    database: own,
    hoursBefore: 4,
    byChannel,
    now: () => now,
    onFault: error => faults.push(error),
    every: 0,
  })
  const adapter = new ChannelAdapter(channel.credentials, tokens)
  const reminding = createReminding({
    tell: (reach, text) => adapter.tell(reach, text),
    waiting: createChannelReminders(own, () => now),
    personById: async id => people.find(each => each.id === id),
    reachesOf: channels.reachesOf,
    translator: english,
    deskUrl: () => 'https://return-talk.example/desk',
    now: () => now,
    logger: { error: (fields, message) => void log.push(JSON.stringify([fields, message])) },
    every: 0,
    ...other,
  })
  return { sweep: reminders.sweep, deliver: reminding.deliver, faults }
}

/** A case that was told of at this moment, and the moment it is looked at. */
async function caseAt(notified: string, looked: string): Promise<string> {
  now = new Date(notified)
  await database.pool.query('update case_lines set remind_at = null')
  await database.pool.query('delete from channel_reminders')
  const episode = await begunCase(
    on,
    { type: 'named', calledAs: marked },
    { type: 'timed', moment: 'servicesNotified', at: notified },
  )
  connector.posted.length = 0
  log.length = 0
  now = new Date(looked)
  return episode
}

describe('a reminder on a channel', () => {
  it('says when, where to look and nothing of whom, once over all processes', async () => {
    const from = await linked()
    await caseAt('2026-06-01T13:00:00Z', '2026-06-02T09:30:00Z')
    const both = [processOn(database), processOn(another)]
    for (let round = 0; round < 2; round++) {
      await Promise.all(both.map(({ sweep }) => sweep()))
      await Promise.all(both.map(({ deliver }) => deliver()))
    }
    expect(both.flatMap(({ faults }) => faults)).toEqual([])
    expect(connector.texts()).toEqual(['Something is due at 14:00. Open your desk: https://return-talk.example/desk'])
    const [{ path, authorization, body } = { path: '', authorization: '', body: '' }] = connector.posted
    expect(path).toContain(`/v3/conversations/${encodeURIComponent(`with ${from}`)}/activities`)
    expect(authorization).toBe('Bearer the bot')
    expect(body).not.toMatch(/marked|twite|DL-/i)
    now = new Date('2026-06-02T13:01:00Z')
    for (const { sweep, deliver } of both) {
      await sweep()
      await deliver()
    }
    expect(connector.texts().slice(1)).toEqual([
      'Something was due at 14:00 and is late. Open your desk: https://return-talk.example/desk',
    ])
  })

  it('is in the language they write to the bot in', async () => {
    await linked({ locale: 'cy-GB' })
    await caseAt('2026-06-01T13:00:00Z', '2026-06-02T09:30:00Z')
    const one = processOn(database)
    await one.sweep()
    await one.deliver()
    expect(connector.texts()[0]).toMatch(/^Mae rhywbeth .*14:00/)
  })

  it('is one message however much is due, with the day where it is not today', async () => {
    await linked()
    const episode = await caseAt('2026-06-01T13:00:00Z', '2026-06-03T09:00:00Z')
    await wrote(on, episode, { type: 'timed', moment: 'notified', at: '2026-06-01T12:00:00Z' })
    const one = processOn(database)
    await one.sweep()
    await one.deliver()
    expect(connector.texts()).toHaveLength(1)
    expect(connector.texts()[0]).toMatch(/^Things that need you: \d\. .*Tuesday.* 2 June.* 13:00/)
  })

  it('is tried again later where the channel did not take it, more seldom each time, and then no more; no word of it is logged', async () => {
    await linked()
    await caseAt('2026-06-01T13:00:00Z', '2026-06-02T09:30:00Z')
    const one = processOn(database)
    await one.sweep()
    connector.refuse(true)
    await one.deliver()
    await one.deliver()
    expect(connector.posted).toHaveLength(1)
    now = new Date(now.getTime() + 3 * 60_000)
    await one.deliver()
    expect(connector.posted).toHaveLength(2)
    expect(log.join()).toContain('reminder-not-told')
    expect(log.join()).not.toMatch(/marked|29:|due at|desk/i)
    connector.refuse(false)
    now = new Date(now.getTime() + 10 * 60_000)
    await one.deliver()
    await one.deliver()
    expect(connector.posted).toHaveLength(3)
    now = new Date(now.getTime() + 24 * 3_600_000)
    await one.deliver()
    expect(connector.posted).toHaveLength(3)

    await caseAt('2026-06-01T13:00:00Z', '2026-06-02T09:30:00Z')
    connector.refuse(true)
    await one.sweep()
    for (let hour = 0; hour < 30; hour++) {
      await one.deliver()
      now = new Date(now.getTime() + 3_600_000 * 2)
    }
    expect(connector.posted.length).toBe(8)
    connector.refuse(false)
    expect((await database.pool.query('select 1 from channel_reminders')).rows).toEqual([])
  })

  it('goes to nobody who is suspended, has taken the channel away, or has not written there since it was linked', async () => {
    const one = processOn(database)
    const posted = async () => {
      await one.sweep()
      await one.deliver()
      return connector.posted.length
    }
    await linked({ writes: false })
    await caseAt('2026-06-01T13:00:00Z', '2026-06-02T09:30:00Z')
    expect(await posted()).toBe(0)
    expect((await channels.of(robin)).map(({ reachable }) => reachable)).toEqual([false])

    await linked()
    expect((await channels.of(robin)).map(({ reachable }) => reachable)).toEqual([true])
    await caseAt('2026-06-01T13:00:00Z', '2026-06-02T09:30:00Z')
    await one.sweep()
    people = []
    expect(await posted()).toBe(0)
    people = [robin]
    await caseAt('2026-06-01T13:00:00Z', '2026-06-02T09:30:00Z')
    await one.sweep()
    for (const { id } of await channels.of(robin)) await channels.unlink(robin, id)
    expect(await posted()).toBe(0)
    expect((await database.pool.query('select 1 from channel_reminders')).rows).toEqual([])
  })

  it('holds up nobody where a channel does not answer, or what was kept cannot be read', async () => {
    await linked()
    await caseAt('2026-06-01T13:00:00Z', '2026-06-02T09:30:00Z')
    const silent = processOn(database, true, { tell: () => new Promise(() => {}), patience: 1 })
    await silent.sweep()
    await silent.deliver()
    expect(log.join()).toContain('no-answer')
    now = new Date(now.getTime() + 3 * 60_000)
    await processOn(database, true, { reachesOf: () => Promise.reject(new Error('Something encrypted')) }).deliver()
    now = new Date(now.getTime() + 10 * 60_000)
    await processOn(database).deliver()
    expect(connector.posted).toHaveLength(1)
  })

  it('is not so much as kept without an app id', async () => {
    await linked()
    await caseAt('2026-06-01T13:00:00Z', '2026-06-02T09:30:00Z')
    await processOn(database, false).sweep()
    expect((await database.pool.query('select 1 from case_reminders')).rows.length).toBeGreaterThan(0)
    expect((await database.pool.query('select 1 from channel_reminders')).rows).toEqual([])
  })

  it('keeps where someone is written to so that the database does not show it', async () => {
    const from = await linked()
    const { rows } = await database.pool.query<{ row: string; reference: Buffer }>(
      'select channel_links::text as row, reference from channel_links',
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.reference.toString('latin1')).not.toContain(from.slice(3))
    expect(rows[0]?.row).not.toContain(from.slice(3))
  })
})
