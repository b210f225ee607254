import type { Clause } from './clauses.ts'
import type { Lexicon } from './lexicon.ts'
import { isSentenceEnd, matches, matchesAt } from './matches.ts'
import type { Word } from './words.ts'

/** Words that bear on what follows them. `heads` are their positions: a cue that names one of them escapes it. */
export interface Scope {
  heads: readonly number[]
  from: number
  to: number
}

/** No word bears on more than this many after it: nobody speaks in longer clauses, and a long account stays cheap. */
const farthest = 30

/** What is denied: from a negator to the end of its clause, or of the next where it carries on, and the word before one that may trail. */
export function denials(words: readonly Word[], clauses: readonly Clause[], lexicon: Lexicon): Scope[] {
  return clauses.flatMap(({ from, to, of }, number) => {
    const scopes: Scope[] = []
    for (let at = from; at < to; at++) {
      const text = words[at]?.text ?? ''
      const denies = lexicon.negators.has(text) || (of === 'child' && lexicon.deniers.has(text))
      if (!denies || isAnswer(words[at], lexicon) || matchesAt(lexicon.notNegations, words, at).length > 0) continue
      const carriesOn = matchesAt(lexicon.carries, words, at).length > 0
      const end = carriesOn ? (clauses[number + 1]?.to ?? to) : to
      scopes.push({ heads: [at], from: at + 1, to: Math.min(end, at + farthest) })
      if (lexicon.trailingNegators.has(text) && at > from) scopes.push({ heads: [at], from: at - 1, to: at })
    }
    return scopes
  })
}

/** "No, he took it": a "no" that stands alone answers something and denies nothing after it. */
const isAnswer = (word: Word | undefined, { answers }: Lexicon) =>
  word !== undefined && word.ends !== '' && answers.has(word.text)

/** What is set aside, neither told nor denied: after a doubt, a wish, a fear, a threat, and in questions. */
export function asides(
  words: readonly Word[],
  clauses: readonly Clause[],
  clauseOf: readonly number[],
  lexicon: Lexicon,
): Scope[] {
  const found = matches(lexicon.asides, words, clauseOf).flatMap(({ value, at }) => {
    const last = at.at(-1) ?? 0
    const number = clauseOf[last] ?? 0
    if (value.of === 'others' && clauses[clauseOf[at[0] ?? 0] ?? 0]?.of !== 'other') return []
    const [heads, from] = value.itself ? [at.slice(0, -1), last] : [at, last + 1]
    return [{ heads, from, to: Math.min(last + farthest, endOf(value.reach, last, number, clauses)) }]
  })
  return [...found, ...questions(words, lexicon)]
}

function endOf(reach: 'few' | 'clause' | 'joined', last: number, number: number, clauses: readonly Clause[]): number {
  const to = clauses[number]?.to ?? last + 1
  if (reach === 'few') return Math.min(to, last + 5)
  if (reach === 'clause') return to
  let end = number
  while (clauses[end + 1]?.joined && end < number + farthest) end++
  return clauses[end]?.to ?? to
}

/** Sentences that begin as a question does and end in a question mark. */
function questions(words: readonly Word[], { sets }: Lexicon): Scope[] {
  const scopes: Scope[] = []
  let from = 0
  words.forEach((word, at) => {
    if (!isSentenceEnd(word)) return
    const start = words.slice(from, at + 1).find(each => !sets.skips.has(each.text))
    if (word.ends === '?' && start && sets.questions.has(start.text)) scopes.push({ heads: [], from, to: at + 1 })
    from = at + 1
  })
  return scopes
}
