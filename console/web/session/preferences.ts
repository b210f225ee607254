import { directionOf } from '../../../locales/languages.ts'
import { observable } from '../live/observable.ts'

/** How this device shows things. Nothing about a child. */
export interface Preferences {
  /** `device` follows the device's own setting. */
  theme: 'device' | 'light' | 'dark'
  large: boolean
  language: string
  /** Whether the cover is over the screen. */
  covered: boolean
  /** Whether letters are keys of the desk. */
  keys: boolean
}

const kept = 'preferences'
const usual: Preferences = { theme: 'device', large: false, language: 'en', covered: false, keys: true }

export const preferences = observable<Preferences>({ ...usual, ...read() })

function read(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(kept) ?? '{}') as Partial<Preferences>
  } catch {
    return {}
  }
}

export const prefer = (change: Partial<Preferences>) => preferences.update(now => ({ ...now, ...change }))

function apply() {
  const now = preferences.get()
  localStorage.setItem(kept, JSON.stringify(now))
  const root = document.documentElement
  root.lang = now.language
  root.dir = directionOf(now.language)
  root.dataset.theme = now.theme
  root.dataset.text = now.large ? 'large' : 'usual'
}

/** Shows the page as preferred, from now on. */
export function followPreferences() {
  apply()
  preferences.listen(apply)
}
