import type { Entries } from './createWords.ts'
import { type Language, localeOf } from './languages.ts'

/** What can be wrong with one string, as far as a program can tell. */
export const wordFaultCodes = [
  'empty',
  'other-places',
  'other-writing',
  'left-in-english',
  'too-long',
  'too-short',
  'stray-spaces',
  'hidden-letters',
] as const
export type WordFault = (typeof wordFaultCodes)[number]

/** Those that no words may have: what is filled in would be lost, or the words would show other than they are. */
export const graveFaults: readonly WordFault[] = ['empty', 'other-places', 'hidden-letters']

/** What is wrong with one string, or with a key that has none. */
export interface LanguageFault {
  key: string
  fault: WordFault | 'missing' | 'not-asked-for'
}

/**
 * Everything a program can find wrong with a language's words, of these keys of the English. Words in other writing may stand
 * in a place that is filled in, as a number, or be among `kept`: names that are the same everywhere.
 */
export function languageFaults(language: Language, words: Entries, english: Entries): LanguageFault[] {
  const wanted = wantedWords(language, english)
  const keys = new Set([...Object.keys(wanted), ...Object.keys(words)])
  return [...keys].flatMap((key): LanguageFault[] => {
    const text = words[key]
    const source = wanted[key]
    if (text === undefined) return [{ key, fault: 'missing' }]
    if (source === undefined) return [{ key, fault: 'not-asked-for' }]
    return wordFaults(language, text, source).map(fault => ({ key, fault }))
  })
}

const plural = /_(?:zero|one|two|few|many|other)$/

/** Each key this language needs with the English it is made from, in their order: a plural in the forms that it has. */
export function wantedWords({ code }: Language, english: Entries): Entries {
  const forms = new Intl.PluralRules(localeOf(code)).resolvedOptions().pluralCategories
  const keys = Object.keys(english).flatMap(key =>
    plural.test(key) ? forms.map(form => key.replace(plural, `_${form}`)) : [key],
  )
  return Object.fromEntries(keys.map(key => [key, english[key] ?? english[key.replace(plural, '_other')] ?? '']))
}

/** What is wrong with one string, beside the English it is made from. */
export function wordFaults({ code, writing }: Language, text: string, english: string): WordFault[] {
  if (text.trim() === '') return ['empty']
  const bare = text.replaceAll(/\{\{\w+\}\}/g, ' ')
  const bareEnglish = english.replaceAll(/\{\{\w+\}\}/g, ' ')
  const ratio = lengthOf(bare) / Math.max(1, lengthOf(bareEnglish))
  const isShort = lengthOf(bareEnglish) < 12
  const found: [WordFault, boolean][] = [
    ['other-places', placesIn(text) !== placesIn(english)],
    ['other-writing', !isIn(writing, bare, bareEnglish)],
    ['left-in-english', code !== 'en' && isEnglish(bare, bareEnglish)],
    ['too-long', ratio > (isShort ? 4 : 2.1)],
    ['too-short', ratio < (isShort ? 0.15 : 0.3)],
    ['stray-spaces', text !== text.trim() || /[^\S\n]{2,}/.test(text)],
    // Direction is given per element; a mark in the words would show up where they are pasted.
    ['hidden-letters', /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/.test(text)],
  ]
  return found.filter(([, isSo]) => isSo).map(([fault]) => fault)
}

/** In code points. */
const lengthOf = (text: string) => Array.from(text).length

/** What is filled in, exactly as it is written, and whatever else i18next would take for something to fill in. */
const placesIn = (text: string) =>
  (text.match(/\{\{[^{}]*\}\}|\{\{|\}\}|\$t\(/g) ?? []).toSorted((a, b) => a.localeCompare(b)).join()

const scripts = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Arabic: /\p{Script=Arabic}/u,
  Ethiopic: /\p{Script=Ethiopic}/u,
}
/** Short names that are written in Latin letters everywhere. */
const sameEverywhere = /\b(?:DBS|Return Talk|Childline|JSON|PDF|XLIFF|SMS)\b/g

function isIn(writing: Language['writing'], text: string, english: string): boolean {
  const letters = text.replaceAll(sameEverywhere, '').match(/\p{L}/gu) ?? []
  if (!/\p{L}/u.test(english.replaceAll(sameEverywhere, ''))) return true
  return (
    letters.length > 0 && letters.every(letter => scripts[writing].test(letter) || /\p{Script=Common}/u.test(letter))
  )
}

/** Whether it is the English, or holds a run of it: four words on end. */
function isEnglish(text: string, english: string): boolean {
  const plain = (given: string) => given.toLocaleLowerCase('en').match(/[\p{L}\p{M}']+/gu) ?? []
  const theirs = plain(text)
  const ours = plain(english)
  if (ours.length >= 3 && theirs.join(' ') === ours.join(' ')) return true
  const runs = new Set(ours.slice(3).map((_, place) => ours.slice(place, place + 4).join(' ')))
  return theirs.some((_, place) => runs.has(theirs.slice(place, place + 4).join(' ')) && place + 4 <= theirs.length)
}
