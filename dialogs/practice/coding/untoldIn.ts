import { matches } from '../../hearing/matches.ts'
import type { Word } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { stemOf } from './stemOf.ts'
import { isPerson, type Told } from './toldIn.ts'

/** What in these words the child has not told, by how it would be a detail. */
export interface Untold {
  people: Word[]
  acts: Word[]
  things: Word[]
  feelings: Word[]
  labels: Word[]
  objects: Word[]
  ownActs: Word[]
  names: Word[]
}

/** What these words bring in that the child has not told. What the occasion gives is known: that they were away, slept and came back. */
export function untoldIn(words: readonly Word[], told: Told, lexicon: CodingLexicon): Untold {
  const { lists } = lexicon
  const among = (list: ReadonlySet<string>) => words.filter(({ text }) => list.has(text) && !told.has(text))
  return {
    people: pronounsOfNobody(words, told, lexicon),
    acts: among(lists.acts).filter(word => isDoneByOthers(words, words.indexOf(word), lexicon)),
    things: among(lists.things),
    feelings: among(lists.feelings),
    labels: words.filter(({ text }) => isLabel(text, lexicon) && !told.says(text)),
    objects: among(lists.objects).filter(word => lists.determiners.has(words[words.indexOf(word) - 1]?.text ?? '')),
    ownActs: among(lists.ownActs),
    names: words.filter((word, at) => isName(words, at, lexicon) && !told.says(word.text)),
  }
}

/** Pronouns where nobody was told of that they can stand for. "They" may always stand for somebody once anything was said. */
function pronounsOfNobody(words: readonly Word[], told: Told, { lists }: CodingLexicon): Word[] {
  const { persons, pronouns, they } = lists
  if (told.people || words.some(({ text }) => persons.has(text) && !pronouns.has(text))) return []
  return words.filter(({ text }) => pronouns.has(text) && (told.isEmpty || !they.has(text)))
}

/** A name that is not what somebody is called by in speaking to them, which stands between pauses. */
function isName(words: readonly Word[], at: number, { lists }: CodingLexicon): boolean {
  const [before, word] = [words[at - 1], words[at]]
  if (!word?.capital || !before || before.ends === '.' || before.ends === '?' || word.text.length < 3) return false
  if ([lists.function, lists.known, lists.persons].some(list => list.has(word.text))) return false
  return before.ends !== ',' && word.ends !== ','
}

const isLabel = (text: string, { labels, lists }: CodingLexicon) =>
  !lists.function.has(text) && !lists.known.has(text) && labels.some(label => isForm(text, label))

const isForm = (text: string, label: string) =>
  label.length > 4 ? text.startsWith(label) : stemOf(text) === stemOf(label)

/** Whether somebody other than the child stands close before the act, as the one who acts. */
function isDoneByOthers(words: readonly Word[], at: number, lexicon: CodingLexicon): boolean {
  const { you, us, who } = lexicon.lists
  for (const word of words.slice(Math.max(0, at - 3), at).toReversed()) {
    if (you.has(word.text) || us.has(word.text)) return false
    if (isPerson(word, lexicon) || who.has(word.text)) return true
  }
  return false
}

/** What in these words the child told of. "That", after "about" or "of", stands for it. */
export function toldAmong(words: readonly Word[], told: Told, { lists }: CodingLexicon): Word[] {
  if (told.isEmpty) return []
  return words.filter(({ text }, at) => {
    if (lists.anaphors.has(text) && lists.ties.has(words[at - 1]?.text ?? '')) return true
    return !lists.function.has(text) && text.length > 1 && told.names(text)
  })
}

/** Whether a question takes company for granted that the child said there was none of. */
export const presumesCompany = (words: readonly Word[], told: Told, lexicon: CodingLexicon): boolean =>
  told.alone && matches(lexicon.company, words).length > 0
