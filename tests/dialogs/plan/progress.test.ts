import { describe, expect, it } from 'vitest'
import { progressOf } from '../../../dialogs/plan/progress.ts'
import { smallGuide } from '../../support/smallGuide.ts'
import { Talk } from '../../support/talk.ts'

describe('progressOf', () => {
  it('counts what was answered, what was not asked and what is left, without what does not belong', () => {
    const talk = new Talk(smallGuide)
    talk.do({ do: 'reply', text: 'Example Robin' })
    talk.do({ do: 'skip' })
    expect(progressOf(smallGuide, talk.record)).toMatchObject({ answered: 1, notAsked: 1, left: 6, total: 8 })
  })

  it('counts a prompt once its condition holds', () => {
    const talk = new Talk(smallGuide)
    talk.do({ do: 'answer', prompt: 'safety.hurt', answer: { kind: 'plain', said: 'yes' } })
    const safety = progressOf(smallGuide, talk.record).topics.find(({ topic }) => topic === 'safety.now')
    expect(safety).toMatchObject({
      prompts: ['safety.hurt', 'safety.where-hurt', 'safety.scale'],
      answered: 1,
      left: 2,
    })
  })

  it('has coverage open until somebody tells it, denies it or keeps it back', () => {
    const talk = new Talk(smallGuide)
    talk.do({ do: 'cover', coverage: 'push.school', told: 'chose-not-to-say' })
    expect(progressOf(smallGuide, talk.record).coverage).toEqual({ told: 1, total: 2, open: ['pull.friends'] })
  })
})
