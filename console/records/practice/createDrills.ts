import type { Member } from '../../casework/needToKnow.ts'
import { drills as allDrills, type DrillAnswer, type DrillResult } from '../../casework/practice/attempts.ts'
import type { Database } from '../database/openDatabase.ts'
import { uuidOf } from '../turnIds.ts'

/** What people answered in the exercises beside the talks. Nothing that was typed is in it. */
export interface Drills {
  keep(answers: readonly DrillAnswer[], by: Member): Promise<void>
  /** The newest, no more than 500; with a team, those made while they were in it. */
  of(person: string, team?: string): Promise<readonly DrillResult[]>
}

export function createDrills({ db }: Pick<Database, 'db'>, now: () => Date): Drills {
  return {
    async keep(answers, { id: person, team }) {
      const at = now()
      await db
        .insertInto('practice_drills')
        .values(answers.map(({ id, drill, item, right }) => ({ id: uuidOf(id), person, team, drill, at, item, right })))
        .onConflict(conflict => conflict.doNothing())
        .execute()
    },
    async of(person, team) {
      const asked = db
        .selectFrom('practice_drills')
        .select(['drill', 'at', 'item', 'right'])
        .where('person', '=', person)
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(500)
      const rows = await (team === undefined ? asked : asked.where('team', '=', team)).execute()
      return rows.flatMap(({ drill, at, item, right }) => {
        const known = allDrills.find(each => each === drill)
        return known === undefined ? [] : [{ drill: known, at: at.toISOString(), item, right }]
      })
    },
  }
}
