import { z } from 'zod'
import type { Because, Coded, Utterance } from '../coding/codeQuestion.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Level } from '../scenario/terms.ts'
import type { Effect } from './effects.ts'
import type { Heard } from './heard.ts'
import { type PracticeState, stateAtFirst } from './practiceState.ts'
import type { YoungReply } from './reply.ts'
import { respond } from './respond.ts'
import { type OwnWords, ownWordsOf, type Understanding, understand } from './understand.ts'

/** What a trainee does in a talk: says something, or waits. */
export const TraineeSaid = z.discriminatedUnion('did', [
  z.strictObject({ did: z.literal('said'), words: z.string().trim().min(1).max(2_000) }),
  z.strictObject({ did: z.literal('waited') }),
])
export type TraineeSaid = z.infer<typeof TraineeSaid>

/** One turn of a practice talk: what was said, how it was coded, what it did, and the answer. It is kept as it is and read again. */
export interface PracticeTurn {
  /** From 1. */
  number: number
  said: TraineeSaid
  /** Nothing where the trainee waited. */
  coded?: { class: Coded['class']; flags: Coded['flags']; because: readonly Because[] }
  heard?: Heard
  effects: readonly Effect[]
  reply: YoungReply
  /** How they are after it. */
  state: PracticeState
}

/** One scenario made ready to be talked with. */
export interface PracticeTalk {
  scenario: Scenario
  /** How they are, and what is seen and heard of them, before anything is said. */
  first: (level: Level, seed: number) => PracticeState
  /** The next turn: by the turns before it, and by nothing else. Throws where the talk has ended. */
  next: (at: { level: Level; seed: number; turns: readonly TurnBefore[] }, said: TraineeSaid) => PracticeTurn
}

/** Of a turn, what those after it depend on. */
export type TurnBefore = Pick<PracticeTurn, 'said' | 'reply' | 'state'>

export interface PracticeTalkParts {
  understanding: Understanding
  /** How a question is coded: the grammar of the language the talk is held in. */
  code: (utterance: Utterance) => Coded
}

/** Makes a scenario ready: its patterns are read once. Throws, naming it, where one cannot be read. */
export function practiceTalk(scenario: Scenario, { understanding, code }: PracticeTalkParts): PracticeTalk {
  const own: OwnWords = ownWordsOf(scenario, understanding)
  const first = (level: Level, seed: number) => stateAtFirst(scenario, level, seed)
  return {
    scenario,
    first,
    next({ level, seed, turns }, said) {
      const before = turns.at(-1)?.state ?? first(level, seed)
      const number = turns.length + 1
      if (said.did === 'waited') {
        const { reply, effects, state } = respond(scenario, level, before, 'waited')
        return { number, said, effects, reply, state }
      }
      const coded = code({
        said: [scenario.opening.says, ...turns.flatMap(({ reply }) => (reply.says === '' ? [] : [reply.says]))],
        asked: turns.flatMap(turn => (turn.said.did === 'said' ? [turn.said.words] : [])),
        question: said.words,
      })
      const heard = understand(scenario, own, understanding, said.words, coded)
      const { reply, effects, state } = respond(scenario, level, before, heard)
      return { number, said, coded, heard, effects, reply, state }
    },
  }
}

/** A talk from its beginning: the same words and seed give the same bytes. */
export function played(talk: PracticeTalk, level: Level, seed: number, said: readonly TraineeSaid[]): PracticeTurn[] {
  const turns: PracticeTurn[] = []
  for (const each of said) {
    if (turns.at(-1)?.state.ended) break
    turns.push(talk.next({ level, seed, turns }, each))
  }
  return turns
}
