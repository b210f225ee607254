import type { Word } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { isPerson } from './isPerson.ts'

/** The words of what a child said, by how it was said. */
export interface Facts {
  facts: readonly Word[]
  /** Lemmas of what was said not to be so. */
  denied: ReadonlySet<string>
  /** Lemmas of what was done to the child, or by it. */
  own: ReadonlySet<string>
  /** Lemmas of what was done to somebody else. */
  ofOthers: ReadonlySet<string>
}

/** What was told as a fact in this saying, what was denied, and what was told of somebody else. */
export function factsOf(saying: readonly Word[], lexicon: CodingLexicon): Facts {
  const { vocabulary, lemmaOf } = lexicon
  const clauses = clausesOf(saying, lexicon)
  const denials = clauses.map(clause => deniedIn(clause, lexicon))
  const facts = clauses.flatMap((clause, at) => clause.filter(word => !denials[at]?.includes(word)))
  const acts = clauses.flatMap(clause =>
    clause.flatMap((word, at) =>
      vocabulary.acts.has(lemmaOf(word.text))
        ? [{ lemma: lemmaOf(word.text), isOther: isDoneToOthers(clause, at, lexicon) }]
        : [],
    ),
  )
  const lemmas = (those: typeof acts) => new Set(those.map(({ lemma }) => lemma))
  return {
    facts,
    denied: new Set(denials.flat().map(({ text }) => lemmaOf(text))),
    own: lemmas(acts.filter(({ isOther }) => !isOther)),
    ofOthers: lemmas(acts.filter(({ isOther }) => isOther)),
  }
}

function clausesOf(words: readonly Word[], { lists }: CodingLexicon): Word[][] {
  const clauses: Word[][] = [[]]
  for (const word of words) {
    if (lists.joins.has(word.text) || lists.because.has(word.text)) clauses.push([])
    clauses.at(-1)?.push(word)
    if (word.ends !== '') clauses.push([])
  }
  return clauses.filter(({ length }) => length > 0)
}

/** What is not told as a fact: all after "if" and after what others claim; after a "not", what is done and what is not definite. */
function deniedIn(clause: readonly Word[], lexicon: CodingLexicon): Word[] {
  const { lists, lemmaOf } = lexicon
  const supposed = clause.findIndex(
    ({ text }, at) =>
      lists.supposing.has(text) || (lists.claims.has(lemmaOf(text)) && isOfSomebodyElse(clause, at, lexicon)),
  )
  if (supposed >= 0) return clause.slice(supposed)
  const not = clause.findIndex(({ text }) => lists.negators.has(text) || lists.not.has(text))
  if (not < 0) return []
  const verb = clause.slice(not + 1).find(({ text }) => !lists.between.has(text))
  if (lists.not.has(clause[not]?.text ?? '') && verb && lists.attitudes.has(lemmaOf(verb.text))) return []
  return clause.slice(not + 1).filter(word => !lists.function.has(word.text) && !isDefinite(clause, word, lexicon))
}

const isOfSomebodyElse = (clause: readonly Word[], at: number, lexicon: CodingLexicon) =>
  clause.slice(0, at).some(word => isPerson(word, lexicon)) &&
  clause.slice(at).some(({ text }) => lexicon.lists.us.has(text)) &&
  !clause.slice(Math.max(0, at - 2), at).some(({ text }) => lexicon.lists.us.has(text))

const isDefinite = (clause: readonly Word[], word: Word, { lists }: CodingLexicon) =>
  word.capital || lists.definite.has(clause[clause.indexOf(word) - 1]?.text ?? '')

/** Whether whoever this act is done to is somebody else: "my mate got hit", "he hit my mum". */
function isDoneToOthers(clause: readonly Word[], at: number, lexicon: CodingLexicon): boolean {
  const { lists } = lexicon
  const after = clause.slice(at + 1, at + 3)
  const before = clause.slice(0, at)
  if ([...after, ...before.slice(-1)].some(({ text }) => lists.me.has(text))) return false
  const isPassive = lists.undergoing.has(before.at(-1)?.text ?? '') && !/ing$/.test(clause[at]?.text ?? '')
  const subject = before.findLast(word => lists.us.has(word.text) || isPerson(word, lexicon))
  if (isPassive) return subject !== undefined && !lists.us.has(subject.text)
  const [next, second] = after
  const isOther = (word: Word | undefined) =>
    word !== undefined && !lists.they.has(word.text) && isPerson(word, lexicon)
  return isOther(next) || (lists.definite.has(next?.text ?? '') && isOther(second))
}
