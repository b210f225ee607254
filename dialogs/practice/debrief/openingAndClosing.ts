import type { PracticeMove } from '../scenario/terms.ts'
import type { PracticeTurn } from '../young/practiceTalk.ts'
import {
  type Check,
  type ClosingCheck,
  closingChecks,
  type OpeningCheck,
  openingChecks,
  type Support,
} from './debrief.ts'
import { endFrom, firstAboutEpisode } from './stageOrder.ts'

/** What belongs to an opening, done before the first question about going missing. */
export function openingOf(turns: readonly PracticeTurn[]): Check<OpeningCheck>[] {
  const episode = firstAboutEpisode(turns)
  const early = turns.filter(({ number }) => number <= episode)
  return openingChecks.map(check =>
    checked(
      check,
      check === 'problem-free'
        ? early.find(({ heard }) => heard?.topics.includes('chat'))?.number
        : early.find(turn => does(turn, check))?.number,
    ),
  )
}

/** Turns from the end within which thanks are thanks for the talk. An assumption. */
const turnsToThank = 3

/** What belongs to a closing, done in the last third of the talk. */
export function closingOf(turns: readonly PracticeTurn[], support: Support): Check<ClosingCheck>[] {
  const from = endFrom(turns)
  const late = turns.filter(({ number }) => number >= from)
  return closingChecks.map(check =>
    checked(
      check,
      check === 'thanks'
        ? support.at.find(number => number > turns.length - turnsToThank)
        : late.find(turn => does(turn, check))?.number,
    ),
  )
}

const does = ({ heard }: PracticeTurn, move: PracticeMove) => heard?.moves.includes(move) ?? false

const checked = <Name extends string>(check: Name, turn: number | undefined): Check<Name> =>
  turn === undefined ? { check, isDone: false } : { check, isDone: true, turn }
