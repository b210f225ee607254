import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Words } from '../../../locales/translator.ts'

/** The guide's words in the language of the screen: options and titles, as the practitioner reads them. */
export const WordsContext = createContext<Words>(key => key)

export const useRoomWords = (): Words => useContext(WordsContext)
