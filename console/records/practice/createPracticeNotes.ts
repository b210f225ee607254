import type { KeyObject } from 'node:crypto'
import { questionClasses } from '../../../dialogs/practice/coding/questionClasses.ts'
import type {
  AnswerDispute,
  CommentOnTurn,
  Dispute,
  DisputeCode,
  TurnComment,
} from '../../casework/practice/attempts.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Keys } from '../keys/createKeys.ts'
import { open, seal } from '../keys/seal.ts'
import { storable } from '../storable.ts'
import { uuidOf } from '../turnIds.ts'
import type { PracticeTables } from './PracticeTables.ts'

export interface PracticeNotesServices {
  database: Pick<Database, 'db'>
  keys: Pick<Keys, 'forUse'>
  now(): Date
}

/** What stands beside the turns of an attempt: a trainer's comments, and a trainee's disputes with their answers. */
export interface PracticeNotes {
  of(attempt: string): Promise<{ comments: readonly TurnComment[]; disputes: readonly Dispute[] }>
  /** False where there is no such turn. */
  comment(attempt: string, comment: CommentOnTurn, by: string): Promise<boolean>
  /** One for a turn, put anew until it is answered. False where there is no such turn. */
  dispute(attempt: string, dispute: DisputeCode, by: string): Promise<boolean>
  /** False where nothing is disputed there. */
  answer(attempt: string, answer: AnswerDispute, by: string): Promise<boolean>
  /** How many of a team's disputes wait for an answer, by attempt. */
  unanswered(team: string): Promise<Readonly<Record<string, number>>>
}

export function createPracticeNotes({ database: { db }, keys, now }: PracticeNotesServices): PracticeNotes {
  const key = () => keys.forUse('practice')

  async function hasTurn(attempt: string, number: number): Promise<boolean> {
    const row = await db
      .selectFrom('practice_turns')
      .select('number')
      .where('attempt', '=', attempt)
      .where('number', '=', number)
      .executeTakeFirst()
    return row !== undefined
  }

  return {
    async of(id) {
      const attempt = uuidOf(id)
      const [comments, disputes, opens] = await Promise.all([
        db
          .selectFrom('practice_comments')
          .selectAll()
          .where('attempt', '=', attempt)
          .orderBy('turn')
          .orderBy('at')
          .execute(),
        db.selectFrom('practice_disputes').selectAll().where('attempt', '=', attempt).orderBy('turn').execute(),
        key(),
      ])
      return {
        comments: comments.map(row => commentOf(opens, row)),
        disputes: disputes.map(row => disputeOf(opens, row)),
      }
    },
    async comment(id, comment, by) {
      const attempt = uuidOf(id)
      const { turn, text, ...rest } = storable(comment)
      if (!(await hasTurn(attempt, turn))) return false
      const own = uuidOf(rest.id)
      const sealed = seal(await key(), text, aboutComment(own))
      await db
        .insertInto('practice_comments')
        .values({ id: own, attempt, turn, by, at: now(), sealed })
        .onConflict(conflict => conflict.doNothing())
        .execute()
      return true
    },
    async dispute(id, dispute, by) {
      const attempt = uuidOf(id)
      const { turn, class: as, why } = storable(dispute)
      if (!(await hasTurn(attempt, turn))) return false
      const put = { class: as, by, at: now(), sealed: seal(await key(), why, aboutDispute(attempt, turn)) }
      await db
        .insertInto('practice_disputes')
        .values({ attempt, turn, ...put, agrees: null, answered_by: null, answered_at: null, note: null })
        .onConflict(conflict =>
          conflict.columns(['attempt', 'turn']).doUpdateSet(put).where('practice_disputes.answered_at', 'is', null),
        )
        .execute()
      return true
    },
    async answer(id, answer, by) {
      const attempt = uuidOf(id)
      const { turn, agrees, note } = storable(answer)
      const sealed = seal(await key(), note, aboutAnswer(attempt, turn))
      const { numUpdatedRows } = await db
        .updateTable('practice_disputes')
        .set({ agrees, answered_by: by, answered_at: now(), note: sealed })
        .where('attempt', '=', attempt)
        .where('turn', '=', turn)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    async unanswered(team) {
      const rows = await db
        .selectFrom('practice_disputes')
        .innerJoin('practice_attempts', 'practice_attempts.id', 'practice_disputes.attempt')
        .select(['attempt', ({ fn }) => fn.countAll<string>().as('count')])
        .where('team', '=', team)
        .where('answered_at', 'is', null)
        .groupBy('attempt')
        .execute()
      return Object.fromEntries(rows.map(({ attempt, count }) => [attempt, Number(count)]))
    },
  }
}

const commentOf = (key: KeyObject, { id, turn, by, at, sealed }: PracticeTables['practice_comments']): TurnComment => ({
  ...{ id, turn, by, at: at.toISOString() },
  text: open(key, sealed, aboutComment(id)).toString(),
})

function disputeOf(key: KeyObject, row: PracticeTables['practice_disputes']): Dispute {
  const { attempt, turn, by, at, sealed, agrees, answered_by, answered_at, note } = row
  const as = questionClasses.find(each => each === row.class)
  if (as === undefined)
    throw new Error('A dispute is about a class that is not known here: run the newest Return Talk.')
  const why = open(key, sealed, aboutDispute(attempt, turn)).toString()
  const put = { turn, class: as, why, by, at: at.toISOString() }
  if (agrees === null || answered_by === null || answered_at === null || note === null) return put
  const words = open(key, note, aboutAnswer(attempt, turn)).toString()
  return { ...put, answer: { by: answered_by, at: answered_at.toISOString(), agrees, note: words } }
}

const aboutComment = (id: string) => `practice comment ${id}`
const aboutDispute = (attempt: string, turn: number) => `practice dispute ${attempt} ${turn}`
const aboutAnswer = (attempt: string, turn: number) => `practice answer ${attempt} ${turn}`
