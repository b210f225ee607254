import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type en from '../../../locales/en/script.json'

/** A key of the words that an interpreter's page and the papers are made of. */
export type ScriptKey = keyof typeof en | 'flag/waiting'

/** Those words in the language of the page. */
export type Speak = (key: ScriptKey, into?: Readonly<Record<string, string | number>>) => string

export interface ScriptPage {
  speak: Speak
  language: string
}

export const ScriptContext = createContext<ScriptPage | undefined>(undefined)

export function useScriptPage(): ScriptPage {
  const page = useContext(ScriptContext)
  if (!page) throw new Error('An interpreter’s page is drawn inside ScriptContext.')
  return page
}
