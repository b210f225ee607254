import { randomUUID } from 'node:crypto'
import { expect, it, onTestFinished } from 'vitest'
import { createBot } from '../../../bot/createBot.ts'
import { createRoomBot } from '../../../bot/createRoomBot.ts'
import { createConversations } from '../../../console/records/createConversations.ts'
import { createInterviews } from '../../../console/records/createInterviews.ts'
import { guideOfVersion, publishedGuides } from '../../../dialogs/guide/guide.ts'
import { createLexicons } from '../../../locales/lexicons.ts'
import { createTranslator } from '../../../locales/translator.ts'
import { freshDatabase } from '../../support/database.ts'
import { keysOf } from '../../support/keys.ts'
import { granted, interviewer, next, openConsole, tokens } from './openConsole.ts'

it('has the bot and the console on one interview see what the other does', async () => {
  const database = await freshDatabase()
  const translator = createTranslator()
  const now = () => new Date()
  const interviews = createInterviews({
    database,
    ...keysOf(database),
    guides: publishedGuides,
    languages: translator.languages,
    labelsFor: () => () => [],
    now,
    onFault: () => {},
  })
  const settings = {
    regime: 'all-shared',
    said: { en: { recipients: 'your team', reachMe: 'call', helplines: 'none' } },
    inEnglish: {},
    unverified: [],
  } as const
  const bot = {
    interviews,
    conversations: createConversations(database),
    knows: async () => true,
    translator,
    guideOf: guideOfVersion,
    lexicon: createLexicons(translator.languages),
    settings,
    now,
    logger: { error: () => {} },
  }
  const channels = { personOf: async () => undefined, reach: async () => {}, linkFor: async () => '' }
  const postBot = createBot({ ...bot, channels, personOf: async () => interviewer, credentials: {} })
  const at = await openConsole(interviews, database, { postBot, sayToBot: createRoomBot(bot), settings })
  onTestFinished(async () => {
    await at.close()
    await database.close()
  })

  const authorization = `Bearer ${await tokens.issue(interviewer)}`
  const type = async (text: string) => {
    const activity = {
      type: 'message',
      id: randomUUID(),
      text,
      channelId: 'test',
      serviceUrl: 'https://evil.example',
      conversation: { id: 'one' },
      from: { id: 'practitioner' },
      recipient: { id: 'bot' },
      deliveryMode: 'expectReplies',
    }
    const response = await fetch(`${at.url}/api/messages`, {
      method: 'POST',
      headers: { authorization, 'Content-Type': 'application/json' },
      body: JSON.stringify(activity),
    })
    expect(response.status).toBe(200)
    const { activities } = (await response.json()) as {
      activities: { text: string; channelData: { interview: string; seq: number; prompt: { id: string } } }[]
    }
    const last = activities.at(-1)
    if (!last) throw new Error('The bot said nothing.')
    return { all: activities.map(each => each.text).join('\n'), ...last.channelData }
  }

  const { interview, seq } = await type('start')
  const client = await at.client()
  granted(await client.emitWithAck('interview:join', { interview, since: 0 }))
  const told = next(client, 'interview:turn')
  const typed = await type('Example Robin')
  expect(await told).toMatchObject({ interview, events: [{ seq: seq + 1, from: 'bot', by: 'interviewer' }] })

  const intent = { do: 'go', to: 'leaving' } as const
  const sent = { interview, id: randomUUID(), deviceAt: now().toISOString(), seen: typed.seq, intent }
  granted(await client.emitWithAck('interview:reply', sent))
  expect((await type('where')).prompt.id).toMatch(/^leaving\./)
  expect((await type('said')).all).toContain('Example Robin')

  const say = { interview, id: randomUUID(), deviceAt: now().toISOString(), text: 'I had a row with my mum' }
  const heard = next(client, 'interview:turn')
  const answered = granted(await client.emitWithAck('interview:say', say))
  expect(await heard).toMatchObject({ events: [{ type: 'accounted', from: 'bot', by: 'interviewer', id: say.id }] })
  expect(answered.at(-1)?.actions.map(({ value }) => value)).toContain('keep push.arguments-at-home')
  // Sent again after a lost answer, it is answered again and recorded once.
  expect(granted(await client.emitWithAck('interview:say', say))).toEqual(answered)
  const { events } = granted(await client.emitWithAck('interview:join', { interview, since: 0 }))
  expect(events.filter(({ type: each }) => each === 'accounted')).toHaveLength(1)
  expect(await client.emitWithAck('interview:say', { ...say, interview: randomUUID() })).toMatchObject({ ok: false })
})
