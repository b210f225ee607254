import { randomUUID } from 'node:crypto'
import type { DeskLine } from '../../../../console/casework/episode/deskLine.ts'

/** A line of the desk about nobody. */
export const deskLine = (about: Partial<DeskLine> = {}): DeskLine => ({
  episode: randomUUID(),
  seq: 1,
  calledAs: null,
  source: 'police',
  openedAt: '2026-11-22T08:00:00.000Z',
  state: 'open',
  worker: 'interviewer',
  lookedAfter: false,
  due: [],
  undated: 0,
  actionsDue: [],
  offers: 0,
  attempts: 0,
  declined: false,
  missingAgain: false,
  stillMissing: false,
  toReview: false,
  sentBack: 0,
  interviews: [],
  ...about,
})

export const dueAt = (...times: string[]): DeskLine['due'] =>
  times.map((due, place) => ({ id: ['DL-02', 'DL-03', 'DL-05'][place] ?? 'DL-08', who: 'provider', due }))
