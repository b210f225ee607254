import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../console/contract/people.ts'
import type { Database } from '../../console/records/database/openDatabase.ts'
import { freshDatabase } from '../support/database.ts'
import { keysOf } from '../support/keys.ts'
import { channelsOn, listening, servicesOn } from './botOverHttp.ts'
import { openChannel } from './channelHttp.ts'

const robin: Person = { id: 'robin', role: 'interviewer', team: 'north' }
const sam: Person = { id: 'sam', role: 'manager', team: 'south' }
const wren: Person = { id: 'wren', role: 'administrator', team: 'north' }

let database: Database
let channel: Awaited<ReturnType<typeof openChannel>>
let people: Person[]
let now = () => new Date()
let channels: ReturnType<typeof channelsOn>
let bot: Awaited<ReturnType<typeof listening>>
let services: ReturnType<typeof servicesOn>
beforeAll(async () => {
  database = await freshDatabase()
  channel = await openChannel()
  channels = channelsOn(database, { personById: async id => people.find(each => each.id === id), now: () => now() })
  services = servicesOn(database, { credentials: channel.credentials, channels })
  bot = await listening(services)
})
afterAll(async () => {
  await bot.close()
  await channel.close()
  await database.close()
})

/** A new user of the channel. */
function someone() {
  people = [robin, sam, wren]
  now = () => new Date()
  const from = `29:${randomUUID()}`
  return {
    from,
    say: async (text: string, more: Record<string, unknown> = {}) =>
      bot.post(channel.activity({ text, from, ...more }), await channel.authorization()),
  }
}
const tokenIn = (text: string) => /https:\/\/return-talk\.example\/link#(\S+)/.exec(text)?.[1] ?? ''

describe('on a channel', () => {
  it('takes what the channel signed and not what anyone else did', async () => {
    const { say, from } = someone()
    expect((await say('hello')).status).toBe(200)
    const forged = await bot.post(channel.activity({ text: 'hello', from }), await channel.forged())
    expect(forged.status).toBe(401)
  })

  it('answers someone it does not know with a link and nothing else, and begins nothing', async () => {
    const { say, from } = someone()
    const before = await services.interviews.list(robin)
    for (const text of ['hello', 'start', 'marked-words about a child']) {
      const reply = await say(text)
      expect(reply.activities).toHaveLength(1)
      expect(tokenIn(reply.text)).not.toBe('')
      expect(reply.text).not.toContain('marked-words')
      expect(reply.actions).toEqual([])
      expect(reply.data).toBeUndefined()
    }
    expect(await services.interviews.list(robin)).toEqual(before)
    const token = tokenIn((await say('hello')).text)
    expect(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).not.toContain(from.slice(3))
  })

  it('says nothing to what nobody said', async () => {
    const { say } = someone()
    expect((await say('', { type: 'typing' })).activities).toEqual([])
  })

  it('acts as the person who was linked, in their team, from the same conversation on', async () => {
    const { say } = someone()
    const token = tokenIn((await say('start')).text)
    expect(await channels.channelIn(token)).toBe('msteams')
    expect(await channels.link(token, robin)).toBe(true)
    const reply = await say('start')
    const interview = reply.data?.interview ?? ''
    const [opened] = await services.interviews.eventsSince(interview, 0)
    expect(opened).toMatchObject({ by: 'robin', from: 'bot' })
    expect((await services.interviews.list(robin)).map(({ id }) => id)).toContain(interview)
    expect((await services.interviews.list({ id: 'x', team: 'north' })).map(({ id }) => id)).toContain(interview)
    expect((await services.interviews.list(sam)).map(({ id }) => id)).not.toContain(interview)
  })

  it('is linked by a link once, and only by one that is good', async () => {
    const { say } = someone()
    const token = tokenIn((await say('hello')).text)
    expect(await channels.link(`${token}x`, robin)).toBe(false)
    now = () => new Date(Date.now() + 16 * 60_000)
    expect(await channels.channelIn(token)).toBeUndefined()
    expect(await channels.link(token, robin)).toBe(false)
    now = () => new Date()
    const tries = await Promise.all([channels.link(token, robin), channels.link(token, robin)])
    expect(tries.filter(Boolean)).toHaveLength(1)
    expect(await channels.channelIn(token)).toBeUndefined()
    const id = (await channels.of(robin)).at(-1)?.id ?? ''
    await channels.unlink(robin, id)
    expect(await channels.link(token, robin)).toBe(false)
  })

  it('stays whose it is: nobody else takes it with a link from before', async () => {
    const { say } = someone()
    const [first, second] = [tokenIn((await say('one')).text), tokenIn((await say('two')).text)]
    expect(await channels.link(first, robin)).toBe(true)
    expect(await channels.link(second, sam)).toBe(false)
    const reply = await say('start')
    const [opened] = await services.interviews.eventsSince(reply.data?.interview ?? '', 0)
    expect(opened?.by).toBe('robin')
  })

  it('lets someone have several, sees only their own, and forgets one that they remove', async () => {
    people = [robin, sam, wren]
    const both = [someone(), someone()]
    const before = (await channels.of(sam)).length
    for (const { say } of both) await channels.link(tokenIn((await say('hello')).text), sam)
    const links = await channels.of(sam)
    expect(links.length).toBe(before + 2)
    const newest = links.at(-1)?.id ?? ''
    expect(await channels.unlink(robin, newest)).toBe(false)
    expect((await both[1]?.say('where'))?.text).not.toMatch(/link#/)
    expect(await channels.unlink(sam, newest)).toBe(true)
    expect((await both[1]?.say('where'))?.text).toMatch(/link#/)
    expect((await both[0]?.say('where'))?.text).not.toMatch(/link#/)
  })

  it('does nothing for someone who is suspended', async () => {
    const { say } = someone()
    await channels.link(tokenIn((await say('hello')).text), robin)
    const { data } = await say('start')
    people = [sam]
    const before = await services.interviews.eventsSince(data?.interview ?? '', 0)
    const reply = await say('next')
    expect(reply.data).toBeUndefined()
    expect(reply.activities).toHaveLength(1)
    expect(await services.interviews.eventsSince(data?.interview ?? '', 0)).toEqual(before)
  })

  it('refuses someone whose role sees no interviews', async () => {
    const { say } = someone()
    await channels.link(tokenIn((await say('hello')).text), wren)
    const reply = await say('start')
    expect(reply.data).toBeUndefined()
    expect(reply.activities).toHaveLength(1)
    expect(reply.text).not.toMatch(/link#/)
  })

  it.each([
    ['a group', { id: 'group', isGroup: true }],
    ['a group chat of Teams', { id: 'group', conversationType: 'groupChat' }],
    ['a channel of Teams', { id: 'group', conversationType: 'channel' }],
  ])('takes nothing in %s, not even from someone it knows', async (_, conversation) => {
    const { say } = someone()
    const unknown = await say('hello', { conversation })
    expect(unknown.text).not.toMatch(/link#/)
    await channels.link(tokenIn((await say('hello')).text), robin)
    const before = await services.interviews.list(robin)
    const reply = await say('start', { conversation })
    expect(reply.text).toBe(unknown.text)
    expect(reply.data).toBeUndefined()
    expect(await services.interviews.list(robin)).toEqual(before)
  })

  it('keeps who someone is on the channel nowhere in the database, and says in the audit who linked what', async () => {
    const { say, from } = someone()
    await channels.link(tokenIn((await say('hello')).text), robin)
    const id = (await channels.of(robin)).at(-1)?.id ?? ''
    await channels.unlink(robin, id)
    const rows = await database.db.selectFrom('channel_links').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(from)
    const acts = await database.db.selectFrom('audit').select(['act', 'by', 'about']).execute()
    expect(acts).toContainEqual({ act: 'channel-linked', by: 'robin', about: 'msteams' })
    expect(acts).toContainEqual({ act: 'channel-unlinked', by: 'robin', about: id })
    expect(JSON.stringify(acts)).not.toContain(from)
  })

  it('asks the database nothing about someone it has just asked about', async () => {
    const { from, say } = someone()
    await channels.link(tokenIn((await say('hello')).text), robin)
    await channels.personOf({ channel: 'msteams', id: from })
    const { keys } = keysOf(database)
    await keys.forUse('accounts')
    let asked = 0
    const query = database.pool.query.bind(database.pool)
    const connect = database.pool.connect.bind(database.pool)
    Object.assign(database.pool, {
      query: (...args: never[]) => {
        asked += 1
        return Reflect.apply(query, undefined, args)
      },
      connect: (...args: never[]) => {
        asked += 1
        return Reflect.apply(connect, undefined, args)
      },
    })
    for (let turn = 0; turn < 20; turn++)
      expect(await channels.personOf({ channel: 'msteams', id: from })).toEqual(robin)
    Object.assign(database.pool, { query, connect })
    expect(asked).toBe(0)
  })
})
