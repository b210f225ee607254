import { useState } from 'preact/hooks'
import type { AttemptNotes } from '../../../contract/practice.ts'
import { type AskProblem, ask } from '../../session/ask.ts'
import { useDebrief } from './DebriefContext.ts'

/** Writes something beside the talk. What was typed stays in the form until it is kept. */
export function useNoteForm(onDone: () => void) {
  const { attempt, onNotes } = useDebrief()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AskProblem>()
  return {
    busy,
    problem,
    async write(path: 'comments' | 'disputes' | 'disputes/answer', body: object) {
      if (busy) return
      setBusy(true)
      setProblem(undefined)
      const answer = await ask<AttemptNotes>('POST', `/api/practice/attempts/${attempt.id}/${path}`, body)
      setBusy(false)
      if (!answer.ok) return setProblem(answer.problem)
      onNotes(answer.value)
      onDone()
    },
  }
}
