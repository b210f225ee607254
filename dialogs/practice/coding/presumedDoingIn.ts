import type { Word } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { isPerson } from './isPerson.ts'
import type { Told } from './toldIn.ts'

/** How many words may name whoever it is: "your big sister". */
const longestSubject = 4

/** What "when" and "why" take for granted that somebody did, whatever verb it is: "when did your sister turn up", "why did you smash it". */
export function presumedDoingIn(words: readonly Word[], told: Told, lexicon: CodingLexicon): Word[] {
  const { lists, vocabulary, lemmaOf } = lexicon
  return words.flatMap((word, at) => {
    const [auxiliary, first] = words.slice(at + 1)
    if (!lists.presuming.has(word.text) || !lists.past.has(auxiliary?.text ?? '')) return []
    if (!first || lists.us.has(first.text)) return []
    const isOwn = lists.you.has(first.text)
    const after = words.slice(at + 2, at + 3 + longestSubject)
    const who = isOwn ? 0 : after.findIndex(each => lists.subjective.has(each.text) || isPerson(each, lexicon))
    const verb = after.slice(who + 1).find(({ text }) => !lists.between.has(text))
    if (who < 0 || !verb || lists.function.has(verb.text) || isPerson(verb, lexicon) || told.has(verb.text)) return []
    // What a child does in any time away needs no telling.
    const plain = [lists.wasOrSaid, lists.benign, vocabulary.occasion, ...(isOwn ? [vocabulary.asked] : [])]
    return plain.some(list => list.has(lemmaOf(verb.text))) ? [] : [verb]
  })
}
