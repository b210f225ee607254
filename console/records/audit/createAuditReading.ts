import type { KeyObject } from 'node:crypto'
import type { AuditAct, AuditOrigin } from '../../casework/auditActs.ts'
import type { Database, Tables } from '../database/openDatabase.ts'
import type { Keys } from '../keys/createKeys.ts'
import { open } from '../keys/seal.ts'
import { isUuid, uuidOf } from '../turnIds.ts'
import { aboutReason } from './auditRow.ts'
import type { AuditedInterview, AuditLine, AuditTrail, Seen } from './auditTrail.ts'

/** What the auditor asks of the audit. */
export function createAuditReading(
  { db }: Pick<Database, 'db'>,
  keys: Pick<Keys, 'forUse'>,
): Pick<AuditTrail, 'lines' | 'whoHasSeen' | 'interviews'> {
  const interviewsNamed = () =>
    db
      .selectFrom('interviews')
      .innerJoin('episodes', 'episodes.id', 'interviews.episode')
      .select(['interviews.id', 'interviews.opened_at', 'interviews.opened_by', 'episodes.team'])

  async function rolesOf(people: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(people.filter(isUuid))]
    if (ids.length === 0) return new Map()
    const rows = await db.selectFrom('accounts').select(['id', 'role']).where('id', 'in', ids).execute()
    return new Map(rows.map(({ id, role }) => [id, role]))
  }

  return {
    async lines({ by, interview, act, since, before }, limit) {
      let asked = db
        .selectFrom('audit')
        .selectAll()
        .orderBy('seq', 'desc')
        .limit(limit + 1)
      if (by !== undefined) asked = asked.where('by', '=', by)
      if (interview !== undefined) asked = asked.where('interview', '=', interview)
      if (act !== undefined) asked = asked.where('act', '=', act)
      if (since !== undefined) asked = asked.where('at', '>=', new Date(since))
      if (before !== undefined) asked = asked.where('seq', '<', String(before))
      const rows = await asked.execute()
      const key = rows.some(({ reason }) => reason !== null)
        ? await keys.forUse('audit').catch(() => undefined)
        : undefined
      return { lines: rows.slice(0, limit).map(row => lineIn(row, key)), more: rows.length > limit }
    },
    async whoHasSeen(id) {
      if (!isUuid(id)) return undefined
      const interview = uuidOf(id)
      const named = await interviewsNamed().where('interviews.id', '=', interview).executeTakeFirst()
      if (!named) return undefined
      const [acts, writes] = await Promise.all([
        db
          .selectFrom('audit')
          .select(['by', 'act'])
          .select(({ fn }) => [fn.countAll().as('times'), fn.min('at').as('first'), fn.max('at').as('last')])
          .where('interview', '=', interview)
          .where('act', 'not in', auditorsOwn)
          .groupBy(['by', 'act'])
          .execute(),
        db
          .selectFrom('events')
          .select('by')
          .select(({ fn }) => [fn.countAll().as('times'), fn.min('at').as('first'), fn.max('at').as('last')])
          .where('interview', '=', interview)
          .groupBy('by')
          .execute(),
      ])
      const roles = await rolesOf([...acts, ...writes].map(({ by }) => by))
      const seen = [
        ...acts.map(row => seenIn(row, row.act as AuditAct, roles)),
        ...writes.map(row => seenIn(row, 'wrote', roles)),
      ].toSorted((a, b) => (a.last === b.last ? 0 : a.last < b.last ? 1 : -1))
      return { interview: interviewIn(named), seen }
    },
    async interviews(number) {
      const asked = interviewsNamed().orderBy('interviews.opened_at', 'desc').orderBy('interviews.id').limit(50)
      const digits = number?.replaceAll('-', '').toLowerCase()
      const rows = await (digits === undefined
        ? asked
        : asked
            .where('interviews.id', '>=', uuidFrom(digits.padEnd(32, '0')))
            .where('interviews.id', '<=', uuidFrom(digits.padEnd(32, 'f')))
      ).execute()
      return rows.map(interviewIn)
    },
  }
}

/** The auditor's own looks, which show nothing that a child said. */
const auditorsOwn: AuditAct[] = ['audit-read', 'audit-verified']

type AuditTable = Tables['audit']

function lineIn(
  { seq, at, by, act, interview, episode, about, from, reason }: AuditTable,
  key: KeyObject | undefined,
): AuditLine {
  return {
    seq: Number(seq),
    at: at.toISOString(),
    by,
    act: act as AuditAct,
    interview,
    episode,
    about,
    from: from as AuditOrigin,
    reason: reason && reasonIn(reason, Number(seq), key),
  }
}

function reasonIn(sealed: Buffer, seq: number, key: KeyObject | undefined): AuditLine['reason'] {
  try {
    return key ? open(key, sealed, aboutReason(seq)).toString() : { unreadable: true }
  } catch {
    return { unreadable: true }
  }
}

interface Counted {
  by: string
  times: string | number | bigint
  first: Date
  last: Date
}

const seenIn = ({ by, times, first, last }: Counted, act: Seen['act'], roles: ReadonlyMap<string, string>): Seen => ({
  by,
  role: roles.get(by) ?? null,
  act,
  times: Number(times),
  first: first.toISOString(),
  last: last.toISOString(),
})

const interviewIn = (row: { id: string; opened_at: Date; opened_by: string; team: string }): AuditedInterview => ({
  id: row.id,
  begunAt: row.opened_at.toISOString(),
  begunBy: row.opened_by,
  team: row.team,
})

const uuidFrom = (digits: string) => digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
