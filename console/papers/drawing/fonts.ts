import { createRequire } from 'node:module'
import { Font } from '@react-pdf/renderer'
import type { WritingSystem } from '../../../locales/languages.ts'

/** Each is part of a font in a file of its own: a letter is looked for in one after the other. NB: .woff2 comes out as other letters. */
const files: Readonly<Record<string, string>> = {
  'Sans Latin': 'noto-sans/files/noto-sans-latin',
  'Sans Latin Extended': 'noto-sans/files/noto-sans-latin-ext',
  'Sans Vietnamese': 'noto-sans/files/noto-sans-vietnamese',
  'Sans Cyrillic': 'noto-sans/files/noto-sans-cyrillic',
  Arabic: 'vazirmatn/files/vazirmatn-arabic',
  Ethiopic: 'noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic',
}
const sans = ['Sans Latin', 'Sans Latin Extended', 'Sans Vietnamese', 'Sans Cyrillic']

/** The fonts for words in this writing, its own first; then whatever a name or a number in it may be written in. */
export const familiesFor = (writing: WritingSystem): string[] => {
  const first = writing === 'Arabic' || writing === 'Ethiopic' ? [writing] : []
  return [...new Set([...first, ...sans, 'Arabic', 'Ethiopic'])]
}

export const weights = [400, 700] as const

/** Makes our fonts the only ones. Once for each thread that draws. */
export async function registerFonts(): Promise<void> {
  const { resolve } = createRequire(import.meta.url)
  const register = (family: string, file: string) =>
    Font.register({
      family,
      fonts: weights.map(weight => ({ src: resolve(`@fontsource/${file}-${weight}-normal.woff`), fontWeight: weight })),
    })
  // What no font has falls to "Helvetica". The one built into every reader draws some letter for it, and shows the marks that
  // keep numbers in order; a font of ours hides them.
  Font.clear()
  register('Helvetica', files['Sans Latin'] ?? '')
  for (const [family, file] of Object.entries(files)) register(family, file)
  // Words stay whole: its rules are those of English.
  Font.registerHyphenationCallback(word => [word])
  // Without it two signs side by side that no font has, as in a name in Chinese, would end the drawing.
  for (const family of ['Helvetica', ...Object.keys(files)]) for (const weight of weights) await mend(family, weight)
}

async function mend(family: string, weight: number): Promise<void> {
  const which = { fontFamily: family, fontWeight: weight }
  await Font.load(which)
  const font = Font.getFont(which).data
  if (!font) throw new Error(`The font ${family} was not read.`)
  // The parts of a font have one name in their files, and a PDF takes those of one name for one font: without names of their own
  // each change from one to the other would put the font in once more, and a page in Ukrainian would be twenty times as large.
  Object.defineProperty(font, 'postscriptName', { value: `${family.replaceAll(' ', '')}-${weight}` })
  if (!givesShapes(font)) {
    throw new Error(`The font ${family} gives its shapes in another way: mend it for this version of fontkit.`)
  }
  rememberLetters(font)
}

interface Shapes {
  getGlyph(id: number, codePoints?: readonly number[]): Glyph | null
}
interface Glyph {
  readonly codePoints: readonly number[]
}

/** Its types leave this out. The shape that every font has for a letter it does not know stands for all. */
export function givesShapes(font: object): font is Shapes {
  if (!('getGlyph' in font) || typeof font.getGlyph !== 'function') return false
  const glyph: unknown = font.getGlyph(0)
  return typeof glyph === 'object' && glyph !== null && 'codePoints' in glyph && Array.isArray(glyph.codePoints)
}

/**
 * A font gives back each shape with the letters that it was first asked for with, whatever it is asked for with now. Languages
 * share shapes: after a page in Pashto, words in Urdu would lose letters, and be parted in their middle. So it gives a shape of
 * its own for each. NB: a test draws one language after the other.
 */
function rememberLetters(font: Shapes): void {
  const given = font.getGlyph.bind(font)
  const known = new Map<string, Glyph | null>()
  font.getGlyph = (id, codePoints = []) => {
    const name = `${id}:${codePoints.join()}`
    const glyph = known.get(name) ?? withLetters(given(id, codePoints), codePoints)
    known.set(name, glyph)
    return glyph
  }
}

function withLetters(glyph: Glyph | null, codePoints: readonly number[]): Glyph | null {
  if (glyph === null || glyph.codePoints.join() === codePoints.join()) return glyph
  return Object.create(glyph, {
    codePoints: { value: codePoints },
    isLigature: { value: codePoints.length > 1 },
    isMark: { value: codePoints.length > 0 && codePoints.every(each => /\p{M}/u.test(String.fromCodePoint(each))) },
  })
}
