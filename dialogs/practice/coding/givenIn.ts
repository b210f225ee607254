import type { Word } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import type { Told } from './toldIn.ts'

/** Things spoken of as known, "the bag", that the child has not told of and that not every time away has. */
export function givenIn(words: readonly Word[], told: Told, lexicon: CodingLexicon): Word[] {
  const { lists, vocabulary, lemmaOf } = lexicon
  return words.flatMap((word, at) => {
    if (!lists.determiners.has(word.text) || word.ends !== '') return []
    const head = headAfter(words, at, lexicon)
    if (!head || told.has(head.text) || lists.function.has(head.text)) return []
    if (vocabulary.occasion.has(lemmaOf(head.text))) return []
    const isTheirs = lists.yours.has(word.text) && vocabulary.known.has(lemmaOf(head.text))
    return vocabulary.objects.has(lemmaOf(head.text)) && !isTheirs ? [head] : []
  })
}

/** What a determiner takes for granted: "bag" of "the red bag". */
function headAfter(
  words: readonly Word[],
  at: number,
  { lists, vocabulary, lemmaOf }: CodingLexicon,
): Word | undefined {
  const from = lists.besides.has(words[at + 1]?.text ?? '') ? at + 2 : at + 1
  const after = words.slice(from, from + 3)
  const end = after.findIndex(word => lists.function.has(word.text))
  const who = after.findIndex(word => vocabulary.persons.has(lemmaOf(word.text)))
  // What follows a person is what they did: "your uncle met" has no meeting.
  const run = after.slice(0, Math.min(end < 0 ? after.length : end, who < 0 ? after.length : who + 1))
  return run.find(({ text }) => vocabulary.objects.has(lemmaOf(text)) && !/(?:ed|ing)$/.test(text))
}
