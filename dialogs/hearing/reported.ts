import type { Lexicon } from './lexicon.ts'
import { matchesAt } from './matches.ts'
import type { Word } from './words.ts'

/**
 * The pronoun by which a practitioner reports the young person ("she" in "She said she slept outside"), or nothing
 * where the account is in the young person's own words. An account with an "I" or "me" that is neither quoted nor the
 * practitioner's own is the young person's: then "he said he would find me" is about someone else.
 */
export function childPronoun(words: readonly Word[], lexicon: Lexicon): string | undefined {
  const { sets, reported } = lexicon
  const head = words.findIndex(word => !sets.skips.has(word.text))
  if (head < 0 || !opensReport(words, head, lexicon) || isFirstPerson(words, lexicon)) return undefined
  const forms = [...reported].map(([pronoun, { me, my }]) => ({ pronoun, all: [pronoun, ...me, ...my] }))
  const named = words.slice(head).flatMap(({ text }) => forms.filter(({ all }) => all.includes(text)))
  return named[0]?.pronoun
}

/** Someone, then a reporting verb: "he said", "Kai told me", "the young person says"; or a bare "says that". */
function opensReport(words: readonly Word[], head: number, { sets, reported }: Lexicon): boolean {
  const isReport = (at: number) => sets.reports.has(words[at]?.text ?? '')
  const first = words[head]
  if (!first) return false
  if (sets.childNouns.has(first.text) || isReport(head)) return true
  if (sets.determiners.has(first.text)) return sets.childNouns.has(words[head + 1]?.text ?? '')
  if (sets.people.has(first.text)) return false
  if (reported.has(first.text) || first.capital) return isReport(head + 1) || isReport(head + 2)
  return false
}

function isFirstPerson(words: readonly Word[], lexicon: Lexicon): boolean {
  const { sets } = lexicon
  return words.some((word, at) => {
    if (word.quoted) return false
    if (word.text === 'my' || word.text === 'myself') return true
    if (sets.child.has(word.text)) return matchesAt(lexicon.askers, words, at).length === 0
    return word.text === 'me' && !sets.tells.has(words[at - 1]?.text ?? '')
  })
}
