import type { QuestionClass, QuestionFlag } from '../../../dialogs/practice/coding/questionClasses.ts'
import type {
  ClosingCheck,
  Confidentiality,
  CoverageLine,
  DontKnow,
  OpeningCheck,
  StageCheck,
  TurnCounts,
  UntoldWhy,
  WeakReason,
} from '../../../dialogs/practice/debrief/debrief.ts'
import type { Measure } from '../../../dialogs/practice/debrief/measures.ts'
import type { ReliableChange } from '../../../dialogs/practice/progress/changeBetween.ts'
import type { PracticeMove } from '../../../dialogs/practice/scenario/terms.ts'
import type { EffectReason } from '../../../dialogs/practice/young/effects.ts'
import type { Shut } from '../../../dialogs/practice/young/gates.ts'
import type { HowTold } from '../../../dialogs/practice/young/practiceState.ts'
import type { ReplyKind } from '../../../dialogs/practice/young/reply.ts'
import type { Say } from '../words/ConsoleKey.ts'

/** The words for the codes of a debrief. */
export const codeWords = (say: Say) => ({
  class: (code: QuestionClass) => say(`practice/class-${code}`),
  classIs: (code: QuestionClass) => say(`practice/class-${code}-is`),
  flag: (flag: QuestionFlag) => say(`practice/flag-${flag}`),
  flagIs: (flag: QuestionFlag) => say(`practice/flag-${flag}-is`),
  effect: (reason: EffectReason) => say(`practice/effect-${reason}`),
  counts: (counts: TurnCounts) => say(`practice/counts-${counts}`),
  weak: (reason: WeakReason) => weakWords(reason, say),
  how: (how: HowTold) => say(`practice/how-${how}`),
  reply: (kind: ReplyKind) => say(`practice/reply-${kind}`),
  untold: (why: UntoldWhy) => say(`practice/untold-${why}`),
  gate: (shut: Shut) => say(`practice/gate-${shut}`),
  dontKnow: (why: DontKnow['why']) => say(`practice/dont-know-${why}`),
  covered: (state: CoverageLine['state']) => say(`practice/covered-${state}`),
  stage: (finding: StageCheck['finding']) => say(`practice/stage-${finding}`),
  explained: (explained: Confidentiality['explained']) => say(`practice/explained-${explained}`),
  move: (move: PracticeMove) => say(`practice/move-${move}`),
  opening: (check: OpeningCheck) => say(`practice/opening-${check}`),
  closing: (check: ClosingCheck) => say(`practice/closing-${check}`),
  measure: (measure: Measure) => say(`practice/measure-${measure}`),
  change: (finding: ReliableChange['finding']) => say(`practice/change-${finding}`),
  assumption: () => say('practice/source-assumption'),
})

function weakWords(reason: WeakReason, say: Say): string {
  if (reason === 'to-interpreter') return say('practice/weak-to-interpreter')
  if (reason === 'suggestive' || reason === 'option-posing') return say(`practice/class-${reason}`)
  return say(`practice/flag-${reason}`)
}
