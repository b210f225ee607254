import { describe, expect, it } from 'vitest'
import { optimistic } from '../../../../console/web/live/optimistic.ts'
import type { Pending } from '../../../../console/web/live/pending.ts'
import type { Intent } from '../../../../dialogs/intent.ts'
import type { RecordedEvent } from '../../../../dialogs/record/events.ts'
import { smallGuide } from '../../../support/smallGuide.ts'
import { idOf, Talk } from '../../../support/talk.ts'

const interview = '00000000-0000-4000-8000-000000000000'
const deviceAt = '2026-06-01T10:00:00.000Z'

const begin = (...intents: readonly Intent[]): Pending => ({
  kind: 'begin',
  payload: { interview, id: idOf(100), deviceAt, language: 'en', intents: [...intents] },
})
const reply = (number: number, intent: Intent): Pending => ({
  kind: 'reply',
  payload: { interview, id: idOf(number), deviceAt, seen: 1, intent },
})
const named = (text: string): Intent => ({ do: 'answer', prompt: 'prepare.known-as', answer: { kind: 'text', text } })
const said = (words: string): Intent => ({ do: 'account', prompt: 'leaving.what-happened', words })

const shown = (events: readonly RecordedEvent[], pending: readonly Pending[]) =>
  optimistic(() => smallGuide, smallGuide, events, pending, 'interviewer')

const wordsIn = (events: readonly RecordedEvent[], pending: readonly Pending[]) =>
  shown(events, pending)?.record.fields['leaving.what-happened']?.entries.map(
    ({ value }) => value.kind === 'account' && value.words,
  )

describe('optimistic', () => {
  it('shows nothing of an interview that is not here', () => {
    expect(shown([], [])).toBeUndefined()
    expect(shown([], [reply(101, said('one'))])).toBeUndefined()
  })

  it('shows one begun here before the server has it, with what was filled in at its beginning', () => {
    const present = shown([], [begin(named('Example Wren')), reply(101, said('one'))])
    expect(present?.saved).toBe(0)
    expect(present?.record.openedAt).toBe(deviceAt)
    expect(present?.record.fields['prepare.known-as']?.entries.map(({ value }) => value)).toEqual([
      { kind: 'text', text: 'Example Wren' },
    ])
    expect(present?.events.map(event => event.seq)).toEqual(present?.events.map((_, index) => index + 1))
    expect(new Set(present?.events.map(event => event.id)).size).toBe(present?.events.length)
  })

  it('puts what is not sent yet on top, in order, and says up to where the server has it', () => {
    const talk = new Talk(smallGuide)
    talk.do(said('on the server'))
    const present = shown(talk.events, [reply(101, said('one')), reply(102, said('two'))])
    expect(present?.saved).toBe(talk.events.length)
    expect(wordsIn(talk.events, [reply(101, said('one')), reply(102, said('two'))])).toEqual([
      'on the server',
      'one',
      'two',
    ])
  })

  it('shows once what the server has and this device has not been told of yet', () => {
    const talk = new Talk(smallGuide)
    talk.do(said('one'))
    const committed = talk.events.map((event, index) => (index === 1 ? { ...event, id: idOf(101) } : event))
    expect(wordsIn(committed, [reply(101, said('one'))])).toEqual(['one'])
  })

  it('does not begin again what the server has begun under another id', () => {
    const talk = new Talk(smallGuide)
    const present = shown(talk.events, [begin(named('Example Wren'))])
    expect(present?.record.fields['prepare.known-as']).toBeUndefined()
    expect(present?.events).toHaveLength(1)
  })

  it('leaves out what the record as it now is would not take', () => {
    const talk = new Talk(smallGuide)
    talk.do({ do: 'pause' })
    expect(shown(talk.events, [reply(101, { do: 'next' })])?.events).toHaveLength(talk.events.length)
  })
})
