import type { RecordedEvent } from '../../dialogs/record/events.ts'
import { english, type Reply } from '../bot/botOverHttp.ts'

/**
 * A whole conversation: what the practitioner sent, and what came of it. Heard is what was recorded, then where the talk
 * was after it: `answered police > prepare.meeting`. No wording: that may change without breaking a conversation.
 * Said `(again)` is the line before it sent a second time, as a poor connection does; `(restart)` is another process.
 */
export interface Transcript {
  title: string
  rows: readonly (readonly [said: string, heard: string])[]
}

export const again = '(again)'
export const restart = '(restart)'

/** What a row's answer comes to, in codes. */
export function heardIn(events: readonly RecordedEvent[], reply: Reply, variants: Variants): string {
  return [events.map(told).join(', '), placeIn(reply, variants)].join(' > ').trim()
}

function told(event: RecordedEvent): string {
  const voice = event.voice === 'interpreter' ? ' (interpreter)' : ''
  return [event.type, ...codesIn(event)].join(' ') + voice
}

function codesIn(event: RecordedEvent): string[] {
  const corrects = 'corrects' in event && event.corrects ? ['correcting'] : []
  switch (event.type) {
    case 'answered':
      return [...answerCodes(event.answer), ...corrects]
    case 'covered':
      return [event.coverage, event.told]
    case 'setAside':
      return [event.coverage]
    case 'stopped':
      return [event.whoseChoice]
    case 'languageChanged':
      return [event.to]
    default:
      return corrects
  }
}

function answerCodes(answer: Extract<RecordedEvent, { type: 'answered' }>['answer']): string[] {
  switch (answer.kind) {
    case 'choice':
      return [answer.option]
    case 'choices':
      return [answer.options.join('+')]
    case 'plain':
      return [answer.said]
    case 'scale':
      return [String(answer.value)]
    case 'when':
      return [[answer.date ?? 'no date', answer.time].filter(each => each !== undefined).join(' ')]
    case 'people':
    case 'places':
    case 'text':
      return [answer.kind]
  }
}

function placeIn({ status, data, text }: Reply, variants: Variants): string {
  if (status !== 200) return `(${status})`
  if (!data) return '(no interview)'
  if (data.finished) return '(finished)'
  if (!data.prompt) return '(paused)'
  const variant = variants(data.prompt.id).find(({ words }) => text.includes(words))
  return variant ? `${data.prompt.id} in ${variant.name}` : data.prompt.id
}

/** The words of a prompt that are for one age or one sharing regime, by what they are for. */
export type Variants = (prompt: string) => readonly { name: string; words: string }[]

export function variantsFor(keys: readonly string[], into: Readonly<Record<string, string>>): Variants {
  const words = english.words('en', 'guide')
  return prompt => {
    const prefix = `prompt/${prompt}/`
    const own = keys.filter(key => key.startsWith(prefix))
    return own.map(key => ({ name: key.slice(prefix.length), words: words(key, into) }))
  }
}
