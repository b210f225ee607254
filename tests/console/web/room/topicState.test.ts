import { expect, it } from 'vitest'
import { topicState } from '../../../../console/web/room/topicState.ts'

it.each([
  { answered: 0, notAsked: 0, left: 3, expected: 'not-begun' },
  { answered: 1, notAsked: 0, left: 2, expected: 'some-left' },
  { answered: 0, notAsked: 1, left: 2, expected: 'some-left' },
  { answered: 3, notAsked: 0, left: 0, expected: 'done' },
  { answered: 1, notAsked: 2, left: 0, expected: 'done' },
  { answered: 0, notAsked: 3, left: 0, expected: 'skipped' },
])('a topic with $answered answered, $notAsked not asked and $left left is $expected', ({ expected, ...counts }) => {
  expect(topicState({ topic: 't', stage: 's', prompts: [], ...counts })).toBe(expected)
})
