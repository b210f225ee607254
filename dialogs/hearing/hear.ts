import { type Clause, clausesOf, inFirstPerson } from './clauses.ts'
import type { Cue, Lexicon } from './lexicon.ts'
import { type Match, matches } from './matches.ts'
import { childPronoun } from './reported.ts'
import { asides, denials, type Scope } from './scopes.ts'
import { type Word, wordsOf } from './words.ts'

/** Coverage an account may have told, for a person to confirm. Nothing is recorded by it. */
export interface Suggestion {
  coverage: string
  told: 'yes' | 'no'
  /** The words it was heard in, letter for letter as in the account. */
  because: string
}

/**
 * What an account may have told: what the present prompt listens for first, then the rest, each in the order heard. One
 * suggestion for each coverage item: where an account says both yes and no, the yes, because it is the higher risk.
 *
 * NB: it goes by words, not by understanding. It does not tell this time from another: "last year" is proposed as well.
 */
export function hear(lexicon: Lexicon, account: string, about?: { listenFor: readonly string[] }): Suggestion[] {
  const heard = new Map<string, Heard>()
  for (const each of standing(heardIn(lexicon, account), lexicon)) {
    const so = heard.get(each.coverage)
    if (!so || (so.told === 'no' && each.told === 'yes')) heard.set(each.coverage, each)
  }
  const listenedFor = new Set(about?.listenFor)
  return [...heard.values()]
    .sort((a, b) => Number(listenedFor.has(b.coverage)) - Number(listenedFor.has(a.coverage)) || a.at - b.at)
    .map(({ coverage, told, because }) => ({ coverage, told, because }))
}

interface Heard extends Suggestion {
  at: number
  positions: readonly number[]
}

/** Without what gives way to another: "scared to come back" is no word on how safe they felt while away. */
function standing(heard: readonly Heard[], { yields }: Lexicon): Heard[] {
  const byPosition = new Map<number, Set<string>>()
  for (const { coverage, positions } of heard) {
    for (const at of positions) byPosition.set(at, (byPosition.get(at) ?? new Set()).add(coverage))
  }
  return heard.filter(
    ({ coverage, positions }) => !yields[coverage]?.some(other => positions.some(at => byPosition.get(at)?.has(other))),
  )
}

function heardIn(lexicon: Lexicon, account: string): Heard[] {
  const said = wordsOf(account, lexicon.spellings)
  const reportedAs = childPronoun(said, lexicon)
  const clauses = clausesOf(said, lexicon, reportedAs)
  const words = inFirstPerson(said, clauses, lexicon, reportedAs)
  const clauseOf = clauses.flatMap(({ from, to }, number) => Array<number>(to - from).fill(number))
  const denied = byWord(denials(words, clauses, lexicon), words.length)
  const setAside = byWord(asides(words, clauses, clauseOf, lexicon), words.length)
  return matches(lexicon.cues, words, clauseOf).flatMap(match => {
    const { coverage, told, of } = match.value
    const clause = clauses[clauseOf[match.at[0] ?? 0] ?? 0]
    if (!clause || !isOf(of, clause) || isWithin(setAside, match)) return []
    const isDenied = isWithin(denied, match)
    if (isDenied && (told === 'no' || lexicon.neverDenied.has(coverage))) return []
    const because = wordsOfMatch(account, words, match, clauses, clauseOf)
    return [{ coverage, told: isDenied ? 'no' : told, because, at: match.at[0] ?? 0, positions: match.at }]
  })
}

const isOf = (of: Cue['of'], clause: Clause) => of === 'anyone' || (of === 'child') === (clause.of === 'child')

/** The scopes each word stands in. */
function byWord(scopes: readonly Scope[], length: number): readonly Scope[][] {
  const result = Array.from({ length }, (): Scope[] => [])
  for (const scope of scopes) for (let at = scope.from; at < scope.to; at++) result[at]?.push(scope)
  return result
}

/** Whether a word of the cue stands in a scope none of whose heads the cue names itself. */
function isWithin(scopes: readonly Scope[][], { at }: Match<Cue>): boolean {
  return at.some(each => scopes[each]?.some(({ heads }) => !heads.some(head => at.includes(head))))
}

/** As much of the clause around a cue as a person needs to see what was meant. */
function wordsOfMatch(
  account: string,
  words: readonly Word[],
  { at }: Match<Cue>,
  clauses: readonly Clause[],
  clauseOf: readonly number[],
): string {
  const first = at[0] ?? 0
  const last = at.at(-1) ?? first
  const from = Math.max(clauses[clauseOf[first] ?? 0]?.from ?? first, first - 12)
  const to = Math.min((clauses[clauseOf[last] ?? 0]?.to ?? last + 1) - 1, last + 12)
  return account.slice(words[from]?.start, words[to]?.end)
}
