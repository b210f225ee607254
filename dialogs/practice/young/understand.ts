import { type Index, type Lexicon, patternIndex } from '../../hearing/lexicon.ts'
import { isSentenceEnd, matches } from '../../hearing/matches.ts'
import { type Word, wordsOf } from '../../hearing/words.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { isOfInterpreter, type PracticeMove, type PracticeTopic } from '../scenario/terms.ts'
import type { Heard } from './heard.ts'
import type { UnderstandingWords } from './understandingWords.ts'

/** What any young person understands by words, made ready. Make it once. */
export interface Understanding {
  words: UnderstandingWords
  spellings: Lexicon['spellings']
  topics: Index<PracticeTopic>
  moves: Index<PracticeMove>
  manners: Index<'wide' | 'literal' | 'doubting' | 'idiom'>
}

/** Makes them ready. Throws, naming it, where a pattern cannot be read. */
export function understandingFrom(words: UnderstandingWords, spellings: Lexicon['spellings']): Understanding {
  return {
    words,
    spellings,
    topics: patternIndex(entries(words.topics), words.classes),
    moves: patternIndex(entries(words.moves), words.classes),
    manners: patternIndex(
      [
        { when: words.wide, value: 'wide' as const },
        { when: words.literal, value: 'literal' as const },
        { when: words.doubting, value: 'doubting' as const },
        { when: words.idioms, value: 'idiom' as const },
      ],
      words.classes,
    ),
  }
}

/** What the young person of one scenario understands besides: its names, its details, and what may be put to them. */
export interface OwnWords {
  topics: Index<PracticeTopic>
  units: Index<string>
  mistakes: Index<string>
}

/** Makes a scenario's own words ready. Throws, naming it, where a pattern cannot be read. */
export function ownWordsOf(scenario: Scenario, { words: { classes }, spellings }: Understanding): OwnWords {
  const { units, mistakes, cues } = scenario
  const byId = (all: readonly { id: string; cues: readonly string[] }[]) =>
    patternIndex(
      all.map(({ id, cues: when }) => ({ when, value: id })),
      classes,
    )
  const slipped = units.map(({ id, cues: own, hint, minimised }) => ({
    id,
    cues: [...own, ...[hint, minimised].flatMap(said => (said ? echoesOf(said, spellings) : []))],
  }))
  return { topics: patternIndex(entries(cues), classes), units: byId(slipped), mistakes: byId(mistakes) }
}

/**
 * What was let slip, taken up in its own words: "you had to do most things". Five words on end, or three with a long one among
 * them: fewer are anybody's. "I" may have become "you".
 */
function echoesOf(said: string, spellings: Lexicon['spellings']): string[] {
  const words = wordsOf(said, spellings).map(({ text }) => text)
  const runs = (length: number) =>
    words.flatMap((_, at) => (at + length <= words.length ? [words.slice(at, at + length)] : []))
  const telling = runs(3).filter(run => run.some(word => word.length >= 5))
  return [...new Set([...telling, ...runs(5)].map(run => run.map(word => turned[word] ?? word).join(' ')))]
}

const turned: Readonly<Record<string, string>> = {
  i: 'i|you',
  me: 'me|you',
  my: 'my|your',
  am: 'am|are',
  was: 'was|were',
}

/** What was said to a young person, as they understand it: by topic, by the words that ask for a detail, and by how it is asked. */
export function understand(
  scenario: Scenario,
  { topics, units, mistakes }: OwnWords,
  understanding: Understanding,
  said: string,
  coded: Heard['coded'],
): Heard {
  const spoken = wordsOf(said, understanding.spellings)
  const all = scenario.interpreter ? withInterpreter(spoken, scenario.interpreter.name) : spoken
  const isTooLongToCarry = scenario.interpreter !== undefined && all.length > scenario.interpreter.carries
  const answered = coded.flags.includes('multiple') || isTooLongToCarry ? lastSentence(all) : all
  const manners = found(understanding.manners, all)
  return {
    coded: { class: coded.class, flags: coded.flags },
    topics: [...new Set([...found(topics, answered), ...found(understanding.topics, answered)])],
    cued: found(units, answered),
    put: found(mistakes, answered),
    moves: found(understanding.moves, all).filter(move => scenario.interpreter || !isOfInterpreter(move)),
    isWide: manners.includes('wide'),
    isLiteral: manners.includes('literal'),
    isDoubting: manners.includes('doubting'),
    isTooLongToCarry,
    hasIdiom: scenario.interpreter !== undefined && manners.includes('idiom'),
  }
}

/** The interpreter by name is the interpreter. */
function withInterpreter(words: readonly Word[], name: string): readonly Word[] {
  const surname = name.toLowerCase().split(' ').at(-1)
  return words.map(word => (word.text === surname ? { ...word, also: 'interpreter' } : word))
}

/** Of several questions a child answers the last (Katz and Hershkowitz 2012). */
function lastSentence(words: readonly Word[]): readonly Word[] {
  const from = words.findLastIndex((word, at) => at < words.length - 1 && isSentenceEnd(word))
  return words.slice(from + 1)
}

const found = <T>(index: Index<T>, words: readonly Word[]): T[] => [
  ...new Set(matches(index, words).map(({ value }) => value)),
]

const entries = <T extends string>(
  lists: Readonly<Partial<Record<T, readonly string[]>>>,
): { when: readonly string[]; value: T }[] =>
  (Object.keys(lists) as T[]).map(value => ({ when: lists[value] ?? [], value }))
