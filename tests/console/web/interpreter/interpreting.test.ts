import { describe, expect, it } from 'vitest'
import { interpretingIn } from '../../../../console/web/interpreter/interpreting.ts'
import { guide2 } from '../../../../dialogs/guide/guide.ts'
import type { Intent } from '../../../../dialogs/intent.ts'
import { belongs } from '../../../../dialogs/plan/isDue.ts'
import { promptsIn } from '../../../../dialogs/plan/promptsIn.ts'
import { Talk } from '../../../support/talk.ts'

const circumstances: Intent = {
  do: 'answer',
  prompt: 'prepare.circumstances',
  answer: { kind: 'choices', options: ['may-be-trafficked', 'needs-interpreter'] },
}
const clearance = (option: string): Intent => ({
  do: 'answer',
  prompt: 'prepare.interpreter',
  answer: { kind: 'choice', option },
})
const said = (said: 'yes' | 'no'): Intent => ({
  do: 'answer',
  prompt: 'welcome.interpreter',
  answer: { kind: 'plain', said },
  voice: 'young-person',
})
const notSure: Intent = { do: 'rather-not', prompt: 'welcome.interpreter', voice: 'young-person' }

const talkAfter = (...intents: Intent[]) => {
  const talk = new Talk(guide2)
  for (const intent of [circumstances, ...intents]) expect(talk.do(intent).ok).toBe(true)
  return talk
}

/** Whether what is asked of someone who may have been trafficked belongs in the talk. */
const isAsked = ({ record }: Talk) => {
  const placed = promptsIn(guide2).get('safety.people-here')
  return placed !== undefined && belongs(placed, record)
}

describe('where an interpreter stands', () => {
  it.each([
    ['nothing was said of one', [], { cleared: false, content: undefined }, false],
    ['none is cleared', [clearance('not-cleared')], { cleared: false, content: undefined }, false],
    ['none is needed', [clearance('not-needed')], { cleared: false, content: undefined }, true],
    ['cleared, and they were not asked', [clearance('cleared')], { cleared: true, content: undefined }, false],
    ['cleared, and they said yes', [clearance('cleared'), said('yes')], { cleared: true, content: 'yes' }, true],
    ['cleared, and they said no', [clearance('cleared'), said('no')], { cleared: true, content: 'no' }, false],
    ['cleared, and they are not sure', [clearance('cleared'), notSure], { cleared: true, content: 'not-sure' }, false],
    [
      'they thought better of it',
      [clearance('cleared'), said('yes'), said('no')],
      { cleared: true, content: 'no' },
      false,
    ],
    ['they became sure', [clearance('cleared'), notSure, said('yes')], { cleared: true, content: 'yes' }, true],
    [
      'another is cleared after a no and a stop',
      [clearance('cleared'), said('no'), { do: 'flag', flag: 'stopped' }, clearance('cleared')],
      { cleared: true, content: undefined },
      false,
    ],
    [
      'cleared, and then no longer',
      [clearance('cleared'), clearance('not-cleared')],
      { cleared: false, content: undefined },
      false,
    ],
  ] satisfies [string, Intent[], ReturnType<typeof interpretingIn>, boolean][])(
    'when %s',
    (_, intents, stands, asked) => {
      const talk = talkAfter(...intents)
      expect(interpretingIn(talk.record)).toEqual(stands)
      expect(isAsked(talk)).toBe(asked)
    },
  )

  it('is as if they had never been asked once their yes was taken back', () => {
    const talk = talkAfter(clearance('cleared'), said('yes'))
    talk.do({ do: 'withdraw', event: talk.events.at(-1)?.id ?? '' })
    expect(interpretingIn(talk.record)).toEqual({ cleared: true, content: undefined })
    expect(isAsked(talk)).toBe(false)
  })
})
