import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOtherPlace, scriptOf } from '../../../console/casework/scriptOf.ts'
import { guide2 } from '../../../dialogs/guide/guide.ts'
import type { Intent } from '../../../dialogs/intent.ts'
import { nextStep } from '../../../dialogs/plan/nextStep.ts'
import { promptsIn } from '../../../dialogs/plan/promptsIn.ts'
import { idOf, Talk } from '../../support/talk.ts'

const prompts = [...promptsIn(guide2).values()]
const scriptAt = (prompt: string, before: readonly Intent[] = []) => {
  const talk = new Talk(guide2)
  for (const intent of before) talk.do(intent)
  talk.do({ do: 'go', to: prompt })
  return scriptOf(guide2, talk.record)
}

/** Anything that is answered, told or left out; but not the age, by which the words differ. */
const answers = prompts.flatMap(({ prompt }): Intent[] => {
  if (prompt.id === 'prepare.age') return []
  const { id, options = [] } = prompt
  if (prompt.kind === 'choice')
    return options.map(option => ({ do: 'answer', prompt: id, answer: { kind: 'choice', option } }))
  if (prompt.kind === 'choices')
    return options.map(option => ({ do: 'answer', prompt: id, answer: { kind: 'choices', options: [option] } }))
  if (prompt.kind === 'plain')
    return (['yes', 'no'] as const).map(said => ({ do: 'answer', prompt: id, answer: { kind: 'plain', said } }))
  if (prompt.kind === 'account') return [{ do: 'account', prompt: id, words: 'marked words' }]
  return [{ do: 'rather-not', prompt: id }]
})
const coverage: Intent[] = guide2.coverage.flatMap(({ id }) =>
  (['yes', 'no', 'chose-not-to-say'] as const).map((told): Intent => ({ do: 'cover', coverage: id, told })),
)

describe('the script of an interpreter', () => {
  it('is at each prompt the same whatever was answered, told or skipped before', () => {
    const before = fc.array(fc.constantFrom<Intent>(...answers, ...coverage, { do: 'next' }, { do: 'skip' }), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(before, fc.constantFrom(...prompts), (intents, { prompt }) => {
        expect(scriptAt(prompt.id, intents)).toEqual(scriptAt(prompt.id))
      }),
      { numRuns: 1_500 },
    )
  }, 60_000)

  it('has no words of what is only for the practitioner', () => {
    for (const { prompt, stage } of prompts) {
      const { present, next } = scriptAt(prompt.id)
      if (stage.practitionerOnly && prompt.kind !== 'say')
        expect([prompt.id, present, next]).toEqual([prompt.id, null, []])
      for (const line of next) {
        const placed = promptsIn(guide2).get(line.prompt)
        expect(placed?.stage.practitionerOnly).toBe(false)
        expect(placed?.prompt.askWhen ?? placed?.topic.askWhen).toBeUndefined()
      }
    }
  })

  it('is the same in a break as while the practitioner writes about a concern', () => {
    const waiting = { language: 'en', present: null, next: [], closed: false }
    expect(scriptAt('leaving.before-you-went', [])).not.toEqual(waiting)
    const talk = new Talk(guide2)
    talk.do({ do: 'go', to: 'leaving.before-you-went' })
    talk.do({ do: 'pause' })
    expect(scriptOf(guide2, talk.record)).toEqual(waiting)
    talk.do({ do: 'concern', concern: idOf(900) })
    expect(scriptOf(guide2, talk.record)).toEqual(waiting)
    talk.do({ do: 'skip' })
    talk.do({ do: 'skip' })
    expect(scriptOf(guide2, talk.record)).toMatchObject({ present: { prompt: 'concern.pass-on' }, next: [] })
  })

  it('is over with a stop at once, and with a decline once what is for them to hear was said', () => {
    const stopped = new Talk(guide2)
    stopped.do({ do: 'stop', whoseChoice: 'young-person' })
    expect(scriptOf(guide2, stopped.record).closed).toBe(true)
    const declined = new Talk(guide2)
    declined.do({ do: 'decline' })
    for (let left = 40; left > 0; left--) {
      const step = nextStep(guide2, declined.record)
      const isHeard = step.kind === 'ask' && (step.prompt.kind === 'say' || !step.stage.practitionerOnly)
      expect(scriptOf(guide2, declined.record).closed).toBe(!isHeard)
      if (!isHeard) return
      declined.do({ do: 'next' })
    }
    throw new Error('The decline never came to its end.')
  })

  it('is told again at another prompt, in another language and at the end, and at nothing else', () => {
    const now = scriptAt('leaving.before-you-went')
    expect(isOtherPlace(undefined, now)).toBe(true)
    expect(isOtherPlace(now, structuredClone(now))).toBe(false)
    expect(isOtherPlace(now, { ...now, language: 'cy' })).toBe(true)
    expect(isOtherPlace(now, { ...now, closed: true })).toBe(true)
    expect(isOtherPlace(now, scriptAt('safety.told'))).toBe(true)
    const same = { ...now, next: [] }
    expect(isOtherPlace(now, same)).toBe(false)
  })
})
