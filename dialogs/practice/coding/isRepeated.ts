import { matches } from '../../hearing/matches.ts'
import { type Word, wordsOf } from '../../hearing/words.ts'
import type { Utterance } from './codeQuestion.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { isAcknowledgement, partsOf, tagIn } from './partsOf.ts'
import { rememberingBy } from './remembering.ts'
import { sayingOf } from './sayingOf.ts'
import { sentencesOf } from './sentencesOf.ts'

/** How many of the words of the shorter question must be in the other. NB: an assumption, tried on labelled utterances. */
const leastShared = 0.75

/** How many questions back one is looked for that names nothing: "Who was there?" asks of another place after a while. */
const recent = 2

/** Whether this asks or doubts once more what was asked and answered before. What lets a story go on, and whether they are safe, may be asked again. */
export function isRepeated({ said, asked = [] }: Utterance, words: readonly Word[], lexicon: CodingLexicon): boolean {
  if (!wasAnswered({ said, asked })) return false
  if (matches(lexicon.safety, words).length > 0) return false
  if (matches(lexicon.doubting, words).length > 0) return true
  const before = asked.flatMap((each, at): Answered[] => {
    const answers = answersTo(at, asked, said)
    if (answers.length === 0 || isAskedBack(answers.at(-1))) return []
    const answered = answers.map(answer => answerOf(answer, lexicon))
    const isFinal = answered.some(answer => answer.isFinal)
    const isDenied = answered.some(answer => answer.isDenied)
    const isRecent = at >= asked.length - recent
    const isLast = at === asked.length - 1
    return askedIn(each, lexicon).map(ask => ({ ...ask, isFinal, isDenied, isRecent, isLast }))
  })
  return asksOf(words, lexicon).some(own => before.some(other => isTheSame(own, other, lexicon)))
}

/** Whether something was asked before, and the child answered. */
export const wasAnswered = ({ said, asked = [] }: Pick<Utterance, 'said' | 'asked'>): boolean =>
  asked.length > 0 && said.length > 0 && !isAskedBack(said.at(-1))

/** A child that asks back has not answered. */
const isAskedBack = (answer = '') => /\?\s*$/.test(answer)

/** What was said after this was asked and before the next: where there are more sayings than questions, the first has them. */
const answersTo = (at: number, asked: readonly string[], said: readonly string[]): readonly string[] => {
  const more = said.length - asked.length
  return at === 0 ? said.slice(0, Math.max(0, more) + 1) : said.slice(Math.max(0, more + at), more + at + 1)
}

/** What an answer ends: whether there is no more to it, and whether it begins with a no. */
const answerOf = rememberingBy((answer, lexicon) => {
  const { words } = sayingOf(answer, lexicon)
  const [first] = words
  return {
    isFinal: matches(lexicon.final, words).length > 0,
    isDenied: first !== undefined && lexicon.lists.negators.has(first.text),
  }
})

/** One thing asked: its kind of answer, what it names, its other words, and all but who is asked and how it is asked. */
interface Ask {
  kind: string
  names: readonly string[]
  others: readonly string[]
  all: readonly string[]
}

const asking: ReadonlySet<string> = new Set(['open', 'directive', 'option-posing', 'suggestive'])

function asksOf(all: readonly Word[], lexicon: CodingLexicon): Ask[] {
  return sentencesOf(all).flatMap((sentence): Ask[] => {
    const parts = partsOf(sentence, lexicon).filter(({ match }) => asking.has(match.value.class))
    if (parts.length > 0) {
      return parts.map(({ words, match }) => ({
        kind: kindOf(match.value.class, words, lexicon),
        ...contentOf(words, lexicon),
      }))
    }
    const tag = tagIn(sentence, lexicon)
    const isAsked = tag !== undefined || sentence.at(-1)?.ends === '?'
    return isAsked ? [{ kind: yesOrNo, ...contentOf(sentence.slice(0, tag), lexicon) }] : []
  })
}

const askedIn = rememberingBy((asked, lexicon) => asksOf(wordsOf(asked, lexicon.spellings), lexicon))

const yesOrNo = 'yes-or-no'

function kindOf(code: string, words: readonly Word[], { lists }: CodingLexicon): string {
  if (code === 'open') return 'open'
  const at = words.findIndex(({ text }) => lists.wh.has(text))
  if (at < 0 || (code !== 'directive' && at > 0)) return yesOrNo
  const [head = '', next = ''] = words.slice(at, at + 2).map(({ text }) => text)
  if (lists.when.has(head) || lists.when.has(next)) return 'when'
  return lists.extents.has(next) ? next : head
}

function contentOf(all: readonly Word[], lexicon: CodingLexicon): Omit<Ask, 'kind'> {
  const { lists, lemmaOf } = lexicon
  const fillers = new Set(matches(lexicon.fillers, all).flatMap(({ at }) => at))
  const words = all.filter((_, at) => !fillers.has(at))
  const content = words.filter(
    word => !lists.plainAsking.has(word.text) && !lists.wh.has(word.text) && !isAcknowledgement(word, lexicon),
  )
  const lemmas = (of: readonly Word[]) => [
    ...new Set(of.map(({ text }) => lemmaOf(text.replace(/^some(?=.)/, 'any').replace(/one$/, 'body')))),
  ]
  const isName = ({ text }: Word) => !lists.function.has(text)
  const isSaid = ({ text }: Word) => !lists.auxiliaries.has(text) && !lists.you.has(text)
  return {
    names: lemmas(content.filter(isName)),
    others: lemmas(content.filter(word => !isName(word))),
    all: lemmas(words.filter(isSaid)),
  }
}

/** An ask that was answered. */
interface Answered extends Ask {
  /** Whether they said that there is no more to it. */
  isFinal: boolean
  isDenied: boolean
  isRecent: boolean
  isLast: boolean
}

function isTheSame(own: Ask, other: Answered, lexicon: CodingLexicon): boolean {
  if (own.kind !== other.kind) return isAskedThoughDenied(own, other, lexicon)
  const asksOn = (those: readonly string[]) =>
    those.some(word => lexicon.lists.further.has(word) || lexicon.lists.next.has(word))
  if (own.kind === 'open' && !other.isFinal)
    return other.isLast && !asksOn(own.all) && isAllTheSame(own, other, lexicon)
  if (own.names.length > 0 && other.names.length > 0)
    return isShared(own.names, other.names, lexicon) && isIn(other.names[0], own.names, lexicon)
  if (own.names.length > 0 || other.names.length > 0 || !other.isRecent) return false
  if (asksOn(own.others)) return false
  const isBare = own.others.length === 0 && other.others.length === 0
  if (isBare) return !lexicon.lists.what.has(own.kind)
  // "Anyone" names nobody: "did you tell anyone" and "was anyone with you" have no more than that in common.
  return isShared(own.others, other.others, lexicon, 0.6) && isShared(own.all, other.all, lexicon)
}

/** The very same, but for how it is asked. "That" may stand for something else by now. */
const isAllTheSame = (own: Ask, other: Ask, { lists }: CodingLexicon) =>
  (own.names.length > 0 || !own.all.some(word => lists.anaphors.has(word))) &&
  own.names.join() === other.names.join() &&
  own.others.join() === other.others.join()

/** "Who is it you owe?" after "Do you owe anybody?" and a no. */
function isAskedThoughDenied(own: Ask, other: Answered, lexicon: CodingLexicon): boolean {
  if (own.kind === 'open' || own.kind === yesOrNo || other.kind !== yesOrNo || !other.isDenied) return false
  const { acts, ownActs, things, known } = lexicon.vocabulary
  const [only, ...more] = other.names
  if (only !== undefined && more.length === 0) return !known.has(only) && own.names.includes(only)
  return other.names.some(name => own.names.includes(name) && [acts, ownActs, things].some(list => list.has(name)))
}

const isIn = (word: string | undefined, others: readonly string[], { same }: CodingLexicon) =>
  word !== undefined && others.some(each => each === word || same.get(word)?.has(each) === true)

function isShared(own: readonly string[], other: readonly string[], lexicon: CodingLexicon, ofLonger = 0.5): boolean {
  const both = own.filter(word => isIn(word, other, lexicon)).length
  const [shorter, longer] = [Math.min(own.length, other.length), Math.max(own.length, other.length)]
  return both > 0 && both / shorter >= leastShared && both / longer >= ofLonger
}
