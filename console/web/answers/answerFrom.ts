import type { Prompt } from '../../../dialogs/guide/schema.ts'
import type { Problem } from '../../../dialogs/intent.ts'
import type { Answer } from '../../../dialogs/record/events.ts'
import { readWhen } from '../../../dialogs/replies/readWhen.ts'
import type { Draft } from './draft.ts'

export type AnswerFrom =
  | { kind: 'none' }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'rather-not' }
  | { kind: 'answer'; answer: Answer }

const none: AnswerFrom = { kind: 'none' }
const answered = (answer: Answer): AnswerFrom => ({ kind: 'answer', answer })

/** The structured answer that a draft holds for a prompt, if it holds one. */
export function answerFrom(prompt: Pick<Prompt, 'kind'>, draft: Draft): AnswerFrom {
  switch (prompt.kind) {
    case 'say':
    case 'account':
      return none
    case 'choice':
      return draft.option === undefined ? none : answered({ kind: 'choice', option: draft.option })
    case 'choices':
      return draft.options?.length ? answered({ kind: 'choices', options: [...draft.options] }) : none
    case 'plain':
      return plain(draft)
    case 'scale':
      return draft.value === undefined ? none : answered({ kind: 'scale', value: draft.value })
    case 'when':
      return when(draft.text ?? '')
    case 'people':
      return people(draft)
    case 'places': {
      const places = (draft.places ?? []).map(place => place.trim()).filter(Boolean)
      return places.length === 0 ? none : answered({ kind: 'places', places })
    }
    case 'text': {
      const text = draft.text?.trim()
      return text ? answered({ kind: 'text', text }) : none
    }
  }
}

function plain({ said, detail }: Draft): AnswerFrom {
  if (said === undefined) return none
  if (said === 'rather-not') return { kind: 'rather-not' }
  return answered({ kind: 'plain', said, ...(detail?.trim() ? { detail: detail.trim() } : {}) })
}

function when(text: string): AnswerFrom {
  if (text.trim() === '') return none
  const reading = readWhen(text)
  if (!reading.ok) return { kind: 'problem', problem: reading.problem }
  return reading.answer.kind === 'chose-not-to-say' ? none : answered(reading.answer)
}

function people(draft: Draft): AnswerFrom {
  const named = (draft.people ?? [])
    .map(({ called, relation }) => ({ called: called.trim(), relation: relation.trim() }))
    .filter(({ called, relation }) => called || relation)
    // Someone they did not name is still someone: what they are to the young person stands for the name.
    .map(({ called, relation }) => (called ? { called, ...(relation ? { relation } : {}) } : { called: relation }))
  return named.length === 0 ? none : answered({ kind: 'people', people: named })
}
