import type { Debrief, DebriefTurn } from '../../../../dialogs/practice/debrief/debrief.ts'
import type { EffectReason } from '../../../../dialogs/practice/young/effects.ts'
import { type Remark, remarkIf } from './remark.ts'

const most = 3
/** Fewer questions than this say nothing about how somebody asks. An assumption. */
const leastAsked = 5
/** Points of trust that are more than to and fro. An assumption. */
const grew = 5

/**
 * What went well, three sentences at the most: what was done, and last what came of it, since both together help most (Pompedda
 * 2017). There is always one.
 */
export function wentWell(debrief: Debrief): Remark[] {
  const outcome = whatCame(debrief).slice(0, 1)
  const found = [...whatWasDone(debrief).slice(0, most - outcome.length), ...outcome]
  return found.length > 0 ? found : [{ key: 'debrief/well-began', turns: [], into: { number: debrief.turns.length } }]
}

function whatWasDone({ questions, support, confidentiality, opening, closing, turns }: Debrief): Remark[] {
  const { recommended, other, byClass, safety } = questions
  const { explainedAt } = confidentiality
  const all = recommended + other
  const hinted = turns.filter(({ told }) => told.some(({ how }) => how === 'hinted'))
  const room = turns.filter(({ counts }) => counts === 'facilitator' || counts === 'waited')
  return [
    ...remarkIf(confidentiality.explained === 'before-disclosure', 'debrief/well-limits', {
      turns: explainedAt.slice(0, 1),
    }),
    ...remarkIf(confidentiality.explained === 'nothing-disclosed' && explainedAt.length > 0, 'debrief/well-honest', {
      turns: explainedAt.slice(0, 1),
    }),
    ...remarkIf(numbersOf(turns, 'respects-no').length > 0, 'debrief/well-no', {
      turns: numbersOf(turns, 'respects-no'),
    }),
    ...remarkIf(all >= leastAsked && recommended > other, 'debrief/well-share', { into: { number: recommended, all } }),
    ...remarkIf(support.afterDisclosures > 0, 'debrief/well-support', { turns: support.at }),
    ...remarkIf(all >= leastAsked && byClass.suggestive === 0, 'debrief/well-no-lead'),
    ...remarkIf(hinted.length > 0 && questions.missedCues === 0, 'debrief/well-cues', {
      turns: hinted.map(({ number }) => number),
    }),
    ...remarkIf(safety > 0, 'debrief/well-safety', {
      turns: turns.filter(({ counts }) => counts === 'safety').map(({ number }) => number),
    }),
    ...remarkIf(
      opening.every(({ isDone }) => isDone),
      'debrief/well-opening',
    ),
    ...remarkIf(
      closing.every(({ isDone }) => isDone),
      'debrief/well-closing',
    ),
    ...remarkIf(room.length > 1, 'debrief/well-room', { into: { number: room.length } }),
    ...remarkIf(recommended > 0, 'debrief/well-some', { into: { number: recommended } }),
    ...remarkIf(numbersOf(turns, 'settles').length > 0, 'debrief/well-settles', { turns: numbersOf(turns, 'settles') }),
  ]
}

function whatCame({ turns, told, untold }: Debrief): Remark[] {
  const from = turns[0]?.trust.before ?? 0
  const to = turns.at(-1)?.trust.after ?? 0
  return [
    ...remarkIf(told.length > 0, 'debrief/well-told', {
      into: { number: told.length, all: told.length + untold.length },
    }),
    ...remarkIf(to - from >= grew, 'debrief/well-trust', { into: { from, to } }),
  ]
}

const numbersOf = (turns: readonly DebriefTurn[], because: EffectReason): number[] =>
  turns.filter(({ effects }) => effects.some(effect => effect.because === because)).map(({ number }) => number)
