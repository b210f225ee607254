import { type KeyObject, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Guide } from '../../../dialogs/guide/schema.ts'
import { clocksFor } from '../../casework/clocks/clocksFor.ts'
import type { CaseEventBody, RecordedCaseEvent } from '../../casework/episode/caseEvents.ts'
import { type CaseFile, caseFrom, momentsOf } from '../../casework/episode/caseFile.ts'
import { caseRefusal } from '../../casework/episode/caseRefusal.ts'
import { type DeskLine, deskLineOf } from '../../casework/episode/deskLine.ts'
import type { Audit } from '../audit/audit.ts'
import { noHash } from '../chain.ts'
import type { Episodes } from '../createEpisodes.ts'
import type { Database } from '../database/openDatabase.ts'
import type { EpisodeKeys } from '../episodeKeys.ts'
import type { Interviews } from '../interviews.ts'
import type { Keys } from '../keys/createKeys.ts'
import { nameIndex } from '../sealedName.ts'
import { createSerialQueues } from '../serialQueues.ts'
import { storable } from '../storable.ts'
import { eventIdOf, isUuid, uuidOf } from '../turnIds.ts'
import { deskLineIn, type KeptTimes, sealedCaseName } from './caseLine.ts'
import { type ChainedCaseEvent, chainedCaseEvent } from './caseRow.ts'
import { createCaseStore, type LineToWrite, type StoredCase } from './caseStore.ts'
import type { CaseActor, CaseBeginning, CaseOutcome, CaseState, Cases, CaseTold, CaseWriting } from './cases.ts'
import { createInterviewTimes } from './createInterviewTimes.ts'
import { listDesk } from './listDesk.ts'
import { remindAt } from './remindAt.ts'

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
  /** Told when a listener fails, or a line cannot follow an interview; what was written is kept all the same. */
  onFault(error: unknown): void
}

/** How long an interview's changes are gathered before the lines of its cases follow. */
const delayMs = 250

/** The cases in this database. */
export function createCases(services: CasesServices): Cases {
  const { database, keys, episodeKeys, episodes, interviews, audit, now } = services
  const store = createCaseStore(database)
  const times = createInterviewTimes(services)
  const { inTurn } = createSerialQueues()
  const listeners = new Set<(told: CaseTold) => void>()
  const following = followInterviews()

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
    onTurn(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    settled: following.settled,
    forget: times.forget,
    stop: following.stop,
    async recover() {
      for (const episode of await store.behind()) await inTurn(episode, () => refresh(episode, true))
    },
  }

  async function read(id: string, since: number): Promise<CaseState | undefined> {
    if (!isUuid(id)) return undefined
    const found = await stored(uuidOf(id))
    if (!found) return undefined
    const state = await stateOf(found.events, found.row.line.times)
    // What could not be followed at the time, because the process ended, is put right when someone looks.
    if (!isSame(found.row.line.times, state.times)) await refresh(uuidOf(id))
    return answer(state, since)
  }

  async function begun(beginning: CaseBeginning, actor: CaseActor): Promise<CaseOutcome> {
    const { episode, id, bodies } = beginning
    for (;;) {
      const there = await stored(episode)
      if (there && there.events[0]?.turn !== id) return { ok: false, problem: 'case-there' }
      if (there) {
        // Perhaps this is sent again because the first time broke off between the commit and the audit.
        await auditBegun(episode, actor)
        return { ok: true, turn: await turnOf(there, id) }
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
        const event = eventAfter(episode, events, id, body, actor)
        const refusal = await refusalOf([...events.map(each => each.event), event], actor)
        if (refusal) return { ok: false, problem: refusal }
        events.push(chainedCaseEvent(key, id, events.at(-1)?.hash ?? noHash, event))
      }
      const state = await stateOf(events)
      const opening = made && { team: actor.team, wrapped: made.wrapped, master: made.master }
      if (!(await store.begin(events, await lineOf(state, key), opening))) {
        // Someone else was first; or the words of this episode were destroyed.
        if (!(await store.row(episode)) && (await isErased(episode))) return { ok: false, problem: 'unknown-case' }
        continue
      }
      await auditBegun(episode, actor)
      if (circle && circle.worker !== (state.file.worker ?? '')) episodes.changed(episode)
      const turn = answer(state, 0)
      tell({ episode, after: 0, turn, line: state.line })
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
        return { ok: true, turn: await turnOf(present, writing.id) }
      }
      if (before && present.row.seq === before.row.seq && present.row.refreshed === before.row.refreshed) {
        throw new Error(`The case of episode ${episode} and its events disagree: run the verify command.`)
      }
      const event = eventAfter(episode, present.events, writing.id, writing.body, actor)
      const own = present.events.map(each => each.event)
      const refusal = await refusalOf([...own, event], actor, present.row.line.times)
      if (refusal) return { ok: false, problem: refusal }
      const chained = chainedCaseEvent(key, writing.id, present.row.head, event)
      const state = await stateOf([...present.events, chained], present.row.line.times)
      const worker = state.file.worker ?? ''
      const formerWorker = caseFrom(own).worker ?? ''
      const circleChanged = worker !== formerWorker
      if (circleChanged && worker === '' && (await isNobodysWithout(episode))) {
        return { ok: false, problem: 'nobody-left' }
      }
      if (!(await store.append(present.row, chained, await lineOf(state, key), circleChanged ? worker : undefined))) {
        // Another process has written in it, or an interview has changed its clocks: it is decided again.
        before = present
        continue
      }
      if (circleChanged) episodes.changed(episode)
      const turn = answer(state, present.row.seq)
      const { via } = writing
      tell({
        episode,
        after: present.row.seq,
        turn,
        line: state.line,
        ...(circleChanged && formerWorker !== '' ? { formerWorker } : {}),
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
    const isClosing = newest?.type === 'closed' || newest?.type === 'withdrawn'
    // What it lacks is asked of the case as it would be: the interviews that are left count.
    const present =
      isClosing && events[0]?.body.type === 'notified' ? await times.of(caseFrom(events).interviews, known) : []
    return caseRefusal(
      events,
      present.some(({ held }) => held !== null),
    )
  }

  function eventAfter(
    episode: string,
    before: readonly ChainedCaseEvent[],
    turn: string,
    body: CaseEventBody,
    { by, from, deviceAt }: CaseActor,
  ): RecordedCaseEvent {
    const place = before.filter(each => each.turn === turn).length
    const seq = before.length + 1
    return {
      id: eventIdOf(turn, place),
      episode,
      seq,
      by,
      from,
      deviceAt,
      recordedAt: now().toISOString(),
      body: kept(body),
    }
  }

  interface State {
    file: CaseFile
    events: readonly ChainedCaseEvent[]
    times: readonly KeptTimes[]
    line: DeskLine
  }

  async function stateOf(events: readonly ChainedCaseEvent[], known: readonly KeptTimes[] = []): Promise<State> {
    const file = caseFrom(events.map(({ event }) => event))
    const found = await times.of(file.interviews, known)
    return { file, events, times: found, line: deskLineOf(file, found, now().toISOString()) }
  }

  /** What is told of a case: the events after this one. */
  function answer({ file, events, times: kept }: State, since: number): CaseState {
    const clocks = clocksFor(momentsOf(file, kept), now().toISOString(), { lateness: file.lateness })
    return {
      episode: file.episode,
      events: events.map(({ event }) => event).filter(({ seq }) => seq > since),
      interviews: kept.map(({ seq: _, ...each }) => each),
      clocks,
    }
  }

  /** The same answer again to what was written before, but for the clocks, which go on. */
  async function turnOf({ events, row }: StoredCase, turn: string): Promise<CaseState> {
    const all = answer(await stateOf(events, row.line.times), 0)
    const own = new Set(events.filter(each => each.turn === turn).map(({ event }) => event.id))
    return { ...all, events: all.events.filter(({ id }) => own.has(id)) }
  }

  async function lineOf({ line, events, times: kept }: State, key: KeyObject): Promise<LineToWrite> {
    return {
      line,
      head: events.at(-1)?.hash ?? noHash,
      knownAs: sealedCaseName(key, line.episode, line.calledAs),
      nameIndex: nameIndex(await keys.forUse('names'), line.calledAs),
      remindAt: remindAt(line.due, services.remindBefore),
      times: kept,
    }
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
      const state = await stateOf(present.events, present.row.line.times)
      const adds = !isSame(present.row.line.times, state.times)
      if (!adds && !isBehind) return
      if (!(await store.refresh(present.row, await lineOf(state, key)))) continue
      if (!adds) return
      const after = present.row.seq
      return tell({ episode, after, turn: answer(state, after), line: state.line })
    }
  }

  function tell(told: CaseTold): void {
    for (const listener of listeners) {
      try {
        listener(told)
      } catch (error) {
        services.onFault(error)
      }
    }
  }

  /** The lines follow the interviews of this process a moment later, many turns at once. */
  function followInterviews() {
    const changed = new Set<string>()
    let running: Promise<void> | undefined
    const go = async (): Promise<void> => {
      const ids = [...changed]
      changed.clear()
      await refreshCovering(ids).catch(error => {
        for (const id of ids) changed.add(id)
        services.onFault(error)
      })
    }
    const soon = async (): Promise<void> => {
      await wait(delayMs, undefined, { ref: false })
      await go()
      running = undefined
    }
    const stop = interviews.onTurn(({ interview }) => {
      changed.add(interview)
      running ??= soon()
    })
    return {
      stop,
      async settled(): Promise<void> {
        await running
        await go()
      },
    }
  }
}

/** Names of interviews are kept as Postgres writes them, so that one is found by another. */
const kept = (body: CaseEventBody): CaseEventBody => {
  if (body.type === 'covered') return { ...body, interview: uuidOf(body.interview) }
  if (body.type === 'concernNoted') return { ...body, interview: uuidOf(body.interview), concern: uuidOf(body.concern) }
  if (body.type === 'actionAdded' && body.concern) {
    const { interview, concern } = body.concern
    return { ...body, concern: { interview: uuidOf(interview), concern: uuidOf(concern) } }
  }
  if (body.type === 'actionDone') return { ...body, action: uuidOf(body.action) }
  return body.type === 'withdrawn' ? { ...body, event: uuidOf(body.event) } : body
}

const memberOf = ({ by, team }: CaseActor) => ({ id: by, team })

const isSame = (one: readonly KeptTimes[], other: readonly KeptTimes[]) =>
  JSON.stringify(one.map(withoutSeq)) === JSON.stringify(other.map(withoutSeq))

/** An interview that has gone on and adds nothing else is the same. */
const withoutSeq = ({ interview, held, concerns, state }: KeptTimes) => [interview, held, concerns, state]
