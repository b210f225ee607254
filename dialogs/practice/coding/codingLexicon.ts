import { type Index, type Lexicon, patternIndex, setsOf } from '../../hearing/lexicon.ts'
import { wordsOf } from '../../hearing/words.ts'
import type { CodingRule, CodingWords } from './codingWords.ts'
import type { QuestionClass, QuestionFlag } from './questionClasses.ts'
import { remembering } from './remembering.ts'
import { stemOf } from './stemOf.ts'

/** A rule with its place among the others: the first that fits says the class. */
export interface PlacedRule extends Pick<CodingRule, 'rule' | 'class' | 'at'> {
  place: number
  /** Whether its words ask for something after a request: "tell me" after "can you". */
  isOrder: boolean
  /** Whether a full stop after it says that nothing is asked. */
  unlessStated: boolean
}

/** A language's words made ready to code by. Make it once. */
export interface CodingLexicon {
  spellings: Lexicon['spellings']
  openings: Index<true>
  requests: Index<true>
  rules: Index<PlacedRule>
  wholes: ReadonlyMap<string, QuestionClass>
  facilitating: Index<true>
  flags: Index<QuestionFlag>
  limits: Index<true>
  consents: Index<true>
  offTarget: Index<true>
  safety: Index<true>
  offers: Index<true>
  tags: Index<true>
  earlier: Index<true>
  company: Index<true>
  unacquainted: Index<true>
  byThemself: Index<true>
  interpreted: Index<true>
  plainThings: Index<true>
  doings: Index<true>
  omissions: Index<true>
  inaction: Index<true>
  commands: Index<true>
  fillers: Index<true>
  doubting: Index<true>
  anaphoric: Index<true>
  final: Index<true>
  ownDoings: Index<true>
  /** What each stands for, as a lemma. */
  idioms: Index<string>
  jargon: Index<true>
  swapped: ReadonlyMap<string, string>
  labels: readonly string[]
  lists: Lists
  /** Lemmas. */
  vocabulary: Vocabulary
  /** What a form of a word is a form of, so that "hit", "hits" and "hitting" are one. It need not be a word itself. */
  lemmaOf(word: string): string
  /** By lemma, what else tells the same. */
  same: ReadonlyMap<string, ReadonlySet<string>>
  /** By lemma, what comes with it. */
  follows: ReadonlyMap<string, readonly string[]>
  /** Beginnings of names, with the lemmas that tell of what they name. */
  renames: readonly { names: readonly string[]; told: readonly string[] }[]
}

type Vocabulary = { [Name in keyof CodingWords['vocabulary']]: ReadonlySet<string> }
type Lists = { [Name in keyof CodingWords['lists']]: ReadonlySet<string> }

const mostRemembered = 10_000

/** The lexicon of these words, with the spellings of the hearing. Throws, naming it, where a pattern cannot be read. */
export function codingLexiconFrom(words: CodingWords, { spellings }: Pick<Lexicon, 'spellings'>): CodingLexicon {
  const { classes } = words
  const irregular = new Map(Object.entries(words.irregular))
  const bare = (word: string) => stemOf(irregular.get(word) ?? word)
  const verbs = new Set([...words.vocabulary.acts, ...words.vocabulary.asked, ...words.vocabulary.known].map(bare))
  // "Laughin" is "laughing", and "cousin" is not.
  const lemmaOf = remembering(
    word => (/in$/.test(word) && verbs.has(bare(`${word}g`)) ? bare(`${word}g`) : bare(word)),
    mostRemembered,
  )
  const lemmas = (list: readonly string[]) => list.map(lemmaOf)
  const { acts, kindActs, ownActs, things, objects, feelings, persons, known, occasion, asked } = words.vocabulary
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
      words.rules.map(({ when, isOrder = false, unlessStated = false, ...rule }, place) => ({
        when,
        value: { ...rule, isOrder, unlessStated, place },
      })),
      classes,
    ),
    wholes: new Map(
      (Object.entries(words.wholes) as [QuestionClass, readonly string[]][]).flatMap(([code, texts]) =>
        texts.map(text => [text, code] as const),
      ),
    ),
    facilitating: all(words.facilitating),
    flags: patternIndex(
      flags.map(([value, when]) => ({ when, value })),
      classes,
    ),
    limits: all(words.limits),
    consents: all(words.consents),
    offTarget: all(words.offTarget),
    safety: all(words.safety),
    offers: all(words.offers),
    tags: all(words.tags),
    earlier: all(words.earlier),
    company: all(words.company),
    unacquainted: all(words.unacquainted),
    byThemself: all(words.byThemself),
    interpreted: all(words.interpreted),
    plainThings: all(words.plainThings),
    doings: all(words.doings),
    omissions: all(words.omissions),
    inaction: all(words.inaction),
    commands: all(words.commands),
    fillers: all(words.fillers),
    doubting: all(words.doubting),
    anaphoric: all(words.anaphoric),
    final: all(words.final),
    ownDoings: all(words.ownDoings),
    idioms: patternIndex(
      Object.entries(words.idioms).map(([value, when]) => ({ when, value: lemmaOf(value) })),
      classes,
    ),
    jargon: all(words.flags.jargon ?? []),
    swapped: new Map(Object.entries(words.swapped)),
    labels: words.lists.labels,
    lists: setsOf({
      ...words.lists,
      attitudes: lemmas(words.lists.attitudes),
      benign: lemmas(words.lists.benign),
      anyoneDoes: lemmas(words.lists.anyoneDoes),
      mates: lemmas(words.lists.mates),
      requesting: lemmas(words.lists.requesting),
      wasOrSaid: lemmas(words.lists.wasOrSaid),
    }),
    vocabulary: setsOf({
      acts: lemmas(acts),
      kindActs: lemmas(kindActs),
      ownActs: lemmas(ownActs),
      things: lemmas(things),
      objects: lemmas(objects),
      feelings: lemmas(feelings),
      persons: lemmas(persons),
      known: lemmas(known),
      occasion: lemmas(occasion),
      asked: lemmas(asked),
    }),
    lemmaOf,
    same: sameAs(words.same.map(lemmas)),
    follows: new Map(Object.entries(words.follows).map(([told, then]) => [lemmaOf(told), lemmas(then)])),
    renames: words.renames.map(({ names, told }) => ({ names, told: lemmas(told) })),
  }
}

/** Names that whoever asks may say first: everybody in the room knows them. */
export interface Familiar {
  people: readonly string[]
  places: readonly string[]
}

/** The same lexicon where these names are familiar: to say one brings in nothing untold. */
export function familiarWith(lexicon: CodingLexicon, { people, places }: Familiar): CodingLexicon {
  const lemmas = (names: readonly string[]) =>
    names.flatMap(name => wordsOf(name, lexicon.spellings)).map(({ text }) => lexicon.lemmaOf(text))
  const { known, persons } = lexicon.vocabulary
  return {
    ...lexicon,
    vocabulary: {
      ...lexicon.vocabulary,
      known: new Set([...known, ...lemmas([...people, ...places])]),
      persons: new Set([...persons, ...lemmas(people)]),
    },
  }
}

function sameAs(groups: CodingWords['same']): Map<string, Set<string>> {
  const same = new Map<string, Set<string>>()
  for (const group of groups) for (const word of group) same.set(word, new Set([...(same.get(word) ?? []), ...group]))
  return same
}
