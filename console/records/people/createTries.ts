import type { Database } from '../database/openDatabase.ts'

/** How many failures are let pass, and how long it takes after that: doubling from the first to the most. */
export interface Patience {
  failures: number
  firstSeconds: number
  mostSeconds: number
}

export type Try =
  | { ok: true; locksOut: boolean; settle(how: 'right' | 'wrong' | 'half-way'): Promise<void> }
  | { ok: false; again: Date }

/** Counts tries in vain by what they were tried on, across restarts and processes. */
export interface Tries {
  /**
   * Begins a try, which counts as a failure until it is settled: so that many at once are not let through before the first
   * has failed. `right` forgets every failure, `half-way` takes back this one alone. Refused while the subject is locked out.
   */
  begin(subject: Buffer, patience: Patience): Promise<Try>
}

/** Failures are forgotten when there was none for a day. */
const forgottenAfter = 24 * 60 * 60 * 1000

export function createTries({ db }: Pick<Database, 'db'>, now: () => Date): Tries {
  return {
    begin: (subject, patience) =>
      db.transaction().execute(async kept => {
        const at = now()
        await kept
          .deleteFrom('tries')
          .where('at', '<', new Date(at.getTime() - forgottenAfter))
          .execute()
        await kept
          .insertInto('tries')
          .values({ subject, failures: 0, until: null, at })
          .onConflict(conflict => conflict.doNothing())
          .execute()
        const before = await kept
          .selectFrom('tries')
          .selectAll()
          .where('subject', '=', subject)
          .forUpdate()
          .executeTakeFirstOrThrow()
        if (before.until !== null && before.until > at) return { ok: false, again: before.until }
        const failures = before.failures + 1
        const seconds = secondsAfter(failures, patience)
        const until = seconds === 0 ? null : new Date(at.getTime() + seconds * 1000)
        await kept.updateTable('tries').set({ failures, until, at }).where('subject', '=', subject).execute()
        return { ok: true, locksOut: until !== null, settle: how => settle(subject, how, until) }
      }),
  }

  async function settle(subject: Buffer, how: 'right' | 'wrong' | 'half-way', until: Date | null): Promise<void> {
    if (how === 'wrong') return
    if (how === 'right') return void (await db.deleteFrom('tries').where('subject', '=', subject).execute())
    await db
      .updateTable('tries')
      .set(({ fn, val, eb }) => ({
        failures: fn<number>('greatest', [eb('failures', '-', 1), val(0)]),
        // Only what this try itself began: another one's stands.
        until: eb.case().when('until', '=', until).then(null).else(eb.ref('until')).end(),
      }))
      .where('subject', '=', subject)
      .execute()
  }
}

function secondsAfter(failures: number, { failures: letPass, firstSeconds, mostSeconds }: Patience): number {
  if (failures < letPass) return 0
  return Math.min(mostSeconds, firstSeconds * 2 ** Math.min(20, failures - letPass))
}
