import type { Lexicon } from './lexicon.ts'
import type { Word } from './words.ts'

/** Someone who acts begins here: a pronoun, or a person with a verb soon after. */
export function isActing(words: readonly Word[], at: number, lexicon: Lexicon): boolean {
  const { sets } = lexicon
  const text = words[at]?.text ?? ''
  if (sets.child.has(text) || sets.others.has(text)) return true
  if (!isPerson(words, at, lexicon) && !isWithMe(words, at, lexicon)) return false
  for (let each = at; each < at + 4 && each < words.length; each++) {
    const next = words[each]?.text ?? ''
    if (each > at && acts(next, lexicon)) return true
    // "Told nobody and left": the verb is not theirs.
    if (sets.joinsBeforeVerb.has(next) && !isPerson(words, each + 1, lexicon)) return false
    if (words[each]?.ends !== '') return false
  }
  return false
}

/** "Me and my mate": the young person with someone else, as the ones who act. */
export const isWithMe = (words: readonly Word[], at: number, { sets }: Lexicon) =>
  words[at]?.text === 'me' && sets.joinsBeforeVerb.has(words[at + 1]?.text ?? '')

/** Whether someone is named here, or something, which need not be told apart: neither is the young person. */
export function isPerson(words: readonly Word[], at: number, { sets }: Lexicon): boolean {
  const word = words[at]
  if (!word) return false
  if (sets.determiners.has(word.text)) return !isTime(words, at, { sets })
  return sets.people.has(word.text) || sets.indefinite.has(word.text) || sets.others.has(word.text)
}

/** Whether the words that a determiner begins are a time: "the next day", "that night". */
export const isTime = (words: readonly Word[], at: number, { sets }: Pick<Lexicon, 'sets'>) =>
  [1, 2].some(ahead => sets.times.has(words[at + ahead]?.text ?? ''))

/** Whether the word is a verb that a person before it would be the one to do. */
export const acts = (text: string, lexicon: Lexicon) => isVerb(text, lexicon) || lexicon.sets.baseVerbs.has(text)

/** Whether the word is surely a verb: a past form, or a form of someone else's. */
export const isVerb = (text: string, { sets }: Pick<Lexicon, 'sets'>) => sets.verbs.has(text) || isEnded(text, { sets })

function isEnded(text: string, { sets }: Pick<Lexicon, 'sets'>): boolean {
  for (const ending of sets.pastEndings) if (text.length > ending.length + 2 && text.endsWith(ending)) return true
  return false
}

/** "Danny's mum": someone of theirs acts. */
function isOwner(words: readonly Word[], at: number, { sets }: Lexicon): boolean {
  const word = words[at]
  if (!word?.capital || !sets.people.has(words[at + 1]?.text ?? '')) return false
  for (const ending of sets.ownerEndings) if (word.text.endsWith(ending)) return true
  return false
}

/** A capital not explained by the start of a sentence, or one before a verb: a name. */
export function isName(words: readonly Word[], at: number, lexicon: Lexicon): boolean {
  const word = words[at]
  if (isOwner(words, at, lexicon)) return true
  if (!word?.capital || isVerb(word.text, lexicon) || lexicon.negators.has(word.text)) return false
  return isVerb(words[at + 1]?.text ?? '', lexicon)
}
