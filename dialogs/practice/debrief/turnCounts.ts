import { plainSafetyQuestion } from '../coding/classOfSentence.ts'
import { isRecommended, type QuestionFlag } from '../coding/questionClasses.ts'
import type { PracticeMove } from '../scenario/terms.ts'
import type { PracticeTurn } from '../young/practiceTalk.ts'
import type { TurnCounts, WeakReason } from './debrief.ts'
import { asks } from './seenTurns.ts'

/** What a turn counts as. A plain question about safety, and one about how the talk itself goes, are apart from the other closed ones. */
export function turnCounts({ coded, heard }: PracticeTurn): TurnCounts {
  if (!coded || !heard) return 'waited'
  if (isRecommended(coded.class)) return 'recommended'
  if (coded.class === 'facilitator') return 'facilitator'
  if (!asks(coded.class)) return 'apart'
  if (coded.class === 'suggestive') return 'other'
  // "Are you okay with the interpreter?"
  if (heard.moves.includes('interpreter-checked')) return 'of-the-talk'
  if (coded.because.some(({ rule }) => rule === plainSafetyQuestion)) return 'safety'
  return heard.cued.length === 0 && heard.moves.some(move => ofTheTalk.has(move)) ? 'of-the-talk' : 'other'
}

const ofTheTalk: ReadonlySet<PracticeMove> = new Set([
  'choice',
  'said-back',
  'break',
  'accepts-no',
  'another-way',
  'tells-back',
  'where-help',
  'interpreter-checked',
  'interpreter-changed',
] as const)

/** What about a turn could be better; nothing where it is as it should be. */
export function weakReasons(turn: PracticeTurn): WeakReason[] {
  const { coded, heard } = turn
  if (!coded || !heard) return []
  const counts = turnCounts(turn)
  const flags = coded.flags.filter(flag => !isExcused(flag, counts))
  const isClosed = counts === 'other' && (coded.class === 'suggestive' || coded.class === 'option-posing')
  const code: WeakReason[] = isClosed ? [coded.class === 'suggestive' ? 'suggestive' : 'option-posing'] : []
  const past: WeakReason[] = heard.moves.includes('to-interpreter') ? ['to-interpreter'] : []
  return [...flags, ...code, ...past]
}

/** What is asked about safety may be asked again and together; a thank-you or an "mm-hm" may be said twice. */
const isExcused = (flag: QuestionFlag, counts: TurnCounts) =>
  counts === 'safety'
    ? flag === 'multiple' || flag === 'repeated' || flag === 'too-long'
    : flag === 'repeated' && (counts === 'apart' || counts === 'facilitator' || counts === 'of-the-talk')
