import { questionClasses, questionFlags } from '../../../../dialogs/practice/coding/questionClasses.ts'
import type { Scenario } from '../../../../dialogs/practice/scenario/scenario.ts'
import { PracticeMove, PracticeTopic } from '../../../../dialogs/practice/scenario/terms.ts'
import { type Draws, draw } from '../../../../dialogs/practice/young/draw.ts'
import type { Heard, Waited } from '../../../../dialogs/practice/young/heard.ts'

/** Something a practitioner might say, as a young person hears it: any class, flags, topics and moves together. */
export function randomHeard(scenario: Scenario, at: Draws): { heard: Heard | Waited; next: Draws } {
  let next = at
  const chance = () => {
    const drawn = draw(next)
    next = drawn.next
    return drawn.value
  }
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(chance() * all.length)] as T
  const some = <T>(all: readonly T[], howOften: number): T[] => (chance() < howOften ? [oneOf(all)] : [])
  if (chance() < 0.05) return { heard: 'waited', next }
  const heard: Heard = {
    coded: { class: oneOf(questionClasses), flags: some(questionFlags, 0.25) },
    topics: some(PracticeTopic.options, 0.6),
    cued: some(scenario.units, 0.4).map(({ id }) => id),
    put: some(scenario.mistakes, 0.3).map(({ id }) => id),
    moves: some(
      PracticeMove.options.filter(move => move !== 'goodbye'),
      0.3,
    ),
    isWide: chance() < 0.1,
    isLiteral: chance() < 0.05,
    isDoubting: chance() < 0.05,
    isTooLongToCarry: chance() < 0.1,
    hasIdiom: chance() < 0.05,
  }
  return { heard, next }
}
