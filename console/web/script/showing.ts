import { directionOf, languageOf } from '../../../locales/languages.ts'
import { observable } from '../live/observable.ts'

/** How an interpreter's page shows things. */
interface Showing {
  /** The language of the page itself: the talk's, until the interpreter chooses another. */
  language: string
  chosen: boolean
  /** How large the words are that are said: 1 is usual. */
  size: number
}

const kept = 'script-showing'
const sizes = { smallest: 0.75, largest: 2, step: 0.25 }

export const showing = observable<Showing>({ language: firstLanguage(), chosen: false, size: 1, ...read() })

export const chooseLanguage = (language: string) => showing.update(now => ({ ...now, language, chosen: true }))

/** The talk's own language, for somebody who has chosen none. */
export const suggestLanguage = (language: string) =>
  showing.update(now => (now.chosen || now.language === language ? now : { ...now, language }))

export const resize = (by: 1 | -1) =>
  showing.update(now => ({
    ...now,
    size: Math.min(sizes.largest, Math.max(sizes.smallest, now.size + by * sizes.step)),
  }))

/** The browser's own, where it is one of ours. */
function firstLanguage(): string {
  const ours = navigator.languages.map(each => each.split('-')[0] ?? each)
  return ours.find(each => languageOf(each).ownName !== each) ?? 'en'
}

function read(): Partial<Showing> {
  try {
    return JSON.parse(localStorage.getItem(kept) ?? '{}') as Partial<Showing>
  } catch {
    return {}
  }
}

function apply() {
  const { language, size } = showing.get()
  localStorage.setItem(kept, JSON.stringify(showing.get()))
  const root = document.documentElement
  root.lang = language
  root.dir = directionOf(language)
  root.dataset.size = String(size)
}

/** Shows the page so, from now on. */
export function followShowing() {
  apply()
  showing.listen(apply)
}
