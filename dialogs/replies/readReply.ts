import type { Problem } from '../intent.ts'
import type { Answer } from '../record/events.ts'
import { readChoice, readChoices, readPlain } from './readChoice.ts'
import { readPeople, readPlaces } from './readList.ts'
import { readScale } from './readScale.ts'
import { readWhen } from './readWhen.ts'

/** The words shown for an option or for yes and no, in the languages of the talk and of those who lead it. Codes are always read as well. */
export type Labels = (code: string) => readonly string[]

/** What was read from a reply, or why nothing was. */
export type Reading = { ok: true; answer: Answer | { kind: 'chose-not-to-say' } } | { ok: false; problem: Problem }

/**
 * Reads a typed reply to a prompt that asks for a structured answer. Only exact codes, labels or numbers are taken as
 * choices: a free sentence never fills a safeguarding field.
 */
export function readReply(
  prompt: { kind: Answer['kind']; options?: readonly string[] | undefined },
  text: string,
  labels: Labels,
): Reading {
  switch (prompt.kind) {
    case 'choice':
      return readChoice(prompt.options ?? [], text, labels)
    case 'choices':
      return readChoices(prompt.options ?? [], text, labels)
    case 'plain':
      return readPlain(text, labels)
    case 'scale':
      return readScale(text)
    case 'when':
      return readWhen(text)
    case 'people':
      return readPeople(text)
    case 'places':
      return readPlaces(text)
    case 'text':
      return text.trim() ? { ok: true, answer: { kind: 'text', text: text.trim() } } : { ok: false, problem: 'empty' }
  }
}
