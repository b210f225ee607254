import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTokens } from '../../console/server/identity/tokens.ts'
import { activityOf, interviewers, listening, person, servicesOn, talking, tokenOf, tokens } from './botOverHttp.ts'

let talk: Awaited<ReturnType<typeof talking>>
beforeAll(async () => {
  talk = await talking()
})
afterAll(() => talk.close())

describe('without an app id', () => {
  const foreign = createTokens(randomBytes(32)).issue(person)
  it.each([
    ['no token', async () => undefined],
    ['garbage', async () => 'Bearer garbage'],
    ['a token signed elsewhere', async () => `Bearer ${await foreign}`],
    ['a token that has run out', async () => `Bearer ${await tokenOf('interviewer', -60)}`],
    ['a good token under another scheme', async () => `Basic ${await tokenOf()}`],
    ['a good token and something more', async () => `Bearer ${await tokenOf()} more`],
  ])('refuses %s with a sentence and begins nothing', async (_, authorization) => {
    const before = await talk.services.interviews.list(interviewers)
    const reply = await talk.post(activityOf({ text: 'start' }), await authorization())
    expect(reply).toMatchObject({ status: 401, activities: [] })
    expect(reply.error).toMatch(/^[A-Z].+\.?$/)
    expect(await talk.services.interviews.list(interviewers)).toEqual(before)
  })

  it('refuses a person whose role holds no interviews', async () => {
    const reply = await talk.post(
      activityOf({ text: 'start' }),
      `Bearer ${await tokens.issue({ id: 'interpreter', role: 'interpreter' })}`,
    )
    expect(reply).toMatchObject({ status: 403, activities: [] })
  })

  it.each([
    ['not JSON', '{"type":'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no type', { conversation: { id: 'a' } }],
    ['no conversation', { type: 'message', text: 'start' }],
    ['a conversation without an id', { type: 'message', text: 'start', conversation: {} }],
    ['text that is no text', { type: 'message', text: { $gt: '' }, conversation: { id: 'a' } }],
    ['members that are no list', { type: 'conversationUpdate', membersAdded: 'me', conversation: { id: 'a' } }],
  ])('refuses %s with a sentence and no stack', async (_, body) => {
    const reply = await talk.post(body, talk.authorization)
    expect(reply.status).toBe(400)
    expect(reply.error).toMatch(/JSON/)
    expect(reply.error).not.toMatch(/at .*\.ts|zod|issue/i)
  })

  it('refuses an activity that is too big', async () => {
    const reply = await talk.post(activityOf({ text: 'a'.repeat(400_000) }), talk.authorization)
    expect(reply.status).toBe(413)
  })

  it('answers in the response and posts nothing to the serviceUrl it was given', async () => {
    let asked = 0
    const stranger = createServer((_, response) => {
      asked += 1
      response.end('{}')
    }).listen(0, '127.0.0.1')
    await new Promise(resolve => stranger.once('listening', resolve))
    const serviceUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`
    for (const deliveryMode of ['normal', undefined, 'notification', 'expectReplies']) {
      const activity = { ...activityOf({ text: 'hello', conversation: 'elsewhere' }), serviceUrl, deliveryMode }
      const reply = await talk.post(activity, talk.authorization)
      expect(reply.activities).toHaveLength(1)
    }
    await new Promise(resolve => stranger.close(resolve))
    expect(asked).toBe(0)
  })

  it('keeps a conversation to the person in it', async () => {
    const conversation = 'the same name'
    const mine = await talk.say('start', { conversation })
    const other = await talk.post(activityOf({ text: 'where', conversation }), `Bearer ${await tokenOf('trainee')}`)
    expect(mine.data?.interview).toBeDefined()
    expect(other.data).toBeUndefined()
  })
})

describe('with an app id', () => {
  it.each([
    ['no token', undefined],
    ['garbage', 'Bearer garbage'],
    ['garbage in three parts', 'Bearer a.b.c'],
    ['an unsigned one', 'Bearer eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2FwaS5ib3RmcmFtZXdvcmsuY29tIn0.'],
    ['one that names another issuer', 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2V4YW1wbGUub3JnIn0.AAAA'],
    ['another kind of authorization', 'Basic garbage'],
  ])('refuses %s', async (_, authorization) => {
    const credentials = { MicrosoftAppId: '11111111-1111-4111-8111-111111111111', MicrosoftAppPassword: 'not-used' }
    const bot = await listening(servicesOn(talk.database, { credentials }))
    const before = await talk.services.interviews.list(interviewers)
    const reply = await bot.post({ ...activityOf({ text: 'start' }), channelId: 'msteams' }, authorization)
    expect(reply.status).toBe(401)
    expect(reply.error).toMatch(/channel/)
    expect(await talk.services.interviews.list(interviewers)).toEqual(before)
    await bot.close()
  })

  it('does not take the tokens issued here', async () => {
    const credentials = { MicrosoftAppId: '11111111-1111-4111-8111-111111111111', MicrosoftAppPassword: 'not-used' }
    const bot = await listening(servicesOn(talk.database, { credentials }))
    const reply = await bot.post({ ...activityOf({ text: 'start' }), channelId: 'msteams' }, talk.authorization)
    expect(reply.status).toBe(401)
    await bot.close()
  })
})
