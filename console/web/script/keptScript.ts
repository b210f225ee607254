import type { Script } from '../../casework/scriptOf.ts'
import type { ScriptResponse } from '../../contract/script.ts'

interface Kept {
  settings?: ScriptResponse['settings']
  /** What was told last: names of the guide's words, and nothing that was answered. */
  script?: Script
}

const place = 'script-kept'

/** What an interpreter's page needs to go on through a gap, also when it is opened again in it. Goes with the tab, or at the end. */
export function keptScript(): Kept {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '{}') as Kept
  } catch {
    return {}
  }
}

export function keepScript(change: Kept): void {
  try {
    sessionStorage.setItem(place, JSON.stringify({ ...keptScript(), ...change }))
  } catch {
    // A browser that keeps nothing has it for as long as the page is open.
  }
}

export const forgetScript = () => sessionStorage.removeItem(place)
