import { describe, expect, it } from 'vitest'
import type { Intent } from '../../dialogs/intent.ts'
import { smallGuide } from '../support/smallGuide.ts'
import { idOf, Talk } from '../support/talk.ts'

const concern = idOf(9001)
const reply = (text: string): Intent => ({ do: 'reply', text })
const go = (to: string): Intent => ({ do: 'go', to })

function talkAfter(...intents: Intent[]): Talk {
  const talk = new Talk(smallGuide)
  for (const intent of intents) talk.do(intent)
  return talk
}

describe('take: the way through', () => {
  it.each<{ given: string; intents: Intent[]; now: string }>([
    { given: 'nothing', intents: [], now: 'prepare.known-as' },
    { given: 'a first answer', intents: [reply('Example Robin')], now: 'prepare.circumstances' },
    {
      given: 'an account, which stays open',
      intents: [go('leaving'), reply('It was loud')],
      now: 'leaving.what-happened',
    },
    {
      given: 'next after an account',
      intents: [go('leaving'), reply('Loud'), { do: 'next' }],
      now: 'leaving.who-knew',
    },
    {
      given: 'an answer that a later prompt waits for',
      intents: [go('leaving.who-knew'), reply('friend')],
      now: 'leaving.what-happened',
    },
    { given: 'a jump', intents: [go('safety')], now: 'safety.hurt' },
    { given: 'yes to being hurt', intents: [go('safety'), reply('yes')], now: 'safety.where-hurt' },
    { given: 'no to being hurt', intents: [go('safety'), reply('no')], now: 'safety.scale' },
    { given: 'the end of a topic gone to first', intents: [go('safety'), reply('no'), reply('4')], now: 'free.hello' },
    { given: 'back', intents: [go('safety'), reply('no'), { do: 'back' }], now: 'safety.hurt' },
    { given: 'skip', intents: [go('safety'), { do: 'skip' }], now: 'safety.scale' },
    { given: 'would rather not say', intents: [go('safety'), { do: 'rather-not' }], now: 'safety.scale' },
    { given: 'pause', intents: [go('safety'), { do: 'pause' }], now: 'paused' },
    { given: 'resume', intents: [go('safety'), { do: 'pause' }, { do: 'resume' }], now: 'safety.hurt' },
    { given: 'stop', intents: [go('safety'), { do: 'stop', whoseChoice: 'young-person' }], now: 'closed: stopped' },
    {
      given: 'own notes after a stop',
      intents: [{ do: 'stop', whoseChoice: 'young-person' }, go('after')],
      now: 'after.view',
    },
    {
      given: 'resume after a stop',
      intents: [{ do: 'stop', whoseChoice: 'practitioner' }, { do: 'resume' }],
      now: 'prepare.known-as',
    },
    { given: 'decline', intents: [go('free'), { do: 'next' }, { do: 'decline' }], now: 'after.who-declined' },
    { given: 'not reached', intents: [{ do: 'next' }, { do: 'next' }, { do: 'not-reached' }], now: 'after.attempts' },
  ])('comes to $now after $given', ({ intents, now }) => {
    expect(talkAfter(...intents).now).toBe(now)
  })

  it('keeps the practitioner-only prompts that were left for the end, once the young person is in the room', () => {
    const talk = talkAfter(go('free'), { do: 'next' })
    expect(talk.now).toBe('leaving.what-happened')
    for (let step = 0; step < 4; step++) talk.do({ do: 'next' })
    expect(talk.now).toBe('after.view')
    talk.do({ do: 'next' })
    expect(talk.now).toBe('prepare.known-as')
  })

  it('closes as declined with a record when its own prompts are done', () => {
    const talk = talkAfter({ do: 'next' }, { do: 'next' }, { do: 'decline' }, reply('child'))
    expect(talk.now).toBe('closed: declined')
    expect(talk.values('after.who-declined')).toEqual([{ kind: 'choice', option: 'child' }])
  })
})

describe('take: what is kept', () => {
  it('adds to an account and keeps every word as it was typed', () => {
    const talk = talkAfter(go('leaving'), reply('First I — “waited”.'), reply('Then\n\nI left'))
    expect(talk.values('leaving.what-happened')).toEqual([
      { kind: 'account', words: 'First I — “waited”.' },
      { kind: 'account', words: 'Then\n\nI left' },
    ])
  })

  it('tells chose not to say from not asked', () => {
    const talk = talkAfter(go('safety'), { do: 'rather-not' }, { do: 'skip' })
    expect(talk.values('safety.hurt')).toEqual([{ kind: 'chose-not-to-say' }])
    expect(talk.values('safety.scale')).toEqual([])
    expect(talk.record.dealt['safety.scale']).toBe('skipped')
  })

  it('corrects in place and keeps the history', () => {
    const talk = talkAfter(go('safety'), reply('no'), reply('4'))
    const wrong = talk.record.fields['safety.hurt']?.entries[0]?.event ?? ''
    talk.do({ do: 'answer', prompt: 'safety.hurt', answer: { kind: 'plain', said: 'yes' }, corrects: wrong })
    expect(talk.values('safety.hurt')).toEqual([{ kind: 'plain', said: 'yes' }])
    expect(talk.record.fields['safety.hurt']?.events).toHaveLength(2)
    expect(talk.events.some(event => event.id === wrong)).toBe(true)
    expect(talk.now).toBe('safety.where-hurt')
  })

  it('corrects an answer to chose not to say', () => {
    const talk = talkAfter(go('safety'), reply('no'))
    const wrong = talk.record.fields['safety.hurt']?.entries[0]?.event ?? ''
    talk.do({ do: 'rather-not', prompt: 'safety.hurt', corrects: wrong })
    expect(talk.values('safety.hurt')).toEqual([{ kind: 'chose-not-to-say' }])
    expect(talk.events.at(-1)).toMatchObject({ type: 'choseNotToSay', corrects: wrong, aside: true })
    expect(talk.now).toBe('safety.scale')
  })

  it('keeps the voices of a field apart', () => {
    const talk = talkAfter({ do: 'cover', coverage: 'harm.hurt', told: 'no' })
    talk.do({ do: 'cover', coverage: 'harm.hurt', told: 'yes', voice: 'practitioner' })
    talk.do({ do: 'cover', coverage: 'harm.hurt', told: 'yes', voice: 'young-person' })
    expect(talk.record.fields['harm.hurt']?.entries.map(({ voice, value }) => [voice, value])).toEqual([
      ['practitioner', { kind: 'coverage', told: 'yes' }],
      ['young-person', { kind: 'coverage', told: 'yes' }],
    ])
  })

  it("takes the young person's voice to be the interpreter's where one is needed", () => {
    const talk = talkAfter(go('prepare.circumstances'), reply('needs-interpreter'), go('leaving'), reply('I was cold'))
    expect(talk.record.fields['leaving.what-happened']?.entries[0]?.voice).toBe('interpreter')
  })

  it('puts an answer straight into a field of another topic without moving the talk', () => {
    const talk = talkAfter(go('leaving'))
    talk.do({ do: 'answer', prompt: 'safety.scale', answer: { kind: 'scale', value: 3 } })
    expect(talk.now).toBe('leaving.what-happened')
    expect(talk.values('safety.scale')).toEqual([{ kind: 'scale', value: 3 }])
  })

  it('keeps words said at a direct question beside the field, which stays unfilled', () => {
    const talk = talkAfter(go('safety'), { do: 'account', prompt: 'safety.hurt', words: 'A bit, no, yes' })
    expect(talk.values('safety.hurt')).toEqual([{ kind: 'account', words: 'A bit, no, yes' }])
    expect(talk.now).toBe('safety.hurt')
  })

  it('takes a withdrawn answer out of the record and leaves its event', () => {
    const talk = talkAfter(go('safety'), reply('yes'))
    talk.do({ do: 'withdraw', event: talk.record.fields['safety.hurt']?.entries[0]?.event ?? '' })
    expect(talk.values('safety.hurt')).toEqual([])
    expect(talk.events.filter(event => event.type === 'answered')).toHaveLength(1)
    expect(talk.now).toBe('safety.scale')
  })
})

describe('take: a concern', () => {
  it('parks the place, asks its own prompts, and comes back to the same prompt', () => {
    const talk = talkAfter(go('leaving'), reply('Someone hit me'), { do: 'concern', concern, words: 'Someone hit me' })
    expect(talk.now).toBe('concern.pass-on')
    talk.do({ do: 'say' })
    talk.do(reply('told'))
    expect(talk.now).toBe('concern.done')
    talk.do(reply('Rang the hub at 16:10'))
    expect(talk.now).toBe('leaving.what-happened')
    expect(talk.values(`concern/${concern}/concern.told`)).toEqual([{ kind: 'choice', option: 'told' }])
  })

  it('comes before a pause and before the end', () => {
    expect(talkAfter({ do: 'pause' }, { do: 'concern', concern }).now).toBe('concern.pass-on')
    expect(talkAfter({ do: 'stop', whoseChoice: 'young-person' }, { do: 'concern', concern }).now).toBe(
      'concern.pass-on',
    )
  })

  it('is asked once for each concern', () => {
    const second = idOf(9002)
    const talk = talkAfter({ do: 'concern', concern }, { do: 'concern', concern: second })
    for (let step = 0; step < 6; step++) talk.do({ do: 'next' })
    expect(talk.record.concerns.map(({ dealt }) => Object.keys(dealt).length)).toEqual([3, 3])
    expect(talk.now).toBe('prepare.known-as')
  })
})

describe('take: what it refuses, recording nothing', () => {
  it.each<{ given: Intent[]; intent: Intent; problem: string }>([
    { given: [go('safety')], intent: reply('no yes'), problem: 'not-yes-or-no' },
    { given: [go('leaving.who-knew')], intent: reply('not friend'), problem: 'not-an-option' },
    { given: [go('safety.scale')], intent: reply('11'), problem: 'not-0-to-10' },
    { given: [], intent: reply('  '), problem: 'empty' },
    { given: [go('free')], intent: reply('They like football'), problem: 'pens-down' },
    { given: [go('free')], intent: { do: 'account', prompt: 'free.hello', words: 'Football' }, problem: 'wrong-kind' },
    { given: [{ do: 'pause' }], intent: { do: 'next' }, problem: 'paused' },
    { given: [{ do: 'stop', whoseChoice: 'young-person' }], intent: reply('yes'), problem: 'closed' },
    { given: [], intent: { do: 'back' }, problem: 'nothing-before' },
    { given: [], intent: go('no.such'), problem: 'unknown-place' },
    { given: [], intent: { do: 'cover', coverage: 'no.such', told: 'yes' }, problem: 'unknown-coverage' },
    { given: [], intent: { do: 'withdraw', event: idOf(77) }, problem: 'unknown-event' },
    {
      given: [],
      intent: { do: 'answer', prompt: 'safety.hurt', answer: { kind: 'scale', value: 1 } },
      problem: 'wrong-kind',
    },
    {
      given: [],
      intent: { do: 'answer', prompt: 'leaving.who-knew', answer: { kind: 'choice', option: 'dog' } },
      problem: 'wrong-kind',
    },
    {
      given: [],
      intent: { do: 'answer', prompt: 'concern.done', answer: { kind: 'text', text: 'x' } },
      problem: 'nothing-open',
    },
  ])('$problem', ({ given, intent, problem }) => {
    const talk = talkAfter(...given)
    const before = talk.record
    expect(talk.do(intent)).toEqual({ ok: false, problem })
    expect(talk.record).toBe(before)
  })

  it('leaves the record alone when next names a prompt that the talk has already left', () => {
    const talk = talkAfter(go('safety'), reply('no'))
    expect(talk.do({ do: 'next', prompt: 'safety.hurt' })).toEqual({ ok: true, events: [] })
    expect(talk.now).toBe('safety.scale')
  })
})
