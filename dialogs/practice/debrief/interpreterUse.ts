import type { Heard } from '../young/heard.ts'
import type { PracticeTurn } from '../young/practiceTalk.ts'
import type { InterpreterUse } from './debrief.ts'

/** How a talk was held through an interpreter. */
export function interpreterUse(turns: readonly PracticeTurn[]): InterpreterUse {
  const at = (is: (heard: Heard) => boolean) =>
    turns.filter(({ heard }) => heard && is(heard)).map(({ number }) => number)
  const [checkedAt] = at(({ moves }) => moves.includes('interpreter-checked'))
  const [changedAt] = at(({ moves }) => moves.includes('interpreter-changed'))
  return {
    toInterpreterAt: at(({ moves }) => moves.includes('to-interpreter')),
    tooLongAt: at(({ isTooLongToCarry }) => isTooLongToCarry),
    idiomAt: at(({ hasIdiom }) => hasIdiom),
    ...(checkedAt === undefined ? {} : { checkedAt }),
    ...(changedAt === undefined ? {} : { changedAt }),
  }
}
