import type { Scenario } from '../scenario/scenario.ts'
import type { Level } from '../scenario/terms.ts'
import { stateAtFirst } from '../young/practiceState.ts'
import type { PracticeTurn } from '../young/practiceTalk.ts'
import { betterWording, type DebriefParts } from './betterWording.ts'
import { confidentialityOf } from './confidentialityOf.ts'
import { coverageLines } from './coverageLines.ts'
import type { Debrief, DebriefTurn } from './debrief.ts'
import { interpreterUse } from './interpreterUse.ts'
import { sources } from './measures.ts'
import { missedCues } from './missedCues.ts'
import { closingOf, openingOf } from './openingAndClosing.ts'
import { questionCounts } from './questionCounts.ts'
import { type SeenTurn, seenTurns } from './seenTurns.ts'
import { stageOrder } from './stageOrder.ts'
import { supportOf } from './supportOf.ts'
import { turnCounts, weakReasons } from './turnCounts.ts'
import { dontKnows, toldDetails, untoldDetails } from './untoldDetails.ts'

/** One talk as it was held. */
export interface HeldTalk {
  scenario: Scenario
  level: Level
  seed: number
  turns: readonly PracticeTurn[]
  /** Items of the guide's coverage to report on; those that the scenario's details tell, unless given. */
  coverage?: readonly string[]
}

/** What a talk showed. Pure: the same talk, models and coder give the same bytes. */
export function debriefOf({ scenario, level, seed, turns, coverage }: HeldTalk, parts: DebriefParts): Debrief {
  const seen = seenTurns(scenario, level, seed, turns)
  const missed = missedCues(scenario, turns)
  const debriefed = seen.map(each => debriefTurn(each, missed, scenario, turns, parts))
  const untold = untoldDetails(scenario, seen, stateAtFirst(scenario, level, seed))
  const support = supportOf(scenario, seen, parts.code)
  const ended = turns.at(-1)?.state.ended
  return {
    scenario: scenario.id,
    version: scenario.version,
    level,
    seed,
    ...(ended ? { ended } : {}),
    turns: debriefed,
    questions: questionCounts(debriefed),
    told: toldDetails(seen),
    untold,
    mistakes: debriefed.flatMap(({ number, mistakes }) => mistakes.map(each => ({ ...each, turn: number }))),
    dontKnows: dontKnows(scenario, seen),
    coverage: coverageLines(scenario, untold, coverage),
    stages: stageOrder(turns),
    confidentiality: confidentialityOf(scenario, seen),
    support,
    opening: openingOf(turns),
    closing: closingOf(turns, support),
    ...(scenario.interpreter ? { interpreter: interpreterUse(turns) } : {}),
    sources,
  }
}

function debriefTurn(
  seen: SeenTurn,
  missed: ReadonlyMap<number, string>,
  scenario: Scenario,
  turns: readonly PracticeTurn[],
  parts: DebriefParts,
): DebriefTurn {
  const { turn, before, fresh } = seen
  const { number, coded, effects, reply, state } = turn
  const missedCue = missed.get(number)
  const reasons = weakReasons(turn)
  return {
    number,
    ...(coded ? { class: coded.class } : {}),
    flags: coded?.flags ?? [],
    because: coded?.because ?? [],
    counts: turnCounts(turn),
    effects,
    trust: { before: before.trust, after: state.trust },
    pressure: { before: before.pressure, after: state.pressure },
    energy: { before: before.energy, after: state.energy },
    reply: reply.kind,
    told: reply.told.map(({ unit, how }) => ({
      unit,
      how,
      isFresh: fresh.includes(unit) || before.told[unit] === undefined,
    })),
    mistakes: reply.mistakes.map(mistake => ({ mistake, wasLed: reply.kind === 'accepts' })),
    ...(missedCue === undefined ? {} : { missedCue }),
    ...(reasons.length > 0 ? { weak: { reasons, better: betterWording(scenario, turns, seen, reasons, parts) } } : {}),
  }
}
