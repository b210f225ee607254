import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandCodes } from '../../bot/commands.ts'
import { publishedGuides } from '../../dialogs/guide/guide.ts'
import { plainText } from '../../dialogs/replies/plainText.ts'
import { activityOf, english, realInterviews, talking } from './botOverHttp.ts'

const bot = english.words('en', 'bot')

let talk: Awaited<ReturnType<typeof talking>>
beforeAll(async () => {
  talk = await talking()
})
afterAll(() => talk.close())

async function saying(...texts: readonly string[]) {
  const conversation = randomUUID()
  let reply = await talk.say('start', { conversation })
  for (const text of texts) reply = await talk.say(text, { conversation })
  return { ...reply, conversation }
}

describe('before an interview', () => {
  it.each([
    ['a first message', { text: 'hello' }],
    ['someone who joins', { type: 'conversationUpdate', membersAdded: [{ id: 'a person' }], text: undefined }],
  ])('%s is welcomed and nothing is begun', async (_, other) => {
    const activity = { ...activityOf({ text: '', conversation: randomUUID() }), ...other }
    const reply = await talk.post(activity, talk.authorization)
    expect(reply.text).toBe(bot('welcome'))
    expect(reply.actions).toEqual(['start'])
    expect(reply.data).toBeUndefined()
  })

  it.each(['typing', 'event', 'endOfConversation', 'invoke', 'something new'])(
    '%s is answered with nothing',
    async type => {
      const reply = await talk.post({ ...activityOf({ text: 'start' }), type }, talk.authorization)
      expect(reply).toMatchObject({ status: 200, activities: [] })
    },
  )
})

describe('channelData', () => {
  it('says exactly where the talk is, on every activity', async () => {
    const reply = await saying('go safety.hurt-now', 'maybe')
    expect(reply.activities.length).toBeGreaterThan(1)
    for (const { channelData } of reply.activities) {
      expect(channelData).toEqual({
        interview: expect.stringMatching(/^[0-9a-f-]{36}$/),
        seq: 2,
        stage: 'safety',
        topic: 'safety.asked-plainly',
        prompt: {
          id: 'safety.hurt-now',
          kind: 'plain',
          options: [
            { code: 'yes', label: 'Yes' },
            { code: 'no', label: 'No' },
            { code: 'rather-not', label: 'Would rather not say' },
          ],
        },
        finished: false,
      })
    }
  })

  it('has no prompt in a pause, and is not finished', async () => {
    expect((await saying('pause')).data).toMatchObject({ stage: null, topic: null, prompt: null, finished: false })
  })

  it('is finished when the young person has stopped, and not while the practitioner writes notes', async () => {
    expect((await saying('stop')).data).toMatchObject({ prompt: null, finished: true })
    expect((await saying('stop', 'go after')).data).toMatchObject({ stage: 'after', finished: false })
  })

  it('leaves options out of a prompt that has none', async () => {
    expect((await saying()).data?.prompt).toEqual({ id: 'prepare.known-as', kind: 'text' })
  })
})

describe('start', () => {
  it('in an open interview returns to the prompt', async () => {
    const first = await saying('Robin')
    const again = await talk.say('start', { conversation: first.conversation })
    expect(again.data).toEqual(first.data)
  })

  it('after the end opens another', async () => {
    const first = await saying('stop')
    const again = await talk.say('start', { conversation: first.conversation })
    expect(again.data).toMatchObject({ seq: 1, prompt: { id: 'prepare.known-as' } })
    expect(again.data?.interview).not.toBe(first.data?.interview)
  })
})

describe('what was heard', () => {
  const account = 'We argued at home and I was scared.'

  it('is proposed and not recorded', async () => {
    const reply = await saying('go leaving.before-you-went', account)
    expect(reply.actions).toEqual(expect.arrayContaining(['keep push.arguments-at-home', 'not push.arguments-at-home']))
    const events = await talk.events(reply.data?.interview)
    expect(events.map(({ type }) => type)).toEqual(['opened', 'movedTo', 'accounted'])
  })

  it('is kept by a tap, with the words it was heard in, and not proposed again', async () => {
    const reply = await saying('go leaving.before-you-went', account, 'keep push.arguments-at-home')
    const newest = (await talk.events(reply.data?.interview)).at(-1)
    expect(newest).toMatchObject({
      type: 'covered',
      coverage: 'push.arguments-at-home',
      told: 'yes',
      voice: 'young-person',
    })
    expect(account).toContain(newest?.type === 'covered' ? newest.because : 'nothing')
    expect(reply.actions).not.toContain('keep push.arguments-at-home')
  })

  it('is set aside by a tap, is not recorded, and is not proposed again', async () => {
    const reply = await saying('go leaving.before-you-went', account, 'not push.arguments-at-home')
    expect(reply.actions).not.toContain('keep push.arguments-at-home')
    const record = await talk.services.interviews.record(reply.data?.interview ?? '')
    expect(record?.fields['push.arguments-at-home']).toBeUndefined()
  })

  it('says so where what was heard is that it did not happen', async () => {
    const { activities } = await saying('go safety.anything-bad', 'Nobody hit me.')
    const actions = activities.flatMap(({ suggestedActions }) => suggestedActions?.actions ?? [])
    const coverage = english.words('en', 'guide')('coverage/harm.physically-hurt')
    expect(actions.find(({ value }) => value === 'keep harm.physically-hurt')?.title).toBe(
      bot('action/keep-no', { coverage }),
    )
  })

  it('keeps its number when another is kept', async () => {
    const heard = await saying('go leaving.before-you-went', account)
    const [first, second] = heard.actions.filter(value => value.startsWith('keep '))
    const both = await saying('go leaving.before-you-went', account, 'keep 1', 'keep 2')
    const kept = (await talk.events(both.data?.interview)).flatMap(event =>
      'coverage' in event ? [event.coverage] : [],
    )
    expect(kept.map(id => `keep ${id}`)).toEqual([first, second])
  })

  it('gives way to a follow-up about what has not come up', async () => {
    const home = english.words('en', 'guide')('follow-up/leaving.home')
    expect((await saying('go leaving.before-you-went', 'It was just a day.')).text).toContain(home)
    expect((await saying('go leaving.before-you-went', account)).text).not.toContain(home)
  })
})

describe('stopping', () => {
  it('is done at once, and whose choice it was is put right by a tap, sent twice or not', async () => {
    const { actions, conversation, data } = await saying('stop')
    expect(actions).toContain('stop me')
    const id = randomUUID()
    const first = await talk.say('stop me', { conversation, id })
    const again = await talk.say('stop me', { conversation, id })
    expect(again.activities).toEqual(first.activities)
    const events = await talk.events(data?.interview)
    expect(events.map(({ type }) => type)).toEqual(['opened', 'stopped', 'resumed', 'stopped'])
    const record = await talk.services.interviews.record(data?.interview ?? '')
    expect(record).toMatchObject({ state: 'stopped', stoppedBy: 'practitioner' })
  })
})

describe('putting right', () => {
  it('corrects the last answer and keeps the history', async () => {
    const reply = await saying('Robin', 'correct Robyn')
    const record = await talk.services.interviews.record(reply.data?.interview ?? '')
    const field = record?.fields['prepare.known-as']
    expect(field?.entries.map(({ value }) => value)).toEqual([{ kind: 'text', text: 'Robyn' }])
    expect(field?.events).toHaveLength(2)
    expect(reply.data?.prompt?.id).toBe('prepare.age')
  })

  it('corrects the answer of the prompt the talk is at, where it has one, before any newer', async () => {
    const reply = await saying('Robin', 'under-11', 'go prepare.known-as', 'correct: Robyn')
    const record = await talk.services.interviews.record(reply.data?.interview ?? '')
    const answers = ['prepare.known-as', 'prepare.age'].map(id => record?.fields[id]?.entries[0]?.value)
    expect(answers).toEqual([
      { kind: 'text', text: 'Robyn' },
      { kind: 'choice', option: 'under-11' },
    ])
  })

  it('does not take for a correction what the prompt cannot read', async () => {
    const reply = await saying('go prepare.age', 'under-11', 'correct: about twelve')
    expect(reply.text).toContain(bot('problem/not-an-option'))
  })

  it.each([
    ['go leaving.before-you-went', 'Correct me if I am wrong, but I was asleep.'],
    ['go prepare.already-known', 'Correct as of Monday.'],
    ['go welcome.how', 'Correct spelling is Robyn.'],
  ])('takes a line that begins with the word for what it says, where any words can be kept: %s', async (to, said) => {
    const reply = await saying('Robin', to, said)
    const record = await talk.services.interviews.record(reply.data?.interview ?? '')
    expect(record?.fields['prepare.known-as']?.entries.map(({ value }) => value)).toEqual([
      { kind: 'text', text: 'Robin' },
    ])
  })

  it('corrects an account by the word with a colon', async () => {
    const reply = await saying('go leaving.before-you-went', 'I left Friday.', 'Correct: I left Thursday.')
    const record = await talk.services.interviews.record(reply.data?.interview ?? '')
    expect(record?.fields['leaving.before-you-went']?.entries.map(({ value }) => value)).toEqual([
      { kind: 'account', words: 'I left Thursday.' },
    ])
  })

  it('undoes a correction back to what stood before, and an answer altogether', async () => {
    const value = async (...texts: string[]) => {
      const { data } = await saying(...texts)
      const record = await talk.services.interviews.record(data?.interview ?? '')
      return record?.fields['prepare.known-as']?.entries.map(entry => entry.value)
    }
    expect(await value('Robin', 'correct Robyn', 'undo')).toEqual([{ kind: 'text', text: 'Robin' }])
    expect(await value('Robin', 'undo')).toEqual([])
  })

  it('has nothing to undo at first', async () => {
    expect((await saying('undo')).text).toContain(bot('problem/unknown-event'))
  })
})

it('does not note what is said while pens are down, and says so', async () => {
  const reply = await saying('go problem-free', 'She plays football')
  expect(reply.text).toContain(bot('problem/pens-down'))
  expect(await talk.events(reply.data?.interview)).toHaveLength(2)
})

it('shows the same prompt on another process and after a restart', async () => {
  const { conversation, data } = await saying('Robin', 'under-11', 'concern')
  const { database } = talk
  const restarted = await talking({ database, interviews: realInterviews(database) })
  const reply = await restarted.say('where', { conversation })
  expect(reply.data).toEqual(data)
  await restarted.close()
})

it.each(['said', 'help', 'topics', 'where', 'language'])(
  '"%s" records nothing and comes back to the prompt',
  async query => {
    const before = await saying('Robin')
    const reply = await talk.say(query, { conversation: before.conversation })
    expect(reply.data).toEqual(before.data)
  },
)

it('goes to a topic by its title', async () => {
  expect((await saying('go Hello')).data?.topic).toBe('welcome.hello')
})

it('refuses more than can be kept in one go', async () => {
  expect((await saying('a'.repeat(20_001))).text).toContain(bot('too-long'))
})

it('has no command that an option of the guide is called as well', () => {
  const prompts = publishedGuides.flatMap(guide =>
    guide.stages.flatMap(stage => stage.topics.flatMap(topic => topic.prompts)),
  )
  const options = prompts.flatMap(({ id, options = [] }) =>
    options.flatMap(code => [code, plainText(english.words('en', 'guide')(`option/${id}/${code}`))]),
  )
  const commands = commandCodes.flatMap(code =>
    english.has('en', 'bot', `command/${code}`) ? [code, ...bot(`command/${code}`).split('; ')] : [code],
  )
  expect(options.filter(option => commands.includes(option))).toEqual([])
})
