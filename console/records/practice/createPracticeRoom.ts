import type { Debrief } from '../../../dialogs/practice/debrief/debrief.ts'
import type { HeldTalk } from '../../../dialogs/practice/debrief/debriefOf.ts'
import type { AttemptScores } from '../../../dialogs/practice/progress/attemptScores.ts'
import { type Assignments, createAssignments } from './createAssignments.ts'
import { createDrills, type Drills } from './createDrills.ts'
import { createPractice, type PracticeServices } from './createPractice.ts'
import { createPracticeNotes, type PracticeNotes } from './createPracticeNotes.ts'
import { createScores, type Scores } from './createScores.ts'
import type { Practice } from './practice.ts'

/** All that is kept of practice, apart from every real record. */
export interface PracticeRoom {
  attempts: Practice
  notes: PracticeNotes
  assignments: Assignments
  drills: Drills
  /** What a talk showed. */
  debrief(talk: HeldTalk): Debrief
  scores: Scores
}

export interface PracticeRoomServices extends Omit<PracticeServices, 'assignments'> {
  debrief(talk: HeldTalk): Debrief
  scores(talk: HeldTalk): AttemptScores
}

/** The practice room of this database. */
export function createPracticeRoom(services: PracticeRoomServices): PracticeRoom {
  const assignments = createAssignments(services)
  const attempts = createPractice({ ...services, assignments })
  return {
    attempts,
    notes: createPracticeNotes(services),
    assignments,
    drills: createDrills(services.database, services.now),
    debrief: services.debrief,
    scores: createScores(attempts, services.scores),
  }
}
