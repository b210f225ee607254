import type { Word } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { isPerson } from './isPerson.ts'
import type { Told } from './toldIn.ts'

/** What "who" is taken to have done, to the child or to somebody else, that nobody told of: "who let him in". */
export function whoDidIn(words: readonly Word[], told: Told, lexicon: CodingLexicon): Word[] {
  const { lists, lemmaOf } = lexicon
  return words.flatMap((word, at) => {
    if (!lists.who.has(word.text) || word.ends !== '') return []
    const after = words.slice(at + 1)
    const verb = after.find(({ text }) => !lists.between.has(text))
    const object = verb && after[after.indexOf(verb) + 1]
    if (!verb || !object || verb.ends !== '' || told.has(verb.text)) return []
    if (
      lists.auxiliaries.has(verb.text) ||
      lists.anyoneDoes.has(lemmaOf(verb.text)) ||
      (lemmaOf(verb.text) === verb.text && !lexicon.vocabulary.kindActs.has(verb.text))
    )
      return []
    const isDoneTo = lists.yours.has(object.text) || lists.pronouns.has(object.text) || isPerson(object, lexicon)
    return isDoneTo ? [verb] : []
  })
}
