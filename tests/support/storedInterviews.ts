import { randomUUID } from 'node:crypto'
import type { Member } from '../../console/casework/needToKnow.ts'
import { createInterviews, type InterviewsServices } from '../../console/records/createInterviews.ts'
import type { Database } from '../../console/records/database/openDatabase.ts'
import type { Actor, Interviews, Turn, TurnRequest } from '../../console/records/interviews.ts'
import type { Intent } from '../../dialogs/intent.ts'
import { keysOf } from './keys.ts'
import { smallGuide } from './smallGuide.ts'

export const robin: Actor = { by: 'robin', from: 'console', deviceAt: '2026-06-01T10:00:00+01:00' }
export const sam: Actor = { ...robin, by: 'sam' }

/** The interviews of one process on this database, with a guide small enough to read at a glance. */
export function storedInterviews(database: Database, other: Partial<InterviewsServices> = {}): Interviews {
  return createInterviews({
    database,
    ...keysOf(database),
    guides: [smallGuide],
    languages: ['en', 'cy'],
    labelsFor: () => () => [],
    now: () => new Date('2026-06-01T09:00:00.000Z'),
    onFault: () => {},
    ...other,
  })
}

export const request = (intent: Intent, other: Partial<TurnRequest> = {}): TurnRequest => ({
  ...robin,
  id: randomUUID(),
  intent,
  ...other,
})

/** A new interview's id. */
export async function begun(interviews: Interviews): Promise<string> {
  const interview = randomUUID()
  const turn = await interviews.begin(
    { interview, id: randomUUID(), language: 'en', regime: 'all-shared', team: 'demo', intents: [] },
    robin,
  )
  if (!turn.ok) throw new Error(turn.problem)
  return interview
}

/** The turn; throws where it was refused. */
export async function taken(interviews: Interviews, interview: string, asked: TurnRequest): Promise<Turn> {
  const turn = await interviews.turn(interview, asked)
  if (!turn.ok) throw new Error(turn.problem)
  return turn
}

/** Who needs to know of the interviews that tests begin. */
export const demoMember: Member = { id: 'robin', team: 'demo' }
