import { matches } from '../../hearing/matches.ts'
import type { Word } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { doingsIn, doneByOthersIn } from './doneByOthersIn.ts'
import { givenIn } from './givenIn.ts'
import { isCapitalised, isGivenName, isPerson, ownerOf } from './isPerson.ts'
import { presumedDoingIn } from './presumedDoingIn.ts'
import { takenPersonsIn } from './takenPersonsIn.ts'
import { mayStandFor, type Told } from './toldIn.ts'
import { whoDidIn } from './whoDidIn.ts'

/** How something would be a detail. */
export type Kind =
  /** A pronoun that stands for nobody told of. */
  | 'person'
  | 'name'
  /** The name of a place. */
  | 'place'
  /** What somebody else is said to do. */
  | 'act'
  /** The same, in more words than one. */
  | 'doing'
  /** What is a detail whoever it is about. */
  | 'thing'
  | 'feeling'
  | 'label'
  /** A thing spoken of as known: "the bag". */
  | 'given'
  /** What the child itself would have done. */
  | 'own-act'
  /** What is said to have happened meanwhile: "when he came into your room". */
  | 'happening'
  | 'denied'
  /** Somebody of somebody else's: "his mates". */
  | 'kin'

/** A word that brings in what the child has not told. */
export interface Untold {
  kind: Kind
  word: Word
}

/** What these words bring in that the child has not told. What the occasion gives is known: that they were away, slept and came back. */
export function untoldIn(all: readonly Word[], told: Told, lexicon: CodingLexicon): Untold[] {
  const { lemmaOf, lists, vocabulary } = lexicon
  const words = withoutSupposed(all, lexicon)
  const among = (list: ReadonlySet<string>) =>
    words.filter(
      (word, at) =>
        list.has(lemmaOf(word.text)) &&
        !lists.function.has(word.text) &&
        !told.has(word.text) &&
        !isCapitalised(words, at),
    )
  const as = (kind: Kind, found: readonly Word[]) => found.map(word => ({ kind, word }))
  // Words of the services are no detail: that they are said at all is flagged.
  const plain = new Set(
    [lexicon.jargon, lexicon.plainThings].flatMap(index =>
      matches(index, words).flatMap(({ at }) => at.map(each => words[each])),
    ),
  )
  const names = words.filter(
    (word, at) =>
      told.isStranger(word.text) || (isName(words, at, lexicon) && ![word.text, ownerOf(word)].some(told.says)),
  )
  const found = [
    ...names.map(word => ({ kind: isPlace(words, word, lexicon) ? ('place' as const) : ('name' as const), word })),
    ...as('person', pronounsOfNobody(words, told, lexicon)),
    ...as('kin', takenPersonsIn(words, told, lexicon)),
    ...as('act', doneByOthersIn(words, told, lexicon)),
    ...as('act', whoDidIn(words, told, lexicon)),
    ...as('doing', doingsIn(words, told, lexicon)),
    ...as('label', labelsIn(words, told, lexicon)),
    ...as('thing', among(vocabulary.things)),
    ...as('feeling', among(vocabulary.feelings)),
    ...as('given', givenIn(words, told, lexicon)),
    ...as('own-act', among(vocabulary.ownActs)),
    ...as('own-act', omittedIn(words, told, lexicon)),
    ...as('happening', happeningsIn(words, told, lexicon)),
    ...as('happening', presumedDoingIn(words, told, lexicon)),
    ...as('denied', deniedIn(words, told, lexicon)),
  ].filter(
    ({ word, kind }) =>
      (kind === 'label' && isWhatTheyAre(words, word, lexicon)) || (!plain.has(word) && !told.isRenamed(word.text)),
  )
  return [...found, ...as('own-act', ownDoingsIn(words, told, lexicon))]
}

/** Whether it names what the child itself is: "being an addict". That is never only another word for what it did. */
function isWhatTheyAre(words: readonly Word[], label: Word, { lists }: CodingLexicon): boolean {
  const at = words.indexOf(label)
  const before = words.slice(Math.max(0, at - 4), at)
  const isOne = before.slice(-2).some(({ text }) => lists.article.has(text))
  return (
    isOne && before.some(({ text }) => lists.undergoing.has(text)) && before.some(({ text }) => lists.you.has(text))
  )
}

/** Without what is only supposed: "if you are worried" says of nobody that they are. */
function withoutSupposed(words: readonly Word[], { lists }: CodingLexicon): readonly Word[] {
  const from = words.findIndex(({ text }) => lists.supposing.has(text))
  if (from < 0) return words
  const end = words.findIndex(({ ends }, at) => at >= from && ends !== '')
  return [...words.slice(0, from), ...words.slice(end < 0 ? words.length : end + 1)]
}

function deniedIn(words: readonly Word[], told: Told, { lists, vocabulary, lemmaOf }: CodingLexicon): Word[] {
  if (words.some(({ text }) => lists.not.has(text) || lists.negators.has(text))) return []
  return words.filter(({ text }, at) => {
    if (!told.denies(text)) return false
    if (vocabulary.objects.has(lemmaOf(text))) return true
    if (lists.determiners.has(words[at - 1]?.text ?? '') && !lists.function.has(text)) return true
    const isOwn = words.slice(Math.max(0, at - 2), at).some(word => lists.you.has(word.text))
    return isOwn && !lists.function.has(text) && !vocabulary.known.has(lemmaOf(text))
  })
}

function pronounsOfNobody(words: readonly Word[], told: Told, lexicon: CodingLexicon): Word[] {
  const { pronouns } = lexicon.lists
  // Through an interpreter, "her" is the child.
  if (matches(lexicon.interpreted, words).length > 0) return []
  return words.filter(({ text }, at) => {
    if (!pronouns.has(text) || told.knowsWho(text)) return false
    const before = words.slice(0, at).filter(word => !pronouns.has(word.text) && isPerson(word, lexicon))
    return before.length === 0 || !mayStandFor(text, before, lexicon)
  })
}

/** What somebody else is said to have done in a clause that says when: "when he came into your room". */
function happeningsIn(words: readonly Word[], told: Told, lexicon: CodingLexicon): Word[] {
  const { lists, lemmaOf } = lexicon
  return words.flatMap((word, at) => {
    if (!lists.subordinating.has(word.text)) return []
    const clause = words.slice(at + 1, at + 4)
    const who = clause.findIndex(each => isPerson(each, lexicon) && !lists.us.has(each.text))
    const verb = clause.slice(who + 1).find(({ text }) => !lists.between.has(text) && !lists.auxiliaries.has(text))
    if (who < 0 || clause.some(({ text }) => lists.you.has(text)) || !verb) return []
    return told.names(verb.text) || told.has(verb.text) || lists.wasOrSaid.has(lemmaOf(verb.text)) ? [] : [verb]
  })
}

const isPlace = (words: readonly Word[], word: Word, { lists }: CodingLexicon) =>
  lists.places.has(words[words.indexOf(word) - 1]?.text ?? '')

/** A name that is not what somebody is called by in speaking to them, which stands between pauses. */
function isName(words: readonly Word[], at: number, { lists, vocabulary, lemmaOf }: CodingLexicon): boolean {
  const [before, word] = [words[at - 1], words[at]]
  if (word && lists.named.has(before?.text ?? '')) return !lists.function.has(word.text)
  if (!word || !before || before.ends === '.' || before.ends === '?' || word.text.length < 3) return false
  if (!(word.capital || lists.firstNames.has(ownerOf(word))) || lists.function.has(word.text)) return false
  if (vocabulary.persons.has(lemmaOf(word.text))) return false
  if (vocabulary.known.has(lemmaOf(word.text)) && !isGivenName(word.text, lists)) return false
  if (at === words.length - 1 && !lists.calling.has(before.text)) return false
  return before.ends !== ',' && word.ends !== ','
}

/** Words that name what the child has not named so itself, whether or not it told of it in other words. */
export const labelsIn = (words: readonly Word[], told: Told, lexicon: CodingLexicon): Word[] =>
  words.filter(({ text }) => isLabel(text, lexicon) && !told.says(text))

const isLabel = (text: string, { labels, lists, vocabulary, lemmaOf }: CodingLexicon) =>
  !lists.function.has(text) &&
  !vocabulary.known.has(lemmaOf(text)) &&
  labels.some(label => (label.length > 4 ? text.startsWith(label) : lemmaOf(text) === lemmaOf(label)))

/** What the child is taken not to have done: "why didn't you shout". */
const omittedIn = (words: readonly Word[], told: Told, { omissions }: CodingLexicon): Word[] =>
  told.negates ? [] : matches(omissions, words).flatMap(({ at }) => words[(at.at(-1) ?? 0) + 1] ?? [])

function ownDoingsIn(words: readonly Word[], told: Told, lexicon: CodingLexicon): Word[] {
  return matches(lexicon.ownDoings, words).flatMap(({ at }) => {
    const named = at.flatMap(each => words[each] ?? []).filter(({ text }) => !lexicon.lists.function.has(text))
    const last = words[at.at(-1) ?? 0]
    if (named.length === 0) return last && !lexicon.lists.yours.has(last.text) && !told.says(last.text) ? [last] : []
    return named.some(({ text }) => told.has(text)) ? [] : named.slice(0, 1)
  })
}

/** Whether a question takes company for granted that the child said there was none of. */
export const presumesCompany = (words: readonly Word[], told: Told, lexicon: CodingLexicon): boolean =>
  told.alone && matches(lexicon.company, words).length > 0
