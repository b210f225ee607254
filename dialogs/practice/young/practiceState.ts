import type { Scenario } from '../scenario/scenario.ts'
import type { Level, PracticeMove, PracticeTopic } from '../scenario/terms.ts'
import { type Draws, drawsFrom } from './draw.ts'

/** How a detail was told. `minimised`: as less than it was. `hinted`: not told, but something was let slip. */
export type HowTold = 'full' | 'short' | 'minimised' | 'hinted'

/** How a simulated young person is, between two things said to them. Everything that decides the next answer, and nothing else. */
export interface PracticeState {
  /** What has been said to them so far, counted. */
  turn: number
  /** 0 to 100. */
  trust: number
  pressure: number
  energy: number
  told: Readonly<Record<string, HowTold>>
  /** Details they said no to, though they happened. */
  denied: readonly string[]
  /** What did not happen and they said all the same: ids of mistakes. */
  contaminated: readonly string[]
  topic?: PracticeTopic
  moves: readonly PracticeMove[]
  /** Times that support moved them: it is worth less each time. */
  supported: number
  /** How far up the ladder of refusing they are: 0 answers. */
  refusals: number
  /** How often each line was said, by group and number. */
  used: Readonly<Record<string, number>>
  /** Whether they were promised that nothing will be told. */
  isPromised: boolean
  /** Why there is nothing more: they have left, or said goodbye. */
  ended?: 'left' | 'closed'
  draws: Draws
}

/** How they are when they come in. */
export const stateAtFirst = (scenario: Scenario, level: Level, seed: number): PracticeState => ({
  turn: 0,
  trust: scenario.trust[level],
  pressure: level === 'hard' ? 20 : level === 'usual' ? 10 : 0,
  energy: 100,
  told: {},
  denied: [],
  contaminated: [],
  moves: [],
  supported: 0,
  refusals: scenario.declines ? 2 : 0,
  used: {},
  isPromised: false,
  draws: drawsFrom(seed),
})

/** Whether a detail is out, fully or in short. A hint is not, nor is something made less of. */
export const isTold = ({ told }: Pick<PracticeState, 'told'>, unit: string): boolean =>
  told[unit] === 'full' || told[unit] === 'short'
