import { questionClasses, questionFlags } from '../coding/questionClasses.ts'
import type { DebriefTurn, QuestionCounts } from './debrief.ts'

/** How many of what was said were of each kind, and what they brought. */
export function questionCounts(turns: readonly DebriefTurn[]): QuestionCounts {
  const counted = (counts: DebriefTurn['counts']) => turns.filter(turn => turn.counts === counts)
  const recommended = counted('recommended')
  const other = counted('other')
  const facilitators = counted('facilitator').length
  const asked = recommended.length + other.length
  return {
    byClass: Object.fromEntries(
      questionClasses.map(code => [code, turns.filter(turn => turn.class === code).length]),
    ) as QuestionCounts['byClass'],
    byFlag: Object.fromEntries(
      questionFlags
        .map(flag => [flag, turns.filter(({ flags }) => flags.includes(flag)).length] as const)
        .filter(([, count]) => count > 0),
    ),
    waited: counted('waited').length,
    recommended: recommended.length,
    other: other.length,
    safety: counted('safety').length,
    ofTheTalk: counted('of-the-talk').length,
    facilitators,
    ...(asked > 0 ? { share: recommended.length / asked } : {}),
    ...(asked + facilitators > 0
      ? { shareWithFacilitators: (recommended.length + facilitators) / (asked + facilitators) }
      : {}),
    ...(recommended.length > 0 ? { toldByRecommended: toldIn(recommended) / recommended.length } : {}),
    ...(other.length > 0 ? { toldByOther: toldIn(other) / other.length } : {}),
    longestClosedRun: longestClosedRun(turns),
    weak: turns.filter(({ weak }) => weak).length,
    missedCues: turns.filter(({ missedCue }) => missedCue !== undefined).length,
  }
}

const toldIn = (turns: readonly DebriefTurn[]) =>
  turns.flatMap(({ told }) => told).filter(({ isFresh, how }) => isFresh && (how === 'full' || how === 'short')).length

function longestClosedRun(turns: readonly DebriefTurn[]): QuestionCounts['longestClosedRun'] {
  let longest: { length: number; from?: number } = { length: 0 }
  let run: { length: number; from?: number } = { length: 0 }
  for (const { counts, number } of turns) {
    if (counts === 'recommended') run = { length: 0 }
    if (counts === 'other') run = { length: run.length + 1, from: run.from ?? number }
    if (run.length > longest.length) longest = run
  }
  return longest
}
