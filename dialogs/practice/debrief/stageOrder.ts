import { stageOfMove, stageOfTopic } from '../scenario/terms.ts'
import type { PracticeTurn } from '../young/practiceTalk.ts'
import type { StageCheck, StageOrder } from './debrief.ts'
import { asks } from './seenTurns.ts'
import { turnCounts } from './turnCounts.ts'

/** The stages that are looked at, in the order of the guide. */
const inOrder = [
  'welcome',
  'problem-free',
  'confidentiality',
  'leaving',
  'while-away',
  'safety',
  'feelings',
  'coming-back',
  'balance',
  'plan',
] as const
type Stage = (typeof inOrder)[number]

/**
 * The stages a talk touched, and whether what matters about their order was kept: welcome, getting to know each other and what happens
 * with what is said come before the first question about going missing; telling back and what happens next come at the end. In
 * between the young person leads.
 */
export function stageOrder(turns: readonly PracticeTurn[]): StageOrder {
  const touchedAt = (stage: string) => turns.filter(turn => stagesOf(turn).includes(stage)).map(({ number }) => number)
  const episode = firstAboutEpisode(turns)
  const end = endFrom(turns)
  const touched = inOrder
    .flatMap(stage => {
      const [turn] = touchedAt(stage)
      return turn === undefined ? [] : [{ stage, turn }]
    })
    .toSorted((a, b) => a.turn - b.turn)
  return { touched, checks: inOrder.map(stage => checkOf(stage, touchedAt(stage), episode, end)) }
}

function checkOf(stage: Stage, at: readonly number[], episode: number, end: number): StageCheck {
  const [first, last] = [at[0], at.at(-1)]
  if (first === undefined || last === undefined) return { stage, finding: 'never' }
  if (stage === 'welcome' || stage === 'problem-free' || stage === 'confidentiality') {
    return { stage, finding: first <= episode ? 'in-its-place' : 'too-late', turn: first }
  }
  if (stage === 'balance' || stage === 'plan') {
    return { stage, finding: last >= end ? 'in-its-place' : 'too-early', turn: last }
  }
  return { stage, finding: 'in-its-place', turn: first }
}

/** The first question about going missing; beyond the last turn where there was none. A plain question about safety is right at any time. */
export const firstAboutEpisode = (turns: readonly PracticeTurn[]): number =>
  turns.find(isAboutEpisode)?.number ?? turns.length + 1

function isAboutEpisode(turn: PracticeTurn): boolean {
  const { coded, heard } = turn
  const counts = turnCounts(turn)
  if (!coded || !heard || (counts !== 'recommended' && counts !== 'other')) return false
  if (heard.topics.includes('chat')) return false
  const isAccount = coded.because.some(({ rule }) => rule === 'what-happened')
  return isAccount || heard.topics.some(topic => topic === 'leaving' || topic === 'away' || topic === 'coming-back')
}

/** The first turn of the last third: what belongs to the end comes there. An assumption. */
export const endFrom = (turns: readonly PracticeTurn[]): number => Math.floor((turns.length * 2) / 3) + 1

/** Asked about, or done: explaining something touches no stage by the words it is explained in. */
function stagesOf({ coded, heard }: PracticeTurn): string[] {
  if (!heard) return []
  const topics = asks(coded?.class) ? heard.topics.map(topic => stageOfTopic[topic]) : []
  const moves = heard.moves.flatMap(move => stageOfMove[move] ?? [])
  return [...topics, ...moves]
}
