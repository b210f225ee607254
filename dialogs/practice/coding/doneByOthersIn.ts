import { matches } from '../../hearing/matches.ts'
import type { Word } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { isCapitalised, isPerson } from './isPerson.ts'
import { isOwner } from './takenPersonsIn.ts'
import type { Told } from './toldIn.ts'

/** The words by which somebody else is said to do something that the child has not told: an act, or anything done to it. */
export const doneByOthersIn = (words: readonly Word[], told: Told, lexicon: CodingLexicon): Word[] => [
  ...actsIn(words, told, lexicon),
  ...doneToChildIn(words, told, lexicon),
]

function actsIn(words: readonly Word[], told: Told, lexicon: CodingLexicon): Word[] {
  const { lemmaOf, lists, vocabulary } = lexicon
  return words.filter(({ text }, at) => {
    if (isCapitalised(words, at)) return false
    if (!vocabulary.acts.has(lemmaOf(text)) || !isDoneByOthers(words, at, lexicon)) return false
    const isKind = vocabulary.kindActs.has(lemmaOf(text))
    if (
      isKind &&
      isEveryday(words, at, lexicon) &&
      words.slice(0, at).some((_, who) => isOfAnyLife(words, who, lexicon))
    )
      return false
    const isOfChild = words.slice(at).some(word => lists.yours.has(word.text)) || isUndergone(words, at, lexicon)
    return !told.has(text) || (isOfChild && told.isOfOthers(text))
  })
}

/** "Were you hit": the child is the one it is done to. */
const isUndergone = (words: readonly Word[], at: number, { lists }: CodingLexicon) =>
  words
    .slice(Math.max(0, at - 3), at)
    .some(
      ({ text }, from, before) =>
        lists.undergoing.has(text) &&
        (lists.you.has(before[from - 1]?.text ?? '') || lists.you.has(before[from + 1]?.text ?? '')),
    )

/** Whether it is what happens on any day: "does your dad drive you", "gave you your tea"; not "took your phone", "fetched you from there". */
function isEveryday(words: readonly Word[], at: number, { lists, vocabulary, lemmaOf }: CodingLexicon): boolean {
  const after = words.slice(at + 1)
  if (after[0] && !lists.function.has(after[0].text)) return false
  if (!words.some(({ text }) => lists.past.has(text)) && lists.auxiliaries.has(words[0]?.text ?? '')) return true
  return after.some(({ text }) => vocabulary.known.has(lemmaOf(text)) && !vocabulary.persons.has(lemmaOf(text)))
}

/** Family and staff of their own, whom nobody has to be told of: "your mum", not "Tyler's mum". */
function isOfAnyLife(words: readonly Word[], at: number, lexicon: CodingLexicon): boolean {
  const { vocabulary, lemmaOf, lists } = lexicon
  const [owner, word] = [words[at - 1], words[at]]
  if (!word || !vocabulary.persons.has(lemmaOf(word.text)) || !vocabulary.known.has(lemmaOf(word.text))) return false
  return owner?.ends !== '' || !(lists.theirs.has(owner.text) || isOwner(owner, lexicon))
}

/** Whether somebody other than the child stands close before the act, as the one who acts. */
function isDoneByOthers(words: readonly Word[], at: number, lexicon: CodingLexicon): boolean {
  const { you, us, who, undergoing, between } = lexicon.lists
  const before = words.slice(0, at).findLast(({ text }) => !between.has(text))
  if (before && undergoing.has(before.text) && !/ing$/.test(words[at]?.text ?? '')) return true
  for (const word of words.slice(Math.max(0, at - 5), at).toReversed()) {
    if (you.has(word.text) || us.has(word.text)) return false
    if (isPerson(word, lexicon) || who.has(word.text)) return true
  }
  return false
}

/** Whatever else somebody does to the child: any verb before "you", with who does it before. */
function doneToChildIn(words: readonly Word[], told: Told, lexicon: CodingLexicon): Word[] {
  const { lists, lemmaOf } = lexicon
  return words.flatMap((word, at) => {
    if (!lists.you.has(word.text)) return []
    const before = words.slice(Math.max(0, at - 6), at)
    const verbAt = before.findLastIndex(({ text }) => !lists.towards.has(text))
    const verb = before[verbAt]
    if (verb?.ends !== '' || lists.function.has(verb.text) || isPerson(verb, lexicon)) return []
    const owner = before[verbAt - 1]
    if (owner && (lists.determiners.has(owner.text) || isOwner(owner, lexicon))) return []
    const subject = before
      .slice(0, verbAt)
      .findLast(
        each =>
          lists.you.has(each.text) || lists.us.has(each.text) || lists.who.has(each.text) || isPerson(each, lexicon),
      )
    if (!subject || lists.you.has(subject.text) || lists.us.has(subject.text)) return []
    const isKind =
      lexicon.vocabulary.kindActs.has(lemmaOf(verb.text)) && isEveryday(words, words.indexOf(verb), lexicon)
    if (isKind && isOfAnyLife(words, words.indexOf(subject), lexicon)) return []
    return told.has(verb.text) || lists.benign.has(lemmaOf(verb.text)) ? [] : [verb]
  })
}

/** The same, in more words than one. */
export function doingsIn(words: readonly Word[], told: Told, lexicon: CodingLexicon): Word[] {
  const { lists, lemmaOf } = lexicon
  return matches(lexicon.doings, words).flatMap(({ at: [first = 0] }) => {
    const verb = words[first]
    if (!verb || !isDoneByOthers(words, first, lexicon)) return []
    const isRequest = lists.requesting.has(lemmaOf(verb.text))
    // To say something is not yet to tell somebody to do it.
    const isToldSo = lists.wasOrSaid.has(lemmaOf(verb.text)) ? isRequest && told.commanded : told.tells(verb.text)
    const isTold = lists.auxiliaries.has(verb.text) ? told.somethingDone : told.says(verb.text) || isToldSo
    return isTold ? [] : [verb]
  })
}
