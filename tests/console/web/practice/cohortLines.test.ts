import { describe, expect, it } from 'vitest'
import type { Assignment, AttemptLine, CohortResponse } from '../../../../console/contract/practice.ts'
import { cohortLines, quietFor } from '../../../../console/web/practice/cohort/cohortLines.ts'

const now = Date.parse('2026-11-22T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString()

const attempt = (id: string, person: string, more: Partial<AttemptLine> = {}): AttemptLine => ({
  ...{ id, person, scenario: 'small', version: 1, level: 'usual', beganAt: minutesAgo(600), turns: 4 },
  ...more,
})
const over = { ended: 'stopped', endedAt: minutesAgo(500) } as const
const assignment = (id: string, trainee: string, more: Partial<Assignment> = {}): Assignment => ({
  ...{ id, trainee, by: 'trainer', at: minutesAgo(900), scenario: 'small', level: 'usual', note: '' },
  ...more,
})
const lines = (cohort: Partial<CohortResponse>, people = ['ada', 'ben', 'cleo']) =>
  cohortLines(
    {
      people: [...people, 'trainer'].map(id => ({ id, role: id === 'trainer' ? 'trainer' : 'trainee' })),
      ...{ attempts: [], assignments: [], unanswered: {}, lastSaid: {} },
      ...cohort,
    },
    { me: 'trainer', now, today: '2026-11-22' },
  )
const ids = (cohort: Partial<CohortResponse>) => lines(cohort).map(({ person }) => person.id)

describe('cohortLines', () => {
  it.each<[string, Partial<CohortResponse>, string[]]>([
    ['leaves out the trainer, and begins with nobody before another', {}, ['ada', 'ben', 'cleo']],
    [
      'has a dispute to answer before what is overdue, and that before what was asked',
      {
        attempts: [attempt('a1', 'cleo', over)],
        unanswered: { a1: 1 },
        assignments: [assignment('x', 'ada', { due: '2026-11-30' }), assignment('y', 'ben', { due: '2026-11-21' })],
      },
      ['cleo', 'ben', 'ada'],
    ],
    [
      'does not count what is done, or due today, as overdue',
      {
        assignments: [
          assignment('x', 'ada', { due: '2026-11-01', doneWith: 'a1' }),
          assignment('y', 'cleo', { due: '2026-11-22' }),
        ],
      },
      ['cleo', 'ada', 'ben'],
    ],
    [
      'has whoever never practised before whoever did, and the longest ago first',
      {
        attempts: [
          attempt('a1', 'ada', { ...over, endedAt: minutesAgo(10) }),
          attempt('a2', 'ben', { ...over, endedAt: minutesAgo(400) }),
        ],
      },
      ['cleo', 'ben', 'ada'],
    ],
  ])('%s', (_about, cohort, order) => {
    expect(ids(cohort)).toEqual(order)
  })

  it('has trainees before those who hold talks already', () => {
    const people = [
      { id: 'ada', role: 'manager' as const },
      { id: 'ben', role: 'trainee' as const },
    ]
    const attempts = [attempt('a1', 'ben', over)]
    expect(lines({ people, attempts }).map(({ person }) => person.id)).toEqual(['ben', 'ada'])
  })

  it.each([
    { about: 'somebody who said something a minute ago', began: 90, said: 1, isNow: true },
    { about: 'somebody who has just begun', began: 1, said: undefined, isNow: true },
    { about: 'nobody who has been quiet for too long', began: 90, said: quietFor / 60_000, isNow: false },
    { about: 'nobody who has ended', began: 1, said: 1, isNow: false, more: over },
  ])('shows as practising now $about', ({ began, said, isNow, more = {} }) => {
    const [line] = lines(
      {
        attempts: [attempt('a1', 'ada', { beganAt: minutesAgo(began), ...more })],
        lastSaid: said === undefined ? {} : { a1: minutesAgo(said) },
      },
      ['ada'],
    )
    expect(line?.now?.id).toBe(isNow ? 'a1' : undefined)
  })

  it('puts what is due soonest first and says what is overdue', () => {
    const [line] = lines(
      {
        assignments: [
          assignment('whenever', 'ada'),
          assignment('later', 'ada', { due: '2026-12-01' }),
          assignment('late', 'ada', { due: '2026-11-20' }),
        ],
      },
      ['ada'],
    )
    expect(line?.asked.map(({ id, isOverdue }) => [id, isOverdue])).toEqual([
      ['late', true],
      ['later', false],
      ['whenever', false],
    ])
  })
})
