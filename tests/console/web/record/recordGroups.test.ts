import { describe, expect, it } from 'vitest'
import { apartFrom } from '../../../../console/web/record/apartFrom.ts'
import { recordGroups } from '../../../../console/web/record/recordGroups.ts'
import type { Guide } from '../../../../dialogs/guide/schema.ts'
import { smallGuide } from '../../../support/smallGuide.ts'
import { Talk } from '../../../support/talk.ts'

const groupsIn = (talk: Talk) =>
  Object.fromEntries(
    recordGroups(talk.guide, talk.record).map(({ topic, filled, empty }) => [
      topic.id,
      { filled: filled.map(field => field.id), empty: empty.map(prompt => prompt.id) },
    ]),
  )

describe('recordGroups', () => {
  it('offers what belongs and is not filled, and neither words to speak nor what pens down keeps out', () => {
    const groups = groupsIn(new Talk(smallGuide))
    expect(Object.keys(groups)).toEqual([
      'prepare.who',
      'leaving.before',
      'safety.now',
      'after.notes',
      'after.declined',
      'after.not-reached',
    ])
    expect(groups['leaving.before']).toEqual({ filled: [], empty: ['leaving.what-happened', 'leaving.who-knew'] })
    expect(groups['after.declined']).toEqual({ filled: [], empty: [] })
  })

  it('offers what an answer makes due', () => {
    const talk = new Talk(smallGuide)
    talk.do({ do: 'answer', prompt: 'leaving.who-knew', answer: { kind: 'choice', option: 'friend' } })
    expect(groupsIn(talk)['leaving.before']).toEqual({
      filled: ['leaving.who-knew'],
      empty: ['leaving.what-happened', 'leaving.friend'],
    })
  })

  it('puts coverage with the first topic that listens for it, once', () => {
    const talk = new Talk(withLateListener('push.school'))
    talk.do({ do: 'cover', coverage: 'push.school', told: 'yes' })
    const groups = groupsIn(talk)
    expect(groups['leaving.before']?.filled).toEqual(['push.school'])
    expect(groups['safety.now']?.filled).toEqual([])
  })

  it('keeps a field whose only value was taken out', () => {
    const talk = new Talk(smallGuide)
    talk.do({ do: 'account', prompt: 'leaving.what-happened', words: 'a row' })
    talk.do({ do: 'withdraw', event: talk.record.fields['leaving.what-happened']?.entries[0]?.event ?? '' })
    expect(groupsIn(talk)['leaving.before']?.filled).toEqual(['leaving.what-happened'])
  })
})

describe('apartFrom', () => {
  it('never takes not asked for chose not to say, nor either for a no', () => {
    const talk = new Talk(smallGuide)
    talk.do({ do: 'rather-not', prompt: 'safety.hurt' })
    talk.do({ do: 'skip', prompt: 'safety.scale' })
    talk.do({ do: 'cover', coverage: 'push.school', told: 'chose-not-to-say' })
    talk.do({ do: 'cover', coverage: 'pull.friends', told: 'no' })
    const apart = apartFrom(talk.guide, talk.record)
    expect(apart.choseNotToSay).toEqual(['safety.hurt', 'push.school'])
    expect(apart.notAsked).toContain('safety.scale')
    expect(apart.notAsked).not.toContain('safety.hurt')
    expect([...apart.choseNotToSay, ...apart.notAsked]).not.toContain('pull.friends')
  })

  it('counts as not asked what a talk that was stopped had not come to', () => {
    const talk = new Talk(smallGuide)
    talk.do({ do: 'stop', whoseChoice: 'young-person' })
    expect(apartFrom(talk.guide, talk.record).notAsked).toContain('leaving.what-happened')
  })
})

/** The guide, where a later topic listens for the same thing. */
function withLateListener(coverage: string): Guide {
  const heardIn = (id: string) => (id === 'safety.hurt' ? { listenFor: [coverage] } : {})
  return {
    ...smallGuide,
    stages: smallGuide.stages.map(stage => ({
      ...stage,
      topics: stage.topics.map(topic => ({
        ...topic,
        prompts: topic.prompts.map(prompt => ({ ...prompt, ...heardIn(prompt.id) })),
      })),
    })),
  }
}
