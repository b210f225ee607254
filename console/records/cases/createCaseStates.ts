import type { KeyObject } from 'node:crypto'
import { type ClockSettings, clocksFor } from '../../casework/clocks/clocksFor.ts'
import { type CaseFile, caseFrom, momentsOf } from '../../casework/episode/caseFile.ts'
import { type DeskLine, deskLineOf } from '../../casework/episode/deskLine.ts'
import { noHash } from '../chain.ts'
import type { Keys } from '../keys/createKeys.ts'
import { nameIndex } from '../sealedName.ts'
import { type KeptTimes, sealedCaseName } from './caseLine.ts'
import type { ChainedCaseEvent } from './caseRow.ts'
import type { LineToWrite, StoredCase } from './caseStore.ts'
import type { CaseState } from './cases.ts'
import type { CaseTimes } from './createInterviewTimes.ts'
import { remindAt } from './remindAt.ts'

/** What a case's events come to, with what its interviews add now. */
export interface FoldedCase {
  file: CaseFile
  events: readonly ChainedCaseEvent[]
  times: readonly KeptTimes[]
  line: DeskLine
}

export interface CaseStatesServices {
  keys: Pick<Keys, 'forUse'>
  now(): Date
  /** How many hours before a clock runs out someone is reminded. */
  remindBefore: number
  /** How the clocks are read here. */
  clocks: CaseClocks
}

export type CaseClocks = Pick<ClockSettings, 'alsoCounted' | 'readWithMoreTime'>

/** How a line's clocks are read: with another reading, or a line of an earlier kind, it is made anew. */
export const madeBy = ({ alsoCounted = [], readWithMoreTime = [] }: CaseClocks): string =>
  JSON.stringify(['each concern', alsoCounted.toSorted(), readWithMoreTime.toSorted()])

/** How cases stand: as they are told, and as their lines are written. */
export function createCaseStates(
  times: Pick<CaseTimes, 'of'>,
  { keys, now, remindBefore, clocks: read }: CaseStatesServices,
) {
  async function folded(events: readonly ChainedCaseEvent[], known: readonly KeptTimes[] = []): Promise<FoldedCase> {
    const file = caseFrom(events.map(({ event }) => event))
    const found = await times.of(file.interviews, known)
    return { file, events, times: found, line: deskLineOf(file, found, now().toISOString(), read) }
  }

  /** What is told of a case: the events after this one. */
  function told({ file, events, times: kept }: FoldedCase, since: number): CaseState {
    const clocks = clocksFor(momentsOf(file, kept), now().toISOString(), { ...read, lateness: file.lateness })
    return {
      episode: file.episode,
      events: events.map(({ event }) => event).filter(({ seq }) => seq > since),
      interviews: kept.map(({ seq: _, ...each }) => each),
      clocks,
    }
  }

  return {
    folded,
    told,
    /** The same answer again to what was written before, but for the clocks, which go on. */
    async toldBefore({ events, row }: StoredCase, turn: string): Promise<CaseState> {
      const all = told(await folded(events, row.line.times), 0)
      const own = new Set(events.filter(each => each.turn === turn).map(({ event }) => event.id))
      return { ...all, events: all.events.filter(({ id }) => own.has(id)) }
    },
    async lineToWrite({ line, events, times: kept }: FoldedCase, key: KeyObject): Promise<LineToWrite> {
      return {
        line,
        head: events.at(-1)?.hash ?? noHash,
        knownAs: sealedCaseName(key, line.episode, line.calledAs),
        nameIndex: nameIndex(await keys.forUse('names'), line.calledAs),
        remindAt: remindAt(line.due, remindBefore),
        times: kept,
        made: madeBy(read),
      }
    },
  }
}

/** Whether interviews add the same: one that has gone on and adds nothing else does. */
export const isSame = (one: readonly KeptTimes[], other: readonly KeptTimes[]) =>
  JSON.stringify(one.map(withoutSeq)) === JSON.stringify(other.map(withoutSeq))

const withoutSeq = ({ interview, held, concerns, state }: KeptTimes) => [interview, held, concerns, state]
