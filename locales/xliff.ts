import jsToXliff12 from 'xliff/jsToXliff12'
import xliff12ToJs from 'xliff/xliff12ToJs'
import { type Namespace, namespaces } from './createWords.ts'
import type { WordState } from './wordStates.ts'

/** One string on its way to a translator's tool. */
export interface SentString {
  file: Namespace
  key: string
  source: string
  /** Empty where there are no words yet. */
  target: string
  state: WordState
  notes: readonly string[]
}

/** One string as a tool sent it back. */
export interface ReadString {
  file: Namespace
  key: string
  source: string
  target: string
}

export type XliffRead =
  | { ok: true; strings: readonly ReadString[] }
  | { ok: false; problem: 'not-xliff' | 'other-language' }

/** XLIFF's names for how far a translation has come. */
const stateNames: Readonly<Record<WordState, string>> = {
  signed: 'signed-off',
  checked: 'translated',
  draft: 'needs-review-translation',
  stale: 'needs-adaptation',
  missing: 'needs-translation',
}

/** A language's strings as XLIFF 1.2, which the most tools read. The key is the id; the order is that of the strings. */
export async function toXliff(language: string, strings: readonly SentString[]): Promise<string> {
  const unitOf = ({ source, target, state, notes }: SentString) => ({
    source: escaped(source),
    ...(target === '' ? {} : { target: escaped(target) }),
    ...(notes.length === 0 ? {} : { note: notes.map(escaped) }),
    additionalAttributes: { approved: state === 'signed' ? 'yes' : 'no', 'xml:space': 'preserve' },
  })
  const byFile = Map.groupBy(strings, ({ file }) => file)
  const resources = Object.fromEntries(
    [...byFile].map(([file, all]) => [file, Object.fromEntries(all.map(each => [each.key, unitOf(each)]))]),
  )
  const xml = await jsToXliff12({ sourceLanguage: 'en', targetLanguage: language, resources })
  // The package has no place for a target's state. In words a < is escaped, so that this is each target's own tag, in order.
  const states = [...byFile.values()].flat().filter(({ target }) => target !== '')
  let place = 0
  const stated = xml.replaceAll('<target>', () => `<target state="${stateNames[states[place++]?.state ?? 'draft']}">`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${stated}\n`
}

/** The package takes `&amp;` for an ampersand that was escaped already: so each one is. */
const escaped = (text: string) => text.replaceAll('&', '&amp;')

/**
 * What a tool sent back for this language. How far it says a translation has come is not looked at: that is said here.
 * NB: whatever ends in a line break comes back without it, which no words here do.
 */
export async function fromXliff(text: string, language: string): Promise<XliffRead> {
  // Nothing that is exchanged needs one, and what is declared in it might be put in the place of words.
  const isDeclared = /<!(?:DOCTYPE|ENTITY)/i.test(text)
  // The package takes what is cut off for all there is.
  const isWhole = /<\/xliff\s*>$/.test(text.trimEnd())
  if (isDeclared || !isWhole) return { ok: false, problem: 'not-xliff' }
  const languages = new Set<string>()
  try {
    const read = await xliff12ToJs(text.replace(/^\ufeff/, ''), {
      attributeValueFn(value, name) {
        if (name === 'target-language') languages.add(value.toLowerCase())
        return ordinary(value)
      },
      textFn: unhurried,
      captureSpacesBetweenElements: true,
    })
    const strings = stringsIn(read.resources)
    if (strings.length === 0) return { ok: false, problem: 'not-xliff' }
    const isThis = languages.size === 1 && languages.has(language.toLowerCase()) && read.sourceLanguage === 'en'
    return isThis ? { ok: true, strings } : { ok: false, problem: 'other-language' }
  } catch {
    return { ok: false, problem: 'not-xliff' }
  }
}

/** The package keeps what it reads in plain objects by their ids, and would write over what every object has. */
function ordinary(value: string): string {
  if (value in Object.prototype) throw new Error('No file, string or attribute is called so.')
  return value
}

/** The package looks for a line break at the end in a way that takes very long where there are many in a row. */
function unhurried(text: string): string {
  if (/\s{100}/.test(text)) throw new Error('No words have so much space in them.')
  return text
}

function stringsIn(resources: unknown): ReadString[] {
  if (!isObject(resources)) return []
  return Object.entries(resources).flatMap(([file, units]) => {
    const known = namespaces.find(each => each === file)
    return known && isObject(units) ? readUnits(known, units) : []
  })
}

/** Some tools put strings into groups. */
function readUnits(file: Namespace, units: Readonly<Record<string, unknown>>): ReadString[] {
  return Object.entries(units).flatMap(([key, unit]) => {
    if (!isObject(unit)) return []
    if (isObject(unit.groupUnits)) return readUnits(file, unit.groupUnits)
    return [{ file, key, source: plain(unit.source), target: plain(unit.target) }]
  })
}

/** Text alone. What a tool has put tags around is what is in them. */
function plain(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(plain).join('')
  if (!isObject(value)) return ''
  return Object.values(value)
    .map(inline => (isObject(inline) ? plain(inline.contents) : ''))
    .join('')
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
