import { randomUUID } from 'node:crypto'
import type { Guide } from '../../../dialogs/guide/schema.ts'
import type { CaseEventBody, RecordedCaseEvent } from '../../casework/episode/caseEvents.ts'
import { caseFrom } from '../../casework/episode/caseFile.ts'
import { caseRefusal } from '../../casework/episode/caseRefusal.ts'
import { needsReviewer } from '../../casework/review/reviewRefusal.ts'
import type { Audit } from '../audit/audit.ts'
import { noHash } from '../chain.ts'
import type { Episodes } from '../createEpisodes.ts'
import { createListeners } from '../createListeners.ts'
import type { Database } from '../database/openDatabase.ts'
import type { EpisodeKeys } from '../episodeKeys.ts'
import type { Interviews } from '../interviews.ts'
import type { Keys } from '../keys/createKeys.ts'
import { nameIndex } from '../sealedName.ts'
import { createSerialQueues } from '../serialQueues.ts'
import { storable } from '../storable.ts'
import { isUuid, uuidOf } from '../turnIds.ts'
import { deskLineIn, type KeptTimes } from './caseLine.ts'
import { type ChainedCaseEvent, chainedCaseEvent } from './caseRow.ts'
import { createCaseStore, type StoredCase } from './caseStore.ts'
import type { CaseActor, CaseBeginning, CaseOutcome, CaseState, Cases, CaseTold, CaseWriting } from './cases.ts'
import { type CaseClocks, createCaseStates, isSame, madeBy } from './createCaseStates.ts'
import { createInterviewTimes } from './createInterviewTimes.ts'
import { followInterviews } from './followInterviews.ts'
import { listDesk } from './listDesk.ts'
import { nextCaseEvent } from './nextCaseEvent.ts'

export interface CasesServices {
  database: Database
  keys: Pick<Keys, 'forUse' | 'makeFor'>
  episodeKeys: Pick<EpisodeKeys, 'ofEpisode' | 'unwrapped'>
  episodes: Pick<Episodes, 'knows' | 'circleOf' | 'knowsEpisode' | 'circleOfEpisode' | 'changed'>
  interviews: Pick<Interviews, 'eventsSince' | 'summary' | 'onTurn'>
  guides: readonly Guide[]
  audit: Audit
  now(): Date
  /** How many hours before a clock runs out someone is reminded. */
  remindBefore: number
  /** How the clocks are read here; without it, each in the safer way and no other authority's. */
  clocks?: CaseClocks
  /** Told when a listener fails, or a line cannot follow an interview; what was written is kept all the same. */
  onFault(error: unknown): void
}

/** The cases in this database. */
export function createCases(services: CasesServices): Cases {
  const { database, keys, episodeKeys, episodes, interviews, audit, now, clocks = {} } = services
  const store = createCaseStore(database)
  const times = createInterviewTimes(services)
  const { inTurn } = createSerialQueues()
  const { folded, told, toldBefore, lineToWrite } = createCaseStates(times, { ...services, clocks })
  const listeners = createListeners<CaseTold>(services.onFault)
  const following = followInterviews(interviews, refreshCovering, services.onFault)

  return {
    async begin(beginning, actor) {
      const episode = uuidOf(beginning.episode)
      const asked = { ...storable(beginning), episode, id: uuidOf(beginning.id) }
      return inTurn(episode, () => begun(asked, storable(actor)))
    },
    async write(id, writing, actor) {
      if (!isUuid(id)) return { ok: false, problem: 'unknown-case' }
      const episode = uuidOf(id)
      const asked = { ...storable(writing), id: uuidOf(writing.id) }
      return inTurn(episode, () => written(episode, asked, storable(actor)))
    },
    async allocate(interview, newWorker, actor) {
      const episode = isUuid(interview) ? await store.episodeOf(uuidOf(interview)) : undefined
      if (episode === undefined) return
      await inTurn(episode, () =>
        written(episode, { id: randomUUID(), body: { type: 'allocated', worker: newWorker } }, storable(actor)),
      )
    },
    read,
    async ofInterview(interview) {
      const episode = isUuid(interview) ? await store.episodeOf(uuidOf(interview)) : undefined
      return episode === undefined ? undefined : read(episode, 0)
    },
    linkedTo: async id => (isUuid(id) ? store.naming(uuidOf(id)) : []),
    async line(id) {
      const row = isUuid(id) ? await store.row(uuidOf(id)) : undefined
      const key = row && (await episodeKeys.ofEpisode(row.episode))
      return row && key ? deskLineIn(row, key) : undefined
    },
    async desk(reader, { which, name }) {
      const tokens = name === undefined ? undefined : nameIndex(await keys.forUse('names'), name)
      if (tokens?.length === 0) return []
      return listDesk(database, episodeKeys, reader, { which }, tokens)
    },
    refresh: refreshCovering,
    onTurn: listeners.add,
    settled: following.settled,
    forget: times.forget,
    stop: following.stop,
    async recover() {
      for (const episode of await store.behind(madeBy(clocks))) {
        // One that cannot be read keeps no other from being made anew.
        await inTurn(episode, () => refresh(episode, true)).catch(services.onFault)
      }
    },
  }

  async function read(id: string, since: number): Promise<CaseState | undefined> {
    if (!isUuid(id)) return undefined
    const found = await stored(uuidOf(id))
    if (!found) return undefined
    const state = await folded(found.events, found.row.line.times)
    // What could not be followed at the time, because the process ended, is put right when someone looks.
    if (!isSame(found.row.line.times, state.times)) await refresh(uuidOf(id))
    return told(state, since)
  }

  async function begun(beginning: CaseBeginning, actor: CaseActor): Promise<CaseOutcome> {
    const { episode, id, bodies } = beginning
    for (;;) {
      const there = await stored(episode)
      if (there && there.events[0]?.turn !== id) return { ok: false, problem: 'case-there' }
      if (there) {
        // Perhaps this is sent again because the first time broke off between the commit and the audit.
        await auditBegun(episode, actor)
        return { ok: true, turn: await toldBefore(there, id) }
      }
      const circle = await episodes.circleOfEpisode(episode)
      if (circle && !(await episodes.knowsEpisode(memberOf(actor), episode))) {
        return { ok: false, problem: 'need-to-know' }
      }
      const made = circle ? undefined : await keys.makeFor(episode)
      const key = made?.key ?? (await episodeKeys.ofEpisode(episode))
      if (!key) return { ok: false, problem: 'unknown-case' }
      const all = circle ? [...bodies, ...(await knownOfInterviews(episode, bodies, circle.worker, actor))] : bodies
      const events: ChainedCaseEvent[] = []
      for (const body of all) {
        const event = nextCaseEvent(episode, events, { id, body }, actor, now().toISOString())
        const refusal = await refusalOf([...events.map(each => each.event), event], actor)
        if (refusal) return { ok: false, problem: refusal }
        events.push(chainedCaseEvent(key, id, events.at(-1)?.hash ?? noHash, event))
      }
      const state = await folded(events)
      const opening = made && { team: actor.team, wrapped: made.wrapped, master: made.master }
      if (!(await store.begin(events, await lineToWrite(state, key), opening))) {
        // Someone else was first; or the words of this episode were destroyed.
        if (!(await store.row(episode)) && (await isErased(episode))) return { ok: false, problem: 'unknown-case' }
        continue
      }
      await auditBegun(episode, actor)
      if (circle && circle.worker !== (state.file.worker ?? '')) episodes.changed(episode)
      const turn = told(state, 0)
      listeners.tell({ episode, after: 0, turn, line: state.line })
      return { ok: true, turn }
    }
  }

  /** What is known of an episode whose interview was begun without a case: that it covers it, and who it is with. */
  async function knownOfInterviews(
    episode: string,
    bodies: readonly CaseEventBody[],
    worker: string,
    { by }: CaseActor,
  ): Promise<CaseEventBody[]> {
    const covered = bodies.flatMap(body => (body.type === 'covered' ? [body.interview] : []))
    const others = (await store.interviewsOf(episode)).filter(interview => !covered.includes(interview))
    const isAllocated = bodies.some(({ type }) => type === 'allocated') || worker === by
    return [
      ...(isAllocated ? [] : [{ type: 'allocated' as const, worker: worker === '' ? null : worker }]),
      ...others.map(interview => ({ type: 'covered' as const, interview })),
    ]
  }

  /** So that it is seen when a case is gone with all its events. */
  function auditBegun(episode: string, { by, from }: CaseActor): Promise<void> {
    return audit.write({ by, act: 'case-begun', from, episode })
  }

  async function isErased(episode: string): Promise<boolean> {
    const row = await database.db
      .selectFrom('episodes')
      .select('destroyed_at')
      .where('id', '=', episode)
      .executeTakeFirst()
    return row !== undefined && row.destroyed_at !== null
  }

  async function written(episode: string, writing: CaseWriting, actor: CaseActor): Promise<CaseOutcome> {
    for (let before: StoredCase | undefined; ; ) {
      const present = await stored(episode)
      const key = await episodeKeys.ofEpisode(episode)
      if (!present || !key) return { ok: false, problem: 'unknown-case' }
      if (present.events.some(({ turn }) => turn === writing.id)) {
        return { ok: true, turn: await toldBefore(present, writing.id) }
      }
      if (before && present.row.seq === before.row.seq && present.row.refreshed === before.row.refreshed) {
        throw new Error(`The case of episode ${episode} and its events disagree: run the verify command.`)
      }
      const event = nextCaseEvent(episode, present.events, writing, actor, now().toISOString())
      const own = present.events.map(each => each.event)
      const refusal = await refusalOf([...own, event], actor, present.row.line.times)
      if (refusal) return { ok: false, problem: refusal }
      const chained = chainedCaseEvent(key, writing.id, present.row.head, event)
      const state = await folded([...present.events, chained], present.row.line.times)
      const worker = state.file.worker ?? ''
      const circleChanged = worker !== (caseFrom(own).worker ?? '')
      if (circleChanged && worker === '' && (await isNobodysWithout(episode))) {
        return { ok: false, problem: 'nobody-left' }
      }
      if (
        !(await store.append(present.row, chained, await lineToWrite(state, key), circleChanged ? worker : undefined))
      ) {
        // Another process has written in it, or an interview has changed its clocks: it is decided again.
        before = present
        continue
      }
      if (circleChanged) episodes.changed(episode)
      const turn = told(state, present.row.seq)
      const { via } = writing
      listeners.tell({
        episode,
        after: present.row.seq,
        turn,
        line: state.line,
        ...(via === undefined ? {} : { via }),
      })
      return { ok: true, turn }
    }
  }

  /** Whether nobody would need to know of it without a worker. */
  async function isNobodysWithout(episode: string): Promise<boolean> {
    const circle = await episodes.circleOfEpisode(episode)
    return circle?.restricted === true && circle.reviewers.length === 0
  }

  /** Why the newest of these is not written. */
  async function refusalOf(events: readonly RecordedCaseEvent[], actor: CaseActor, known: readonly KeptTimes[] = []) {
    const newest = events.at(-1)?.body
    if (newest?.type === 'covered') {
      const member = memberOf(actor)
      const knows = await episodes.knows(member, newest.interview)
      if (!knows) return (await episodes.circleOf(newest.interview)) ? 'need-to-know' : 'unknown-interview'
    }
    if (newest?.type === 'linked') {
      const knows = await episodes.knowsEpisode(memberOf(actor), newest.episode)
      if (!knows) return (await episodes.circleOfEpisode(newest.episode)) ? 'need-to-know' : 'unknown-case'
      if (!(await store.row(uuidOf(newest.episode)))) return 'unknown-case'
    }
    const isBegun = events[0]?.body.type === 'notified'
    if (isBegun && actor.mayReview !== true && needsReviewer(events)) return 'not-allowed'
    const isClosing = newest?.type === 'closed' || newest?.type === 'withdrawn' || newest?.type === 'forwarded'
    // What it lacks is asked of the case as it would be: the interviews that are left count.
    const present = isClosing && isBegun ? await times.of(caseFrom(events).interviews, known) : []
    return caseRefusal(
      events,
      present.some(({ held }) => held !== null),
    )
  }

  async function stored(episode: string): Promise<StoredCase | undefined> {
    const key = await episodeKeys.ofEpisode(episode)
    return key && store.read(episode, key)
  }

  async function refreshCovering(changed: readonly string[]): Promise<void> {
    if (changed.length === 0) return
    for (const episode of await store.coveredBy(changed)) await inTurn(episode, () => refresh(episode))
  }

  /** Makes the line anew where an interview has changed what it adds, and tells of it. */
  async function refresh(episode: string, isBehind = false): Promise<void> {
    for (;;) {
      const present = await stored(episode)
      const key = await episodeKeys.ofEpisode(episode)
      if (!present || !key) return
      const state = await folded(present.events, present.row.line.times)
      const adds = !isSame(present.row.line.times, state.times)
      if (!adds && !isBehind) return
      if (!(await store.refresh(present.row, await lineToWrite(state, key)))) continue
      if (!adds) return
      const after = present.row.seq
      return listeners.tell({ episode, after, turn: told(state, after), line: state.line })
    }
  }
}

const memberOf = ({ by, team }: CaseActor) => ({ id: by, team })
