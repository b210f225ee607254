import { type Index, type Lexicon, patternIndex, setsOf } from '../../hearing/lexicon.ts'
import type { CodingRule, CodingWords } from './codingWords.ts'
import type { QuestionFlag } from './questionClasses.ts'

/** A rule with its place among the others: the first that fits says the class. */
export interface PlacedRule extends Pick<CodingRule, 'rule' | 'class' | 'at'> {
  place: number
  /** Whether its words ask for something after a request: "tell me" after "can you". */
  isOrder: boolean
}

/** A language's words made ready to code by. Make it once. */
export interface CodingLexicon {
  spellings: Lexicon['spellings']
  openings: Index<true>
  requests: Index<true>
  rules: Index<PlacedRule>
  facilitating: Index<true>
  flags: Index<QuestionFlag>
  safety: Index<true>
  tags: Index<true>
  earlier: Index<true>
  company: Index<true>
  labels: readonly string[]
  lists: Lists
  /** By word, what else tells the same. */
  same: ReadonlyMap<string, ReadonlySet<string>>
}

type Lists = { [Name in keyof CodingWords['lists']]: ReadonlySet<string> }

/** The lexicon of these words, with the spellings of the hearing. Throws, naming it, where a pattern cannot be read. */
export function codingLexiconFrom(words: CodingWords, { spellings }: Pick<Lexicon, 'spellings'>): CodingLexicon {
  const { classes } = words
  const all = (when: readonly string[]) => patternIndex([{ when, value: true as const }], classes)
  const flags = Object.entries(words.flags) as [QuestionFlag, readonly string[]][]
  return {
    spellings: new Map([
      ...spellings,
      ...Object.entries(words.spellings).map(([from, to]) => [from, to.split(' ')] as const),
    ]),
    openings: all(words.openings),
    requests: all(words.requests),
    rules: patternIndex(
      words.rules.map(({ when, isOrder = false, ...rule }, place) => ({ when, value: { ...rule, isOrder, place } })),
      classes,
    ),
    facilitating: all(words.facilitating),
    flags: patternIndex(
      flags.map(([value, when]) => ({ when, value })),
      classes,
    ),
    safety: all(words.safety),
    tags: all(words.tags),
    earlier: all(words.earlier),
    company: all(words.company),
    labels: words.lists.labels,
    lists: setsOf(words.lists),
    same: sameAs(words.same),
  }
}

function sameAs(groups: CodingWords['same']): Map<string, Set<string>> {
  const same = new Map<string, Set<string>>()
  for (const group of groups) for (const word of group) same.set(word, new Set([...(same.get(word) ?? []), ...group]))
  return same
}
