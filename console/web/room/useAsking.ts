import { useState } from 'preact/hooks'
import type { Intent, Problem } from '../../../dialogs/intent.ts'
import type { Step } from '../../../dialogs/plan/nextStep.ts'
import { concernField } from '../../../dialogs/record/recordFrom.ts'
import { answerFrom } from '../answers/answerFrom.ts'
import type { Draft } from '../answers/draft.ts'
import { draftOf } from '../answers/draftOf.ts'
import { useRoom } from './RoomContext.ts'
import { type Heard, suggestionsFor } from './suggestionsFor.ts'
import { useHear } from './useHear.ts'

export interface Asking {
  field: string
  draft: Draft
  heard: readonly Heard[]
  problem: Problem | undefined
  write(draft: Draft): void
  /** Keeps the words typed and stays. */
  keepWords(): Promise<void>
  /** Keeps whatever is typed or chosen, then moves on; stays where words were just kept and something was heard in them. */
  next(): Promise<void>
  skip(): void
  ratherNot(): void
}

/** What the card of the present prompt does: nothing typed is left behind, whichever button is pressed. */
export function useAsking(step: Extract<Step, { kind: 'ask' }>): Asking {
  const { room, record, state } = useRoom()
  const [problem, setProblem] = useState<Problem>()
  const hear = useHear(record.language)
  const { prompt, concern } = step
  const field = concern ? concernField(concern.id, prompt.id) : prompt.id
  const on = { prompt: prompt.id, ...(concern ? { concern: concern.id } : {}) }
  const kept = record.fields[field]?.entries.findLast(each => each.value.kind !== 'account')
  const draft = state.drafts[field] ?? (kept ? draftOf(kept) : {})
  const changed = state.drafts[field]
  const heard = hear ? suggestionsFor(hear, record, prompt, field) : []

  const act = async (intent: Intent): Promise<boolean> => {
    const refused = await room.act(intent)
    setProblem(refused)
    return refused === undefined
  }
  const voice = draft.voice ? { voice: draft.voice } : {}

  async function keepWords(): Promise<boolean> {
    const words = changed?.words?.trim()
    if (!words) return true
    const original = changed?.original?.trim()
    const asSaid = original ? { original: { language: record.language, words: original } } : {}
    if (!(await act({ do: 'account', ...on, words, ...asSaid, ...voice }))) return false
    // What was typed on while these were being kept stays.
    const { words: typed = '', original: _, ...rest } = room.state.get().drafts[field] ?? {}
    const kept = changed?.words ?? ''
    await room.draft(field, { ...rest, words: typed.startsWith(kept) ? typed.slice(kept.length) : typed })
    return true
  }

  async function next() {
    const hadWords = Boolean(changed?.words?.trim())
    if (!(await keepWords())) return
    const answer = changed ? answerFrom(prompt, changed) : { kind: 'none' as const }
    if (answer.kind === 'problem') return setProblem(answer.problem)
    if (answer.kind === 'answer' || answer.kind === 'rather-not') {
      const intent: Intent =
        answer.kind === 'answer'
          ? { do: 'answer', ...on, answer: answer.answer, ...voice }
          : { do: 'rather-not', ...on }
      if (await act(intent)) await room.draft(field, undefined)
      return
    }
    if (hadWords) {
      const now = room.present()?.record
      // Words kept for a concern have moved it on already.
      if (concern) return
      if (now && hear && suggestionsFor(hear, now, prompt, field).length > 0) return
    }
    await act({ do: 'next', ...on })
  }

  return {
    field,
    draft,
    heard,
    problem,
    write(changedDraft) {
      setProblem(undefined)
      void room.draft(field, changedDraft)
    },
    keepWords: async () => void (await keepWords()),
    next,
    skip: () => void keepWords().then(ok => ok && act({ do: 'skip', ...on })),
    ratherNot: () => void keepWords().then(ok => ok && act({ do: 'rather-not', ...on })),
  }
}
