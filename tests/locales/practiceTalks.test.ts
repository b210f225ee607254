import { expect, it } from 'vitest'
import { attemptScores } from '../../dialogs/practice/progress/attemptScores.ts'
import { played, type TraineeSaid } from '../../dialogs/practice/young/practiceTalk.ts'
import { practiceTalks } from '../../locales/practiceTalks.ts'

const { talks, debrief, scores } = practiceTalks()
const said = [
  'Hello. My name is Sam. I do not work for the police.',
  'I cannot keep everything secret. If somebody may get hurt I tell people who can help.',
  'Tell me what happened.',
  'Why did you do that?',
  'Did he hit you, or was it somebody else?',
  'Thank you for telling me. What happened then?',
  'You promise me not to do it again, and I will tell nobody.',
  'Good girl. Were you scared?',
  'Tell me more about that.',
  'Thank you. Goodbye.',
].map((words): TraineeSaid => ({ did: 'said', words }))

it.each([...talks.keys()])('scores %s as its debrief does, without looking for wordings', id => {
  const talk = talks.get(id)
  if (!talk) throw new Error('It is there.')
  for (const seed of [1, 2, 3]) {
    const held = { scenario: talk.scenario, level: 'usual' as const, seed, turns: played(talk, 'usual', seed, said) }
    expect(scores(held)).toEqual(attemptScores(debrief(held)))
  }
})
