import type { Word } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { isAcknowledgement } from './partsOf.ts'
import { sayingOf } from './sayingOf.ts'

/** How many sayings back the words may be that are said again. */
const sayingsBack = 2

/** Whether these are the child's last words again, as they are said back ("my" as "your"), with nothing added but "okay". */
export function isEcho(
  sentence: readonly Word[],
  said: readonly string[],
  lexicon: CodingLexicon,
  { isConfirming }: { isConfirming: boolean },
): boolean {
  const words = bare(sentence, lexicon)
  const last = sentence.at(-1)
  const isTagged =
    words.at(-1) !== last && (last?.ends === '?' || isConfirming) && lexicon.lists.yeah.has(last?.text ?? '')
  if (words.length === 0 || isTagged) return false
  // "So you did." says it back; "so you were lonely" asks whether it was heard right.
  if (isConfirming && words.some(({ text }) => !lexicon.lists.function.has(text))) return false
  return said.slice(-sayingsBack).some(saying => {
    const { words: told } = sayingOf(saying, lexicon)
    return isAmong(words, told, lexicon) || (!isTagged && isAmong(sentence, told, lexicon))
  })
}

/** Without what only acknowledges, before and after. */
function bare(words: readonly Word[], lexicon: CodingLexicon): readonly Word[] {
  const first = words.findIndex(word => !isAcknowledgement(word, lexicon))
  const last = words.findLastIndex(word => !isAcknowledgement(word, lexicon))
  return first < 0 ? [] : words.slice(first, last + 1)
}

/** Whether these words are in the saying in their order. Words in between may be left out. */
function isAmong(words: readonly Word[], saying: readonly Word[], { lemmaOf, lists, swapped }: CodingLexicon): boolean {
  const isAsked = [lists.wh, lists.auxiliaries].some(list => list.has(words[0]?.text ?? ''))
  let from = 0
  for (const { text } of words) {
    const at = saying.findIndex(
      (said, place) =>
        place >= from &&
        (lemmaOf(swapped.get(said.text) ?? said.text) === lemmaOf(text) ||
          said.text === text ||
          `${said.text}g` === text),
    )
    if (
      at < 0 &&
      !lists.joins.has(text) &&
      !lists.article.has(text) &&
      !(lists.pointers.has(text) && from > 0 && !isAsked)
    )
      return false
    if (at >= 0) from = at + 1
  }
  return true
}
