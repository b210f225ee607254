import type { QuestionClass } from '../coding/questionClasses.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Level } from '../scenario/terms.ts'
import { isTold, type PracticeState, stateAtFirst } from '../young/practiceState.ts'
import type { PracticeTurn } from '../young/practiceTalk.ts'

/** A turn with what came before it, as the debrief looks at it. */
export interface SeenTurn {
  turn: PracticeTurn
  /** How they were before it. */
  before: PracticeState
  /** How they were when they answered: what was said had done its work, and nothing of the answer was told. */
  asAsked: PracticeState
  /** Details that came out here for the first time. */
  fresh: readonly string[]
}

/** The turns of a talk, each with what came before it. */
export function seenTurns(scenario: Scenario, level: Level, seed: number, turns: readonly PracticeTurn[]): SeenTurn[] {
  const first = stateAtFirst(scenario, level, seed)
  return turns.map((turn, at) => {
    const before = turns[at - 1]?.state ?? first
    const { topic: _, ...after } = turn.state
    return {
      turn,
      before,
      asAsked: { ...after, told: before.told, ...(before.topic ? { topic: before.topic } : {}) },
      fresh: turn.reply.told
        .filter(({ unit, how }) => (how === 'full' || how === 'short') && !isTold(before, unit))
        .map(({ unit }) => unit),
    }
  })
}

/** Whether something of this class asks for something. */
export const asks = (code: QuestionClass | undefined): boolean =>
  code === 'invitation' ||
  code === 'cued-invitation' ||
  code === 'directive' ||
  code === 'option-posing' ||
  code === 'suggestive'

/** What the young person had said before this turn, and what had been asked, oldest first. */
export const saidBefore = (scenario: Scenario, turns: readonly PracticeTurn[], number: number) => {
  const earlier = turns.filter(turn => turn.number < number)
  return {
    said: [scenario.opening.says, ...earlier.flatMap(({ reply }) => (reply.says === '' ? [] : [reply.says]))],
    asked: earlier.flatMap(turn => (turn.said.did === 'said' ? [turn.said.words] : [])),
  }
}
