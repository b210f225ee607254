import { useEffect, useRef, useState } from 'preact/hooks'
import type { DrillsResponse, KeepDrills } from '../../../contract/practice.ts'
import { ask } from '../../session/ask.ts'
import { type AnswersState, keptAnswers } from './keptAnswers.ts'

const path = '/api/practice/drills'
const send = (kept: KeepDrills) => ask<DrillsResponse>('POST', path, kept)

/** What this person answered in the exercises, and a way to keep more. Nothing answered is lost while the page is open. */
export function useAnswers() {
  const newest = useRef<AnswersState>({ results: [], unsent: [] })
  const queue = useRef(Promise.resolve())
  const [answers, setAnswers] = useState(newest.current)
  const [came, setCame] = useState<'coming' | 'here' | 'failed'>('coming')
  const take = (next: AnswersState) => {
    newest.current = next
    setAnswers(next)
  }
  const read = async () => {
    const answer = await ask<DrillsResponse>('GET', path)
    if (answer.ok) take({ ...newest.current, results: answer.value.results })
    setCame(answer.ok ? 'here' : 'failed')
  }
  useEffect(() => void read(), [])
  return {
    ...answers,
    came,
    again: () => void read(),
    keep(more: KeepDrills['answers']) {
      queue.current = queue.current.then(async () => take(await keptAnswers(newest.current, more, send)))
    },
  }
}
