import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTalk } from '../../bot/createTalk.ts'
import { createLocalTalk } from '../../bot/localTalk.ts'
import type { Database } from '../../console/records/database/openDatabase.ts'
import type { Interviews } from '../../console/records/interviews.ts'
import { freshDatabase } from '../support/database.ts'
import { activityOf, interviewers, realInterviews, talking } from './botOverHttp.ts'

let database: Database
let talk: Awaited<ReturnType<typeof talking>>
let elsewhere: Awaited<ReturnType<typeof talking>>
let conversation: string
beforeAll(async () => {
  database = await freshDatabase()
  talk = await talking({ database })
  elsewhere = await talking({ database, interviews: realInterviews(database) })
})
beforeEach(() => {
  conversation = randomUUID()
})
afterAll(async () => {
  await talk.close()
  await elsewhere.close()
  await database.close()
})

const say = (text: string, id?: string) => talk.say(text, { conversation, ...(id === undefined ? {} : { id }) })

describe('an activity sent again', () => {
  it.each([
    ['start', []],
    ['Robin', ['start']],
    ['concern', ['start']],
    ['undo', ['start', 'Robin']],
    ['correct Robyn', ['start', 'Robin']],
    ['keep push.arguments-at-home', ['start', 'go leaving.before-you-went', 'We argued at home.']],
    ['keep 1', ['start', 'go leaving.before-you-went', 'We argued at home.']],
    ['not 1', ['start', 'go leaving.before-you-went', 'We argued at home.']],
  ])('"%s" is done once and answered the same, later on and on another process', async (text, before) => {
    for (const each of before) await say(each)
    const id = randomUUID()
    const first = await say(text, id)
    const events = await talk.events(first.data?.interview)
    const again = await say(text, id)
    expect(again.activities).toEqual(first.activities)
    const other = await elsewhere.say(text, { conversation, id })
    expect(other.activities).toEqual(first.activities)
    expect(await talk.events(first.data?.interview)).toEqual(events)
    await say('skip')
    const later = await say(text, id)
    expect(later.activities).toEqual(first.activities)
    expect(await talk.events(first.data?.interview)).toHaveLength(events.length + 1)
  })

  it.each([
    ['Robin', ['start']],
    ['stop', ['start']],
    ['start', []],
  ])('"%s" of an interview that is over leaves the one begun after it alone', async (text, before) => {
    for (const each of before) await say(each)
    const id = randomUUID()
    const first = await say(text, id)
    await say('stop')
    const begun = await say('start')
    const again = await say(text, id)
    expect(again.activities).toEqual(first.activities)
    expect((await say('where')).data).toEqual(begun.data)
    expect(await talk.events(begun.data?.interview)).toHaveLength(1)
  })

  it('is not taken for one with other words under the same id', async () => {
    await say('start', '1')
    await say('Robin', '2')
    const reply = await say('under-11', '2')
    const record = await talk.services.interviews.record(reply.data?.interview ?? '')
    expect(record?.fields['prepare.known-as']?.entries).toHaveLength(1)
    expect(record?.fields['prepare.age']?.entries).toHaveLength(1)
  })

  it('is a new one where it has no id', async () => {
    await say('start')
    await say('go leaving.before-you-went')
    const activity = { type: 'message', text: 'We argued.', channelId: 'test', conversation: { id: conversation } }
    await talk.post(activity, talk.authorization)
    const reply = await talk.post(activity, talk.authorization)
    const events = await talk.events(reply.data?.interview)
    expect(events.filter(({ type }) => type === 'accounted')).toHaveLength(2)
  })
})

describe('two at once', () => {
  it('lose neither', async () => {
    await say('start')
    await say('go leaving.before-you-went')
    const said = Array.from({ length: 8 }, (_, number) => `This is what I said, part ${number}.`)
    const sent = said.map((text, number) => (number % 2 === 0 ? talk : elsewhere).say(text, { conversation }))
    const replies = await Promise.all(sent)
    const record = await realInterviews(database).record(replies[0]?.data?.interview ?? '')
    const kept = record?.fields['leaving.before-you-went']?.entries.map(({ value }) => value)
    expect(kept).toHaveLength(8)
    expect(kept).toEqual(expect.arrayContaining(said.map(words => ({ kind: 'account', words }))))
    expect(new Set(replies.map(({ data }) => data?.seq)).size).toBe(8)
  })

  it('open one interview when both start it', async () => {
    const before = (await talk.services.interviews.list(interviewers)).length
    const replies = await Promise.all([say('start'), elsewhere.say('start', { conversation }), say('start')])
    expect(new Set(replies.map(({ data }) => data?.interview)).size).toBe(1)
    expect(await talk.services.interviews.list(interviewers)).toHaveLength(before + 1)
  })
})

it('next carries on from a pause that another process knows of', async () => {
  await say('start')
  await elsewhere.say('where', { conversation })
  await say('pause')
  expect((await elsewhere.say('next', { conversation })).data?.prompt?.id).toBe('prepare.known-as')
})

it('after the end a reply is for the interview that another process has begun', async () => {
  await say('start')
  await say('stop')
  const begun = await elsewhere.say('start', { conversation })
  expect((await say('Robin')).data).toMatchObject({ interview: begun.data?.interview, seq: 2 })
})

it('what is sent before the answer to what went before is taken in its order', async () => {
  const local = createLocalTalk(createTalk(talk.services))
  const sent = ['start', 'Robin', '2'].map(text => activityOf({ text, conversation }))
  const answers = await Promise.all(
    sent.map(activity => local(activity, { by: 'interviewer', team: 'demo', from: 'terminal' })),
  )
  expect(answers.map(({ activities }) => activities.at(-1)?.channelData.seq)).toEqual([1, 2, 3])
})

describe('a turn that breaks off', () => {
  it('after the commit is answered when it is sent again', async () => {
    await say('start')
    const { interviews } = talk.services
    const failing = await talking({ database, interviews: brokenAfterCommit(interviews) })
    const id = randomUUID()
    const broken = await failing.say('Robin', { conversation, id })
    expect(broken.status).toBe(500)
    expect(broken.activities).toHaveLength(1)
    const retried = await say('Robin', id)
    expect(retried.status).toBe(200)
    expect(retried.data?.prompt?.id).toBe('prepare.age')
    const events = await talk.events(retried.data?.interview)
    expect(events.map(({ type }) => type)).toEqual(['opened', 'answered'])
    await failing.close()
  })

  it('after the interview was opened and before it was linked opens no second one', async () => {
    const before = (await talk.services.interviews.list(interviewers)).length
    const conversations = { ...talk.services.conversations, link: () => Promise.reject(new Error('cut off')) }
    const failing = await talking({ database, conversations })
    expect((await failing.say('start', { conversation })).status).toBe(500)
    expect((await say('start')).data?.prompt?.id).toBe('prepare.known-as')
    expect(await talk.services.interviews.list(interviewers)).toHaveLength(before + 1)
    await failing.close()
  })

  it('once is asked of the store again without anyone noticing', async () => {
    await say('start')
    let calls = 0
    const { interviews } = talk.services
    const flaky: Interviews = {
      ...interviews,
      async turn(...args) {
        const turn = await interviews.turn(...args)
        calls += 1
        if (calls === 1) throw new Error('cut off')
        return turn
      },
    }
    const failing = await talking({ database, interviews: flaky })
    const reply = await failing.say('Robin', { conversation })
    expect(reply.status).toBe(200)
    expect(reply.data).toMatchObject({ seq: 2, prompt: { id: 'prepare.age' } })
    await failing.close()
  })
})

/** A process that goes down each time between the commit and the answer. */
function brokenAfterCommit(interviews: Interviews): Interviews {
  return {
    ...interviews,
    async turn(...args) {
      await interviews.turn(...args)
      throw new Error('cut off')
    },
  }
}
