import type { QuestionFlag } from '../../../../dialogs/practice/coding/questionClasses.ts'
import type { Debrief } from '../../../../dialogs/practice/debrief/debrief.ts'
import { type Remark, remarkIf } from './remark.ts'

const most = 3
/** Closed questions in a row that are worth a word. An assumption. */
const longRun = 4
const leastAsked = 3

/** What to try the next time, three at the most: what can hurt a child first, then what is told most by. There is always one. */
export function toTryNext(debrief: Debrief): Remark[] {
  const found = [...whatCanHurt(debrief), ...whatCostsMost(debrief), ...whatHelps(debrief)].slice(0, most)
  return found.length > 0 ? found : [{ key: 'debrief/next-harder', turns: [] }]
}

function whatCanHurt(debrief: Debrief): Remark[] {
  const { confidentiality, questions, stages, turns } = debrief
  const { promisedAt, explained, firstDisclosureAt } = confidentiality
  const isSafetyLeft = stages.checks.some(({ stage, finding }) => stage === 'safety' && finding === 'never')
  const leading = turns.filter(turn => turn.class === 'suggestive').map(({ number }) => number)
  const blaming = flagged(debrief, 'blaming-why', 'victim-blaming', 'presumes-volition')
  return [
    ...remarkIf(promisedAt.length > 0, 'debrief/next-secrecy', { turns: promisedAt }),
    ...remarkIf(explained === 'after-disclosure' || explained === 'never', 'debrief/next-limits', {
      turns: firstDisclosureAt === undefined ? [] : [firstDisclosureAt],
    }),
    ...remarkIf(isSafetyLeft && questions.safety === 0, 'debrief/next-safety'),
    ...remarkIf(blaming.length > 0, 'debrief/next-blame', { turns: blaming }),
    ...remarkIf(leading.length > 0, 'debrief/next-lead', { turns: leading }),
  ]
}

function whatCostsMost(debrief: Debrief): Remark[] {
  const { questions, support, interpreter, turns } = debrief
  const { recommended, other, longestClosedRun: run } = questions
  const missed = turns.filter(({ missedCue }) => missedCue !== undefined).map(({ number }) => number)
  return [
    ...remarkIf((interpreter?.toInterpreterAt.length ?? 0) > 0, 'debrief/next-interpreter', {
      turns: interpreter?.toInterpreterAt ?? [],
    }),
    ...remarkIf(missed.length > 0, 'debrief/next-cues', { turns: missed }),
    ...remarkIf(recommended + other >= leastAsked && other > recommended, 'debrief/next-open'),
    ...remarkIf(run.length >= longRun, 'debrief/next-run', {
      into: { number: run.length },
      turns: run.from === undefined ? [] : [run.from],
    }),
    ...remarkIf(support.disclosures > 0 && support.afterDisclosures === 0, 'debrief/next-support'),
  ]
}

function whatHelps(debrief: Debrief): Remark[] {
  const { opening, closing, ended, support, interpreter, untold } = debrief
  const crowded = flagged(debrief, 'multiple', 'too-long')
  const ofOurs = flagged(debrief, 'jargon', 'first-use-label')
  const again = flagged(debrief, 'repeated')
  return [
    ...remarkIf(crowded.length > 0, 'debrief/next-one', { turns: crowded }),
    ...remarkIf(again.length > 0, 'debrief/next-again', { turns: again }),
    ...remarkIf(ofOurs.length > 0, 'debrief/next-words', { turns: ofOurs }),
    ...remarkIf(support.contingentAt.length > 0, 'debrief/next-praise', { turns: support.contingentAt }),
    ...remarkIf(interpreter !== undefined && interpreter.checkedAt === undefined, 'debrief/next-content'),
    ...remarkIf(!opening.every(({ isDone }) => isDone), 'debrief/next-opening'),
    ...remarkIf(ended !== 'left' && !closing.every(({ isDone }) => isDone), 'debrief/next-closing'),
    ...remarkIf(
      untold.some(({ why }) => why === 'not-asked'),
      'debrief/next-room',
      {
        into: { number: untold.filter(({ why }) => why === 'not-asked').length },
      },
    ),
  ]
}

const flagged = ({ turns }: Debrief, ...flags: readonly QuestionFlag[]): number[] =>
  turns.filter(turn => turn.flags.some(flag => flags.includes(flag))).map(({ number }) => number)
