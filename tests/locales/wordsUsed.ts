import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a piece of code asks of a words file. */
export interface WordsUsed {
  /** Keys given in full where words are asked for: each must be there. */
  asked: ReadonlySet<string>
  /** Keys put together where words are asked for, their changing part as `*`: each must be a known family. */
  computed: ReadonlySet<string>
  /** Every string of the code, put together or not, since a key may be chosen in one place and asked for in another. */
  strings: ReadonlySet<string>
}

/** What is asked for by calls of these names: `say(...)`, or `words(language, 'say')(...)`. */
export function wordsUsed(code: string, ...calls: ('say' | 'bot' | 'speak' | 'script')[]): WordsUsed {
  const call = `(?:${calls.join('|')})`
  const asking = new RegExp(String.raw`\b${call}\(|, '${call}'\)\(`, 'g')
  const asked = [...code.matchAll(asking)].map(found => firstArgument(code.slice(found.index + found[0].length)))
  const computed = asked.flatMap(templates)
  return {
    asked: new Set(asked.flatMap(argument => quoted(argument.replaceAll(/[!=]==\s*'[^']*'|`[^`]*`/g, '')))),
    computed: new Set(computed),
    strings: new Set([...quoted(code), ...templates(code), ...computed]),
  }
}

/** All the code under these paths, built files left out. A folder that is not there has none. */
export function codeUnder(...paths: string[]): string {
  return paths.map(path => (/\.tsx?$/.test(path) ? readFileSync(path, 'utf8') : codeIn(path))).join('\n')
}

function codeIn(folder: string): string {
  if (!existsSync(folder)) return ''
  const inside = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name !== 'dist')
  return inside
    .map(entry => join(folder, entry.name))
    .map((path, place) => (inside[place]?.isDirectory() ? codeIn(path) : /\.tsx?$/.test(path) ? codeUnder(path) : ''))
    .join('\n')
}

/** Up to the comma or the bracket that ends it, whatever brackets are inside. */
function firstArgument(rest: string): string {
  let depth = 0
  for (const [place, letter] of rest.split('').entries()) {
    if ('([{'.includes(letter)) depth++
    if (')]}'.includes(letter) && depth-- === 0) return rest.slice(0, place)
    if (letter === ',' && depth === 0) return rest.slice(0, place)
  }
  return rest
}

const quoted = (code: string) => [...code.matchAll(/'([^'\n]*)'/g)].map(([, text]) => text ?? '')
const templates = (code: string) => [...code.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)].map(([, text]) => starred(text ?? ''))
const starred = (template: string) => template.replaceAll(/\$\{[^}]*\}/g, '*')
