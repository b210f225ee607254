import { createContext } from 'preact'

/** What a form says by itself, in the language of its page: above what was wrong, and before it at a field. */
export const FormWords = createContext({ problem: '', error: '' })
