import { describe, expect, it } from 'vitest'
import { type AttemptScores, attemptScores } from '../../../../dialogs/practice/progress/attemptScores.ts'
import { changeBetween, leastQuestions, reliableAt } from '../../../../dialogs/practice/progress/changeBetween.ts'
import { progressOf, type ScoredAttempt } from '../../../../dialogs/practice/progress/progressOf.ts'
import { held, row, said } from '../debrief/talks.ts'

const none = { done: 0, of: 0 }
const scored = (attempt: string, at: string, done: number, of: number, isRetry = false): ScoredAttempt => ({
  attempt,
  at,
  isRetry,
  scores: {
    ...{ scenario: 'row', version: 3, level: 'usual', recommended: { done, of } },
    ...{ told: none, supported: none, opening: none, closing: none, stages: none },
    ...{ explained: 'never', weak: 0, missedCues: 0, mistakesLed: 0 },
  } satisfies AttemptScores,
})

describe('a reliable change', () => {
  it.each([
    [{ done: 6, of: 20 }, { done: 16, of: 20 }, 'more-than-chance', 'up'],
    [{ done: 16, of: 20 }, { done: 6, of: 20 }, 'more-than-chance', 'down'],
    [{ done: 9, of: 20 }, { done: 12, of: 20 }, 'not-more-than-chance', 'up'],
    [{ done: 0, of: 9 }, { done: 20, of: 20 }, 'too-few', 'up'],
    [{ done: 0, of: 0 }, { done: 0, of: 0 }, 'too-few', undefined],
    [{ done: 20, of: 20 }, { done: 30, of: 30 }, 'not-more-than-chance', undefined],
    [{ done: 10, of: 10 }, { done: 39, of: 40 }, 'too-few', 'down'],
  ])('from %o to %o is %s', (before, after, finding, direction) => {
    const change = changeBetween(before, after)
    expect([change.finding, change.direction]).toEqual([finding, direction])
  })

  it('is as large one way as the other', () => {
    const [a, b] = [
      { done: 6, of: 20 },
      { done: 16, of: 25 },
    ]
    expect(changeBetween(a, b).index).toBeCloseTo(-(changeBetween(b, a).index ?? Number.NaN), 10)
  })

  // Counted over every outcome: of people whose questions did not change, whatever their share, how many are said to have changed.
  it.each([
    [leastQuestions, leastQuestions],
    [leastQuestions, 40],
    [12, 12],
    [15, 20],
    [20, 60],
    [30, 30],
  ])('is said of no more than 7 of 100 who did not change, with %i and %i questions', (first, second) => {
    const worst = Math.max(...Array.from({ length: 19 }, (_, at) => falseAlarms(first, second, (at + 1) / 20)))
    expect(worst).toBeLessThan(0.07)
  })

  it('has the limit of Jacobson and Truax', () => expect(reliableAt).toBe(1.96))
})

describe('progress', () => {
  it('is in the order of time, each attempt against the one before it', () => {
    const { points, sinceFirst } = progressOf([
      scored('c', '2026-11-03T10:00:00Z', 18, 20),
      scored('a', '2026-11-01T10:00:00Z', 6, 20),
      scored('b', '2026-11-02T10:00:00Z', 0, 0),
    ])
    expect(points.map(({ attempt, share, change }) => [attempt, share, change?.finding])).toEqual([
      ['a', 0.3, undefined],
      ['b', undefined, 'too-few'],
      ['c', 0.9, 'too-few'],
    ])
    expect(sinceFirst).toMatchObject({ finding: 'more-than-chance', direction: 'up' })
  })

  it('compares no retry, which has the turns of another attempt in it', () => {
    const { points, sinceFirst } = progressOf([
      scored('a', '2026-11-01T10:00:00Z', 6, 20),
      scored('b', '2026-11-02T10:00:00Z', 20, 20, true),
    ])
    expect(points.map(({ change }) => change)).toEqual([undefined, undefined])
    expect(sinceFirst).toBeUndefined()
  })

  it('of nobody who practised is empty', () => expect(progressOf([])).toEqual({ points: [] }))
})

describe('the scores of an attempt', () => {
  it('are those of its debrief, and leave plain questions about safety out of the share', () => {
    const { debrief } = held(
      row,
      said('Are you hurt?', 'Tell me what happened before you left.', 'Did you take the bus?'),
    )
    expect(attemptScores(debrief)).toMatchObject({
      scenario: 'row',
      version: 3,
      level: 'usual',
      recommended: { done: 1, of: 2 },
      told: { of: row.units.length },
      weak: 1,
    })
  })
})

/** How likely a change is said where both attempts have the same share of recommended questions. */
function falseAlarms(first: number, second: number, share: number): number {
  let sum = 0
  for (let a = 0; a <= first; a++)
    for (let b = 0; b <= second; b++)
      if (changeBetween({ done: a, of: first }, { done: b, of: second }).finding === 'more-than-chance')
        sum += chance(a, first, share) * chance(b, second, share)
  return sum
}

function chance(done: number, of: number, share: number): number {
  let ways = 1
  for (let at = 1; at <= done; at++) ways *= (of - done + at) / at
  return ways * share ** done * (1 - share) ** (of - done)
}
