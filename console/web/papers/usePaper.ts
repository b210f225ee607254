import { useRef, useState } from 'preact/hooks'
import { refused } from '../session/ask.ts'

/** What goes on with the page that was asked for, and why it did not come. */
export type PaperState = 'none' | 'asked' | 'making' | 'ready' | PaperTrouble
export type PaperTrouble = 'failed' | 'busy' | 'no-connection'

export const isPaperTrouble = (state: string): state is PaperTrouble =>
  ['failed', 'busy', 'no-connection'].includes(state)

const saidAfterMs = 1_000

/** Has a paper made, and opens it in a new tab when it is there. Where the browser will not, it can be opened from `ready`. */
export function usePaper() {
  const [state, setState] = useState<PaperState>('none')
  const asking = useRef(0)
  return {
    state,
    /** Something else is wanted now. */
    forget() {
      asking.current++
      setState('none')
    },
    async open(address: string) {
      const mine = ++asking.current
      const tell = (next: PaperState) => mine === asking.current && setState(next)
      tell('asked')
      const late = setTimeout(() => tell('making'), saidAfterMs)
      const trouble = await troubleWith(address)
      clearTimeout(late)
      if (mine !== asking.current) return
      tell(trouble ?? 'ready')
      if (trouble === undefined) window.open(address, '_blank')
    },
  }
}

/** Has it made, so that the tab that is opened for it has it at once and never shows a fault. */
async function troubleWith(address: string): Promise<PaperTrouble | undefined> {
  try {
    const response = await fetch(address)
    if (response.ok) return void (await response.arrayBuffer())
    refused(response.status, await response.json().catch(() => ({})))
    return response.status === 503 || response.status === 429 ? 'busy' : 'failed'
  } catch {
    return 'no-connection'
  }
}
