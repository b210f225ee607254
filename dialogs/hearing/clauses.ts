import type { Lexicon } from './lexicon.ts'
import { isSentenceEnd } from './matches.ts'
import type { Word } from './words.ts'

/** A stretch of words about one person, `from` up to but not with `to`. */
export interface Clause {
  from: number
  to: number
  /** Whom it is about. Where nobody is named it is whoever the clause before was about, and at the start the child. */
  of: 'child' | 'other'
  /** Follows another clause with nothing that parts them: no full stop, comma, "but" or "and". */
  joined: boolean
}

/**
 * Splits an account into clauses and says whom each is about. No grammar of English is attempted: a clause begins at a
 * joining word or at someone who acts, and its first such person is whom it is about.
 */
export function clausesOf(words: readonly Word[], lexicon: Lexicon, reportedAs?: string): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  let state: Telling = { of: 'child', named: undefined }
  for (let at = 1; at <= words.length; at++) {
    if (at < words.length && !beginsClause(words, from, at, lexicon)) continue
    const opens = from === 0 || isSentenceEnd(words[from - 1])
    if (opens) state = { of: 'child', named: undefined }
    state = tellingIn(words, from, at, state, lexicon, reportedAs)
    clauses.push({ from, to: at, of: state.of, joined: !opens && !isParted(words, from, lexicon) })
    from = at
  }
  return words.length === 0 ? [] : clauses
}

/** Whom a sentence is about so far, and the noun it last named: "he" may stand for "a man" as well as for the child. */
interface Telling {
  of: Clause['of']
  named: string | undefined
}

function beginsClause(words: readonly Word[], from: number, at: number, lexicon: Lexicon): boolean {
  const { sets } = lexicon
  const word = words[at]
  const before = words[at - 1]
  if (!word || !before || isSentenceEnd(before)) return true
  if (sets.joins.has(word.text) || sets.relatives.has(word.text)) return true
  if (sets.perceives.has(before.text) && isPerson(words, at, lexicon)) return true
  if (sets.reports.has(before.text) && isActing(words, at, lexicon)) return true
  if (sets.joinsBeforeSubject.has(word.text)) {
    const next = words[at + 1]?.text ?? ''
    // "My mum and dad argue": nobody has done anything yet, so it is one and the same clause.
    if (sets.joinsBeforeVerb.has(word.text) && !hasVerb(words, from, at, lexicon)) return false
    return isActing(words, at + 1, lexicon) || (sets.joinsBeforeVerb.has(word.text) && isVerb(next, lexicon))
  }
  if (isLeadIn(words, from, at, lexicon)) return false
  if (sets.child.has(word.text) || sets.others.has(word.text)) return true
  if (before.ends === ',') return isActing(words, at, lexicon)
  return sets.indefinite.has(word.text) && !sets.prepositions.has(before.text) && isActing(words, at, lexicon)
}

function hasVerb(words: readonly Word[], from: number, to: number, lexicon: Lexicon): boolean {
  if (to - from > longestLeadIn) return true
  for (let at = from; at < to; at++) if (isVerb(words[at]?.text ?? '', lexicon)) return true
  return false
}

const longestLeadIn = 8

/** Nothing yet but words that may stand before the one who acts. */
function isLeadIn(words: readonly Word[], from: number, at: number, { sets }: Lexicon): boolean {
  if (at - from > longestLeadIn) return false
  for (let each = from; each < at; each++) {
    const text = words[each]?.text ?? ''
    if (!isOpening(text, { sets }) && !sets.times.has(text) && !sets.determiners.has(text)) return false
  }
  return true
}

const isOpening = (text: string, { sets }: Pick<Lexicon, 'sets'>) =>
  sets.skips.has(text) || sets.joins.has(text) || sets.joinsBeforeSubject.has(text) || sets.relatives.has(text)

/** Someone who acts begins here: a pronoun, or a person with a verb soon after. */
function isActing(words: readonly Word[], at: number, lexicon: Lexicon): boolean {
  const { sets } = lexicon
  const text = words[at]?.text ?? ''
  if (sets.child.has(text) || sets.others.has(text)) return true
  if (!sets.indefinite.has(text) && !isPerson(words, at, lexicon) && !(text === 'me' && words[at + 1]?.text === 'and'))
    return false
  for (let each = at; each < at + 4 && each < words.length; each++) {
    const next = words[each]?.text ?? ''
    if (each > at && isVerb(next, lexicon)) return true
    // "Told nobody and left": the verb is not theirs.
    if (sets.joinsBeforeVerb.has(next) && !isPerson(words, each + 1, lexicon)) return false
    if (words[each]?.ends !== '') return false
  }
  return false
}

function isPerson(words: readonly Word[], at: number, { sets }: Lexicon): boolean {
  const word = words[at]
  if (!word) return false
  if (sets.determiners.has(word.text)) return !isTime(words, at, { sets })
  return sets.people.has(word.text) || sets.indefinite.has(word.text) || sets.others.has(word.text)
}

const isTime = (words: readonly Word[], at: number, { sets }: Pick<Lexicon, 'sets'>) =>
  [1, 2].some(ahead => sets.times.has(words[at + ahead]?.text ?? ''))

const isVerb = (text: string, { sets }: Pick<Lexicon, 'sets'>) => sets.verbs.has(text) || isEnded(text, { sets })

function isEnded(text: string, { sets }: Pick<Lexicon, 'sets'>): boolean {
  for (const ending of sets.pastEndings) if (text.length > ending.length + 2 && text.endsWith(ending)) return true
  return false
}

function tellingIn(
  words: readonly Word[],
  from: number,
  to: number,
  so: Telling,
  lexicon: Lexicon,
  reportedAs: string | undefined,
): Telling {
  const { sets } = lexicon
  const perceived = sets.perceives.has(words[from - 1]?.text ?? '') && from > 0
  const relative = sets.relatives.has(words[from]?.text ?? '')
  if (perceived || relative) return { of: 'other', named: so.named }
  let at = from
  while (at < to && (isOpening(words[at]?.text ?? '', lexicon) || skipsTime(words, at, lexicon))) at++
  // "At my mate's he was drunk": after a place or a time only a pronoun can be the one who acts.
  if (sets.prepositions.has(words[at]?.text ?? '')) {
    while (at < to && !sets.child.has(words[at]?.text ?? '') && !sets.others.has(words[at]?.text ?? '')) at++
  }
  return at < to ? telling(words, at, to, so, lexicon, reportedAs) : so
}

const skipsTime = (words: readonly Word[], at: number, { sets }: Lexicon) =>
  sets.times.has(words[at]?.text ?? '') || (sets.determiners.has(words[at]?.text ?? '') && isTime(words, at, { sets }))

function telling(
  words: readonly Word[],
  at: number,
  to: number,
  so: Telling,
  lexicon: Lexicon,
  reportedAs: string | undefined,
): Telling {
  const { sets } = lexicon
  const text = words[at]?.text ?? ''
  if (sets.child.has(text) || sets.childNouns.has(text)) return { ...so, of: 'child' }
  if (text === reportedAs) return { ...so, of: couldBe(so.named, text, lexicon) ? 'other' : 'child' }
  if (text === 'me' && words[at + 1]?.text === 'and') return { ...so, of: 'child' }
  if (sets.others.has(text)) return { ...so, of: 'other' }
  if (sets.determiners.has(text) && sets.childNouns.has(words[at + 1]?.text ?? '')) return { ...so, of: 'child' }
  if (reportedAs && words[at]?.capital && sets.reports.has(words[at + 1]?.text ?? '')) return { ...so, of: 'child' }
  if (isPerson(words, at, lexicon) || isName(words, at, lexicon)) {
    const noun = nounIn(words, at, lexicon)
    return { of: takesAlongChild(words, at, to, lexicon) ? 'child' : 'other', named: noun }
  }
  return so
}

/** "My mate and I": the child is among those who act. */
function takesAlongChild(words: readonly Word[], at: number, to: number, { sets }: Lexicon): boolean {
  for (let each = at + 1; each < at + 5 && each < to; each++) {
    const next = words[each + 1]?.text ?? ''
    if (words[each]?.text === 'and' && (sets.child.has(next) || next === 'me' || next === 'myself')) return true
  }
  return false
}

/** A capital not explained by the start of a sentence, or one before a verb: a name. */
function isName(words: readonly Word[], at: number, lexicon: Lexicon): boolean {
  const word = words[at]
  if (!word?.capital || isVerb(word.text, lexicon) || lexicon.negators.has(word.text)) return false
  return isVerb(words[at + 1]?.text ?? '', lexicon)
}

/** The first of these words that a reported pronoun could stand for; else the words' own start. */
function nounIn(words: readonly Word[], at: number, { reported }: Lexicon): string {
  const gendered = [...reported.values()].flatMap(({ nouns }) => nouns)
  return [0, 1, 2, 3].map(ahead => words[at + ahead]?.text ?? '').find(text => gendered.includes(text)) ?? ''
}

const couldBe = (noun: string | undefined, pronoun: string, { reported }: Lexicon) =>
  noun !== undefined && (reported.get(pronoun)?.nouns.includes(noun) ?? false)

function isParted(words: readonly Word[], from: number, { sets }: Lexicon): boolean {
  return words[from - 1]?.ends === ',' || sets.parts.has(words[from]?.text ?? '')
}

/** The words as the young person's own: where a report says "she", "her" and "hers", `i`, `me` and `my`. */
export function inFirstPerson(
  words: readonly Word[],
  clauses: readonly Clause[],
  { reported }: Lexicon,
  reportedAs: string | undefined,
): readonly Word[] {
  const forms = reportedAs === undefined ? undefined : reported.get(reportedAs)
  if (!forms) return words
  return clauses.flatMap(({ from, to, of }) =>
    words.slice(from, to).map(word => {
      if (word.text === reportedAs) return of === 'child' ? { ...word, text: 'i' } : word
      const isMe = of === 'other' && forms.me.includes(word.text)
      const isMy = forms.my.includes(word.text)
      if (isMe) return { ...word, text: 'me', ...(isMy ? { also: 'my' } : {}) }
      return isMy ? { ...word, text: word.text.endsWith('self') ? 'myself' : 'my' } : word
    }),
  )
}
