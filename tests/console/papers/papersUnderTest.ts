import { defaultSettings, type LocalSettings } from '../../../console/casework/localSettings.ts'
import type { PaperAsked } from '../../../console/casework/papers.ts'
import { composePaper, type PaperSources } from '../../../console/papers/composePaper.ts'
import type { Both, Paper } from '../../../console/papers/paper.ts'
import { guide2 } from '../../../dialogs/guide/guide.ts'
import { createTranslator } from '../../../locales/translator.ts'

export const translator = createTranslator()
export const sources: PaperSources = { guide: guide2, translator, settings: defaultSettings, signedIn: () => new Set() }

/** The paper that was asked for; throws where it was refused. */
export function composed(asked: Partial<PaperAsked>, other: Partial<PaperSources> = {}): Paper {
  const made = composePaper({ language: 'en', paper: 'script', ...asked }, { ...sources, ...other })
  if (!made.ok) throw new Error(made.problem)
  return made.value
}

export const withSettings = (settings: Partial<LocalSettings>) => ({ settings: { ...defaultSettings, ...settings } })

/** Every text of a paper, and in which language it is. */
export function textsOf(value: unknown): { talk: string[]; english: string[] } {
  if (typeof value !== 'object' || value === null) return { talk: [], english: [] }
  if (Array.isArray(value)) return merged(value.map(textsOf))
  if (isBoth(value)) return { talk: [value.talk], english: value.english === undefined ? [] : [value.english] }
  return merged(Object.values(value).map(textsOf))
}

const isBoth = (value: object): value is Both => 'talk' in value
const merged = (all: readonly { talk: string[]; english: string[] }[]) => ({
  talk: all.flatMap(({ talk }) => talk),
  english: all.flatMap(({ english }) => english),
})
