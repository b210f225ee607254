import type { Clause } from './clauses.ts'
import type { Lexicon } from './lexicon.ts'
import { isName, isPerson, isTime, isWithMe } from './people.ts'
import type { Word } from './words.ts'

/** Whom a sentence is about so far, and the noun it last named: "he" may stand for "a man" as well as for the child. */
export interface Telling {
  of: Clause['of']
  named: string | undefined
}

/** Whom the sentence is about once this clause of it is said: whoever acts in it, or the same as before. */
export function tellingIn(
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
  if (isWithMe(words, at, lexicon)) return { ...so, of: 'child' }
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
    if (
      sets.joinsBeforeVerb.has(words[each]?.text ?? '') &&
      (sets.child.has(next) || next === 'me' || next === 'myself')
    )
      return true
  }
  return false
}

/** The first of these words that a reported pronoun could stand for; else the words' own start. */
function nounIn(words: readonly Word[], at: number, { reported }: Lexicon): string {
  const gendered = [...reported.values()].flatMap(({ nouns }) => nouns)
  return [0, 1, 2, 3].map(ahead => words[at + ahead]?.text ?? '').find(text => gendered.includes(text)) ?? ''
}

const couldBe = (noun: string | undefined, pronoun: string, { reported }: Lexicon) =>
  noun !== undefined && (reported.get(pronoun)?.nouns.includes(noun) ?? false)

/** A word that may stand before the one a clause is about. */
export const isOpening = (text: string, { sets }: Pick<Lexicon, 'sets'>) =>
  sets.skips.has(text) || sets.joins.has(text) || sets.joinsBeforeSubject.has(text) || sets.relatives.has(text)
