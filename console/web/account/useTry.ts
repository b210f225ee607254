import { useState } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import type { Answer, NotDone } from '../session/ask.ts'
import type { Fault } from '../shared/Fault.ts'
import type { Say } from '../words/ConsoleKey.ts'
import { clockTime } from '../words/timeWords.ts'

/** One thing being tried at a time, and why it did not work. */
export interface Trying {
  busy: boolean
  faults: readonly Fault[]
  setFaults(faults: readonly Fault[]): void
  /** The value, or undefined where it was not done: why is then in `faults`, at the field that `fieldOf` names. */
  attempt<T>(
    asking: () => Promise<Answer<T>>,
    fieldOf?: (refusal: NotDone) => string | undefined,
  ): Promise<T | undefined>
}

export function useTry(): Trying {
  const { say, language } = useApp()
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  return {
    busy,
    faults,
    setFaults,
    async attempt(asking, fieldOf) {
      setBusy(true)
      const answer = await asking()
      setBusy(false)
      if (answer.ok) {
        setFaults([])
        return answer.value
      }
      const field = fieldOf?.(answer)
      setFaults([{ words: wordsFor(answer, say, language), ...(field === undefined ? {} : { field }) }])
      return undefined
    },
  }
}

function wordsFor({ problem, again, why }: NotDone, say: Say, language: string): string {
  if (problem === 'weak-password' && why) return say(`weak/${why}`)
  if (problem === 'locked-out' && again)
    return say('account-problem/locked-out-until', { time: clockTime(again, language) })
  return say(`account-problem/${problem}`)
}
