import type { Word } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { isStated } from './isStated.ts'
import { type Part, partsOf } from './partsOf.ts'
import { sentencesOf } from './sentencesOf.ts'

/** The first words of parts that ask for different things: not the other half of a choice, nor the same put in other words. */
export function questionsIn(all: readonly Word[], question: string, lexicon: CodingLexicon): Word[] {
  const { or } = lexicon.lists
  const parts = sentencesOf(all).flatMap(sentence =>
    partsOf(sentence, lexicon)
      .toReversed()
      .filter(({ from, words, match }) => {
        const isChoice = or.has(sentence[from - 1]?.text ?? '') || or.has(sentence[from]?.text ?? '')
        const isClosed = match.value.class === 'option-posing'
        return (
          asking.has(match.value.class) &&
          !isChoice &&
          !isFalseStart(words, lexicon) &&
          !(isClosed && isStated(sentence, question))
        )
      }),
  )
  const names = parts.map(part => namedIn(part, lexicon))
  const different = parts.filter((part, at) => {
    if (part.match.value.rule === hung) return parts.length === 1 || part.words.length > longestHung
    if (isBegunAnew(part, parts[at + 1])) return false
    if (part.match.value.class !== 'open') return true
    // "Take me back to Sunday and tell me about it" asks once, and so does "What is that? Explain it to me."
    const isNew = names.every(
      (others, place) => place === at || others.size === 0 || ![...others].some(name => names[at]?.has(name)),
    )
    return (names[at]?.size ?? 0) > 0 ? isNew || at === 0 : parts.length === 1
  })
  return different.flatMap(({ words: [head] }) => head ?? [])
}

const asking: ReadonlySet<string> = new Set(['open', 'directive', 'option-posing'])

/** "Did he, did he say" asks once. */
const isBegunAnew = ({ words }: Part, next: Part | undefined) =>
  next !== undefined && next.words.length > words.length && words.every(({ text }, at) => next.words[at]?.text === text)

/** A beginning that is left: "what did, where did you go". */
function isFalseStart(words: readonly Word[], { lists }: CodingLexicon): boolean {
  const last = words.at(-1)
  if (!last || last.ends === '?' || last.ends === '.') return false
  const isBare = words.every(
    ({ text }) => lists.wh.has(text) || lists.auxiliaries.has(text) || lists.subjects.has(text),
  )
  return isBare && (words.length < 3 || lists.auxiliaries.has(last.text) || !lists.undergoing.has(words[1]?.text ?? ''))
}

/** The rule of "can you remember?", which hung on the end of a question asks nothing more. */
const hung = 'do-you-know-or-remember'
const longestHung = 5

/** What an open question is about, apart from its words for telling and for all that happened. */
const namedIn = ({ words, match }: Part, { lists, vocabulary, lemmaOf }: CodingLexicon): Set<string> =>
  new Set(
    words
      .filter(
        ({ text }, at) => !match.at.includes(at) && !lists.function.has(text) && !vocabulary.asked.has(lemmaOf(text)),
      )
      .map(({ text }) => lemmaOf(text)),
  )
