import { type Assignments, createAssignments } from './createAssignments.ts'
import { createDrills, type Drills } from './createDrills.ts'
import { createPractice, type PracticeServices } from './createPractice.ts'
import { createPracticeNotes, type PracticeNotes } from './createPracticeNotes.ts'
import type { Practice } from './practice.ts'

/** All that is kept of practice, apart from every real record. */
export interface PracticeRoom {
  attempts: Practice
  notes: PracticeNotes
  assignments: Assignments
  drills: Drills
}

/** The practice room of this database. */
export function createPracticeRoom(services: Omit<PracticeServices, 'assignments'>): PracticeRoom {
  const assignments = createAssignments(services)
  return {
    attempts: createPractice({ ...services, assignments }),
    notes: createPracticeNotes(services),
    assignments,
    drills: createDrills(services.database, services.now),
  }
}
