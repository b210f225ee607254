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
export function registerFonts(): void {
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
}
