import { useRef, useState } from 'preact/hooks'
import type { CaseEventBody } from '../../casework/episode/caseEvents.ts'
import type { OpenCase, WriteProblem } from '../live/openCase.ts'

/**
 * Writes to a case: says while it is being saved, and why it was not. What was not answered is sent again under the same id, so that
 * it is written once.
 */
export function useWriting(open: OpenCase) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<WriteProblem>()
  const ids = useRef(new Map<string, string>())
  return {
    busy,
    problem,
    /** Writes these, one after another. Answers with the ids they were written under, or undefined where one was not taken. */
    async write(...bodies: readonly CaseEventBody[]): Promise<readonly string[] | undefined> {
      setBusy(true)
      const written: string[] = []
      for (const body of bodies) {
        const said = JSON.stringify(body)
        const id = ids.current.get(said) ?? crypto.randomUUID()
        ids.current.set(said, id)
        const why = await open.write(id, body)
        // What was refused may be written later, as something new.
        if (why !== 'no-answer') ids.current.delete(said)
        if (why !== undefined) {
          setBusy(false)
          setProblem(why)
          return undefined
        }
        written.push(id)
      }
      setBusy(false)
      setProblem(undefined)
      return written
    },
  }
}
