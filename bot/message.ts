import type { PromptKind } from '../dialogs/guide/schema.ts'
import { plainCodes } from '../dialogs/replies/readChoice.ts'
import { labelOf, type View } from './view.ts'

/** Something that can be sent with one tap. `value` is what is sent, never words in a language. */
export interface Action {
  value: string
  title: string
}

export interface Message {
  text: string
  actions: readonly Action[]
}

/** What a program needs to know of a turn. Kept stable: people script against it. */
export interface ChannelData {
  interview: string
  seq: number
  stage: string | null
  topic: string | null
  prompt: { id: string; kind: PromptKind; options?: { code: string; label: string }[] } | null
  finished: boolean
}

export function channelDataOf(view: View): ChannelData {
  const { record, step } = view
  const base = { interview: record.interview, seq: record.seq }
  if (step.kind !== 'ask') return { ...base, stage: null, topic: null, prompt: null, finished: step.kind === 'close' }
  const { prompt, topic, stage } = step
  const options = optionsIn(view)
  return {
    ...base,
    stage: stage.id,
    topic: topic.id,
    prompt: { id: prompt.id, kind: prompt.kind, ...(options.length > 0 ? { options: [...options] } : {}) },
    finished: false,
  }
}

/** The options of the present prompt, in the order they are numbered, in the language of the talk. */
export function optionsIn(view: View): readonly { code: string; label: string }[] {
  if (view.step.kind !== 'ask') return []
  const { prompt } = view.step
  const codes = prompt.kind === 'plain' ? plainCodes : (prompt.options ?? [])
  return codes.map(code => ({ code, label: labelOf(view, prompt, code) }))
}

/** An action whose title is the words for its value. */
export const action = (view: Pick<View, 'bot'>, value: string): Action => ({
  value,
  title: view.bot(`action/${value}`),
})

/** The same action offered twice is offered once. */
export function joined(...messages: readonly Message[]): readonly Message[] {
  const actions = new Map(messages.flatMap(message => message.actions).map(each => [each.value, each]))
  // Only the newest message's actions stay on the screen, so it carries them all.
  return messages.map((message, place) => ({
    text: message.text,
    actions: place === messages.length - 1 ? [...actions.values()] : [],
  }))
}
