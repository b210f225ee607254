import { randomUUID } from 'node:crypto'
import { expect, it, onTestFinished } from 'vitest'
import { createBot } from '../../../bot/createBot.ts'
import { createConversations } from '../../../console/records/createConversations.ts'
import { createInterviews } from '../../../console/records/createInterviews.ts'
import { guideOfVersion, publishedGuides } from '../../../dialogs/guide/guide.ts'
import { createLexicons } from '../../../locales/lexicons.ts'
import { createTranslator } from '../../../locales/translator.ts'
import { freshDatabase } from '../../support/database.ts'
import { granted, interviewer, next, openConsole, tokens } from './openConsole.ts'

it('has the bot and the console on one interview see what the other does', async () => {
  const database = await freshDatabase()
  const translator = createTranslator()
  const now = () => new Date()
  const interviews = createInterviews({
    database,
    guides: publishedGuides,
    languages: translator.languages,
    labelsFor: () => () => undefined,
    now,
    onListenerFault: () => {},
  })
  const settings = {
    regime: 'all-shared',
    recipients: 'your team',
    reachMe: 'call',
    helplines: 'none',
    unverified: [],
  } as const
  const postBot = createBot({
    interviews,
    conversations: createConversations(database),
    translator,
    guideOf: guideOfVersion,
    lexicon: createLexicons(translator.languages),
    settings,
    personOf: tokens.personOf,
    now,
    logger: { error: () => {} },
    credentials: {},
  })
  const at = await openConsole(interviews, { postBot, settings })
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
})
