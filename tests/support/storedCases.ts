import { randomUUID } from 'node:crypto'
import type { PoolConfig } from 'pg'
import type { CaseEventBody } from '../../console/casework/episode/caseEvents.ts'
import type { CaseActor, CaseOutcome, CaseState } from '../../console/records/cases/cases.ts'
import { type CasesServices, createCases } from '../../console/records/cases/createCases.ts'
import { createEpisodes } from '../../console/records/createEpisodes.ts'
import { type Database, openDatabase } from '../../console/records/database/openDatabase.ts'
import { createKeeping } from '../../console/records/keeping/createKeeping.ts'
import { keysOf } from './keys.ts'
import { smallGuide } from './smallGuide.ts'
import { storedInterviews } from './storedInterviews.ts'

export const worker: CaseActor = { by: 'robin', team: 'demo', from: 'console', deviceAt: '2026-06-01T10:00:00+01:00' }
export const colleague: CaseActor = { ...worker, by: 'sam' }
export const outsider: CaseActor = { ...worker, by: 'kit', team: 'another' }

export const notified: CaseEventBody = { type: 'notified', source: 'police', reference: 'Example reference 7' }

/** Everything that cases need, of one process on this database. */
export function casesOn(database: Database, other: Partial<CasesServices> = {}) {
  const { keys, episodeKeys, audit } = keysOf(database)
  const episodes = createEpisodes(database, episodeKeys, () => new Date())
  const interviews = storedInterviews(database, { keys, episodeKeys, audit })
  const now = other.now ?? (() => new Date('2026-06-01T09:00:00.000Z'))
  const faults: unknown[] = []
  const cases = createCases({
    database,
    keys,
    episodeKeys,
    episodes,
    interviews,
    guides: [smallGuide],
    audit,
    now,
    remindBefore: 4,
    onFault: error => faults.push(error),
    ...other,
  })
  const forget = (id: string) => {
    interviews.forget(id)
    episodes.forget(id)
    cases.forget(id)
  }
  const keeping = createKeeping({ database, episodeKeys, audit, rules: [], now: () => new Date(), forget })
  return { cases, interviews, episodes, audit, keeping, keys, faults, forget }
}
export type CasesOn = ReturnType<typeof casesOn>

/** The same with a pool of its own, as each of several processes on one Postgres has. */
export async function openCases(connection: PoolConfig) {
  const database = await openDatabase(connection, () => {})
  const on = casesOn(database)
  return {
    ...on,
    database,
    async close() {
      on.cases.stop()
      await database.close()
    },
  }
}
export type OpenCases = Awaited<ReturnType<typeof openCases>>

/** A new case, with what is known of it at once. */
export async function begunCase({ cases }: Pick<CasesOn, 'cases'>, ...bodies: CaseEventBody[]): Promise<string> {
  const episode = randomUUID()
  granted(await cases.begin({ episode, id: randomUUID(), bodies: [notified, ...bodies] }, worker))
  return episode
}

export async function wrote(
  { cases }: Pick<CasesOn, 'cases'>,
  episode: string,
  body: CaseEventBody,
  actor: CaseActor = worker,
): Promise<CaseState> {
  return granted(await cases.write(episode, { id: randomUUID(), body }, actor))
}

/** What was written; throws where it was refused. */
export function granted(outcome: CaseOutcome): CaseState {
  if (!outcome.ok) throw new Error(outcome.problem)
  return outcome.turn
}
