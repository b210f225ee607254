import type { Lexicon } from './lexicon.ts'
import { isSentenceEnd } from './matches.ts'
import { acts, isActing, isPerson, isVerb } from './people.ts'
import { isOpening, type Telling, tellingIn } from './telling.ts'
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
  return clauses
}

function beginsClause(words: readonly Word[], from: number, at: number, lexicon: Lexicon): boolean {
  const { sets } = lexicon
  const word = words[at]
  const before = words[at - 1]
  if (!word || !before || isSentenceEnd(before)) return true
  if (sets.joins.has(word.text) || sets.relatives.has(word.text)) return true
  if (sets.perceives.has(before.text) && (isPerson(words, at, lexicon) || isActedOn(word, lexicon))) return true
  if (sets.reports.has(before.text) && isActing(words, at, lexicon)) return true
  if (sets.joinsBeforeSubject.has(word.text)) {
    const next = words[at + 1]?.text ?? ''
    // "My mum and dad argue": nobody has done anything yet, so it is one and the same clause.
    if (sets.joinsBeforeVerb.has(word.text) && !hasVerb(words, from, at, lexicon)) return false
    return isActing(words, at + 1, lexicon) || (sets.joinsBeforeVerb.has(word.text) && isVerb(next, lexicon))
  }
  if (isLeadIn(words, from, at, lexicon) || sets.inverting.has(before.text)) return false
  if (sets.child.has(word.text) || sets.others.has(word.text)) return true
  if (before.ends === ',') return isActing(words, at, lexicon)
  return sets.indefinite.has(word.text) && !sets.prepositions.has(before.text) && isActing(words, at, lexicon)
}

const isActedOn = ({ text }: Word, { reported }: Lexicon) => [...reported.values()].some(({ me }) => me.includes(text))

function hasVerb(words: readonly Word[], from: number, to: number, lexicon: Lexicon): boolean {
  if (to - from > longestLeadIn) return true
  for (let at = from; at < to; at++) if (acts(words[at]?.text ?? '', lexicon)) return true
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

function isParted(words: readonly Word[], from: number, { sets }: Lexicon): boolean {
  return words[from - 1]?.ends === ',' || sets.parts.has(words[from]?.text ?? '')
}

/** The words as the young person's own: where a report says "she", "her" and "herself", `i`, `me`, `my` and `myself`. */
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
      if (forms.myself.includes(word.text)) return { ...word, text: 'myself' }
      const isMy = forms.my.includes(word.text)
      if (isMe) return { ...word, text: 'me', ...(isMy ? { also: 'my' } : {}) }
      return isMy ? { ...word, text: 'my' } : word
    }),
  )
}
