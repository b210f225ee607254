import type { Lexicon } from './lexicon.ts'

/** A word of an account as it is compared, and where in the account it stands. */
export interface Word {
  /** Lower case, with its spelling settled: "didn't" is two words, "did" and "not", that stand in the same place. */
  text: string
  /** A second reading: "me mum" is "my mum". */
  also?: string
  start: number
  end: number
  capital: boolean
  quoted: boolean
  /** What follows: nothing, a pause, the end of a sentence, or of one with a question mark. */
  ends: '' | ',' | '.' | '?'
}

/** The words of an account, in order. Every position is one of the account as given. */
export function wordsOf(account: string, spellings: Lexicon['spellings']): Word[] {
  return joined(split(account), spellings).flatMap(word => spelled(word, spellings))
}

const token = /[\p{L}\p{N}\p{M}]+(?:['\u2018\u2019\u02bc`\u00b4][\p{L}\p{M}]+)*/gu

function split(account: string): Word[] {
  const words: Word[] = []
  let quoted = false
  let last = 0
  for (const { 0: found, index } of account.matchAll(token)) {
    const between = account.slice(last, index)
    const previous = words.at(-1)
    if (previous) previous.ends = endOf(between, found)
    if (countOf(between, /["\u201c\u201d]/g) % 2 === 1) quoted = !quoted
    last = index + found.length
    const text = found.replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'").toLowerCase()
    words.push({ text, start: index, end: last, capital: /^\p{Lu}/u.test(found), quoted, ends: '' })
  }
  const final = words.at(-1)
  if (final) final.ends = account.slice(last).includes('?') ? '?' : '.'
  return words
}

function endOf(between: string, next: string): Word['ends'] {
  // A point between digits is a time or a sum, a hyphen inside a word is no pause.
  if (between === '.' && /^\d/.test(next)) return ''
  if (between.includes('?')) return '?'
  if (/[.!;:\n\u2026]/.test(between)) return '.'
  return /[,()/"\u201c\u201d\u2013\u2014]|\s-|-\s/.test(between) ? ',' : ''
}

const countOf = (text: string, what: RegExp) => text.match(what)?.length ?? 0

/** Pairs the spellings read as one, such as "no one". */
function joined(words: readonly Word[], spellings: Lexicon['spellings']): Word[] {
  const result: Word[] = []
  for (const word of words) {
    const previous = result.at(-1)
    if (previous && previous.ends === '' && spellings.has(`${previous.text} ${word.text}`)) {
      result[result.length - 1] = {
        ...previous,
        text: `${previous.text} ${word.text}`,
        end: word.end,
        ends: word.ends,
      }
    } else result.push(word)
  }
  return result
}

function spelled(word: Word, spellings: Lexicon['spellings']): Word[] {
  const plain = word.text.replaceAll("'", '')
  const read = spellings.get(word.text) ?? spellings.get(plain) ?? [plain]
  return read.map((text, at) => ({
    ...word,
    text,
    ...(text === 'me' ? { also: 'my' } : {}),
    ends: at === read.length - 1 ? word.ends : '',
  }))
}
