import { matches } from '../../hearing/matches.ts'
import { type Word, wordsOf } from '../../hearing/words.ts'
import type { Because, Utterance } from './codeQuestion.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { partsOf } from './partsOf.ts'
import type { QuestionFlag } from './questionClasses.ts'
import { sentencesOf } from './sentencesOf.ts'
import type { Told } from './toldIn.ts'
import { labelsIn } from './untoldIn.ts'

/** A flag, and why. */
export interface FlagCode extends Because {
  code: QuestionFlag
}

/** More words than this are more than a child holds until the end of them. NB: an assumption; nothing was found that measures it. */
const mostWords = 30

/** What makes it harder to answer, by the words it is said in and what was said and asked before. */
export function flagsOf(
  { question, asked = [] }: Utterance,
  words: readonly Word[],
  told: Told,
  lexicon: CodingLexicon,
): FlagCode[] {
  const as = (code: QuestionFlag, rule: string, of: readonly Word[]): FlagCode => ({
    code,
    rule,
    words: question.slice(of[0]?.start, of.at(-1)?.end),
  })
  const worded = matches(lexicon.flags, words).map(({ value, at }) =>
    as(
      value,
      'words',
      at.flatMap(each => words[each] ?? []),
    ),
  )
  const [label] = labelsIn(words, told, lexicon)
  const questions = questionsIn(words, lexicon)
  return [
    ...worded,
    ...(label ? [as('first-use-label', 'label-untold', [label])] : []),
    ...(questions.length > 1 ? [as('multiple', 'questions', questions)] : []),
    ...(words.length > mostWords ? [as('too-long', 'words', words)] : []),
    ...(isRepeated(words, asked, lexicon) ? [as('repeated', 'asked-before', words)] : []),
  ]
}

/** The first words of parts that ask for different things: not the other half of a choice, nor the same put in other words. */
function questionsIn(words: readonly Word[], lexicon: CodingLexicon): Word[] {
  const { or } = lexicon.lists
  const found = sentencesOf(words).flatMap(sentence =>
    partsOf(sentence, lexicon).flatMap(({ from, words: part, match }) => {
      const isChoice = or.has(sentence[from - 1]?.text ?? '') || or.has(sentence[from]?.text ?? '')
      const [head] = part
      return isChoice || !head || !asking.has(match.value.class) ? [] : [{ head, open: match.value.class === 'open' }]
    }),
  )
  // "Take me back and tell me about it" asks once.
  const open = found.find(each => each.open)
  const different = [...(open ? [open] : []), ...found.filter(each => !each.open)]
  return different.map(({ head }) => head).toSorted((a, b) => a.start - b.start)
}

const asking: ReadonlySet<string> = new Set(['open', 'directive', 'option-posing'])

function isRepeated(
  words: readonly Word[],
  asked: readonly string[],
  { lists, spellings, lemmaOf }: CodingLexicon,
): boolean {
  const content = (all: readonly Word[]) =>
    new Set(all.filter(({ text }) => !lists.plainAsking.has(text)).map(({ text }) => lemmaOf(text)))
  const before = asked.flatMap(each => sentencesOf(wordsOf(each, spellings))).map(content)
  return sentencesOf(words)
    .map(content)
    .some(own =>
      before.some(other => {
        const both = [...own].filter(word => other.has(word)).length
        return both > 0 && both / Math.min(own.size, other.size) >= 0.75 && both / Math.max(own.size, other.size) >= 0.4
      }),
    )
}
