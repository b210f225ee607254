import { matches, matchesAt } from '../../hearing/matches.ts'
import type { Word } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { sentencesOf } from './sentencesOf.ts'

/**
 * Whether what is said sets a limit to what stays secret: "unless somebody isn't safe". It does not where the limit is denied ("I would never
 * tell, even if you were hurt") or left to the child ("unless you say so").
 */
export function saysLimits(words: readonly Word[], lexicon: CodingLexicon): boolean {
  return sentencesOf(words).some(sentence =>
    matches(lexicon.limits, sentence).some(
      ({ at }) => matchesAt(lexicon.consents, sentence, at[0] ?? 0).length === 0 && !isDenied(sentence, at, lexicon),
    ),
  )
}

/** Whether a negator stands after whoever speaks, among words the pattern leaves open. */
function isDenied(sentence: readonly Word[], at: readonly number[], { lists }: CodingLexicon): boolean {
  const speaker = at.find(each => lists.us.has(sentence[each]?.text ?? ''))
  if (speaker === undefined) return false
  return sentence.some(
    ({ text }, each) =>
      each > speaker &&
      each < (at.at(-1) ?? 0) &&
      !at.includes(each) &&
      (lists.not.has(text) || lists.negators.has(text)),
  )
}
