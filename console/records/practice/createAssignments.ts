import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { Level } from '../../../dialogs/practice/scenario/terms.ts'
import type { Member } from '../../casework/needToKnow.ts'
import type { Assignment, AssignScenario } from '../../casework/practice/attempts.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Keys } from '../keys/createKeys.ts'
import { open, seal } from '../keys/seal.ts'
import { storable } from '../storable.ts'
import { isUuid, uuidOf } from '../turnIds.ts'

export interface AssignmentServices {
  database: Pick<Database, 'db'>
  keys: Pick<Keys, 'forUse'>
  now(): Date
}

/** What trainers ask people of their team to practise. */
export interface Assignments {
  /** One for each of them; nothing more where it is sent again. Whether they may be asked is seen to before. */
  assign(asked: AssignScenario, by: Member): Promise<void>
  /** Takes one of a team back. What was practised for it stays. */
  takeBack(assignment: string, team: string): Promise<void>
  own(trainee: string): Promise<readonly Assignment[]>
  ofTeam(team: string): Promise<readonly Assignment[]>
  /** Whether this is what was asked of this person. */
  isAsked(assignment: string, what: { trainee: string; scenario: string; level: Level }): Promise<boolean>
}

export function createAssignments({ database: { db }, keys, now }: AssignmentServices): Assignments {
  const listed = async (whose: { trainee: string } | { team: string }): Promise<readonly Assignment[]> => {
    const [column, value] = 'trainee' in whose ? (['trainee', whose.trainee] as const) : (['team', whose.team] as const)
    const rows = await db
      .selectFrom('practice_assignments')
      .select(['id', 'trainee', 'by', 'at', 'scenario', 'level', 'note', sql<string | null>`due::text`.as('due')])
      .select(({ selectFrom }) =>
        selectFrom('practice_attempts')
          .select('practice_attempts.id')
          .whereRef('assignment', '=', 'practice_assignments.id')
          .where('ended', 'is not', null)
          .orderBy('ended_at')
          .limit(1)
          .as('doneWith'),
      )
      .where(column, '=', value)
      .orderBy('at', 'desc')
      .orderBy('id')
      .limit(500)
      .execute()
    const opens = await keys.forUse('practice')
    return rows.map(({ id, trainee, by, at, scenario, level, note, due, doneWith }) => ({
      ...{ id, trainee, by, at: at.toISOString(), scenario, level: Level.parse(level) },
      note: note === null ? '' : open(opens, note, aboutNote(id)).toString(),
      ...(due === null ? {} : { due }),
      ...(doneWith === null ? {} : { doneWith }),
    }))
  }

  return {
    async assign(asked, { id: by, team }) {
      const { assignment, trainees, scenario, level, due = null, note } = storable(asked)
      const seals = await keys.forUse('practice')
      const rows = [...new Set(trainees)].map(trainee => {
        const id = assignmentFor(uuidOf(assignment), trainee)
        const sealed = note === '' ? null : seal(seals, note, aboutNote(id))
        return { id, trainee, by, team, at: now(), scenario, level, due, note: sealed }
      })
      await db
        .insertInto('practice_assignments')
        .values(rows)
        .onConflict(conflict => conflict.doNothing())
        .execute()
    },
    async takeBack(assignment, team) {
      if (!isUuid(assignment)) return
      await db
        .deleteFrom('practice_assignments')
        .where('id', '=', uuidOf(assignment))
        .where('team', '=', team)
        .execute()
    },
    own: trainee => listed({ trainee }),
    ofTeam: team => listed({ team }),
    async isAsked(assignment, { trainee, scenario, level }) {
      if (!isUuid(assignment)) return false
      const row = await db
        .selectFrom('practice_assignments')
        .select('id')
        .where('id', '=', uuidOf(assignment))
        .where('trainee', '=', trainee)
        .where('scenario', '=', scenario)
        .where('level', '=', level)
        .executeTakeFirst()
      return row !== undefined
    },
  }
}

/** The same for the same person whenever it is sent. */
function assignmentFor(assignment: string, trainee: string): string {
  const hex = hash('sha256', `${assignment}/${trainee}`)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const aboutNote = (assignment: string) => `practice assignment ${assignment}`
