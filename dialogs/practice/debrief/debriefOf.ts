import type { Coded, Utterance } from '../coding/codeQuestion.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Level } from '../scenario/terms.ts'
import type { PracticeTurn } from '../young/practiceTalk.ts'
import type { ModelWordings } from './modelWordings.ts'

/** One talk as it was held. */
export interface HeldTalk {
  scenario: Scenario
  level: Level
  seed: number
  turns: readonly PracticeTurn[]
  /** Items of the guide's coverage to report on; those that the scenario's details tell, unless given. */
  coverage?: readonly string[]
}

/** What a better wording is made from, and the coder that it has to please. */
export interface DebriefParts {
  models: ModelWordings
  code: (utterance: Utterance) => Coded
}
