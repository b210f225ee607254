import { promptsIn } from '../dialogs/plan/promptsIn.ts'
import type { RecordedEvent } from '../dialogs/record/events.ts'
import { languageOf } from '../locales/languages.ts'
import { answerWords } from './answerWords.ts'
import { action, type Message } from './message.ts'
import type { View } from './view.ts'

/** What was kept by a turn, read back. Nothing where a turn only moved on. */
export function keptMessages(view: View, events: readonly RecordedEvent[]): Message[] {
  const lines = events.map(event => keptLine(view, event)).filter(line => line !== undefined)
  const isOver =
    view.step.kind === 'ask' &&
    !view.step.concern &&
    events.some(event => 'concern' in event && event.type !== 'concernRaised' && event.concern)
  const text = [...lines, ...(isOver ? [view.bot('kept/concern-over')] : [])].join('\n')
  return text === '' ? [] : [{ text, actions: events.flatMap(event => actionsAfter(view, event)) }]
}

function keptLine(view: View, event: RecordedEvent): string | undefined {
  const { bot, own } = view
  switch (event.type) {
    case 'opened':
      return bot('opened')
    case 'accounted':
      return event.corrects ? bot('kept/corrected', { answer: `“${event.words}”` }) : bot('kept/accounted')
    case 'answered':
      return answeredLine(view, event)
    case 'covered':
      return bot(`kept/covered-${event.told}`, { coverage: own(`coverage/${event.coverage}`) })
    case 'setAside':
      return bot('kept/setAside', { coverage: own(`coverage/${event.coverage}`) })
    case 'stopped':
      return bot(`kept/stopped-${event.whoseChoice}`)
    case 'languageChanged':
      return bot('kept/languageChanged', { language: languageOf(event.to).englishName })
    case 'choseNotToSay':
    case 'skipped':
    case 'paused':
    case 'resumed':
    case 'declined':
    case 'notReached':
    case 'concernRaised':
    case 'withdrawn':
      return bot(`kept/${event.type}`)
    case 'said':
    case 'rephrased':
    case 'interpreterFlagged':
    case 'passed':
    case 'movedTo':
      return undefined
  }
}

function answeredLine(view: View, event: Extract<RecordedEvent, { type: 'answered' }>): string {
  const all = [...promptsIn(view.guide).values()].map(({ prompt }) => prompt)
  const prompt = [...all, ...view.guide.concern.prompts].find(({ id }) => id === event.prompt)
  if (!prompt) throw new Error('An answer was kept for a prompt that its guide does not have.')
  const answer = answerWords(view, prompt, event.answer)
  if (event.corrects) return view.bot('kept/corrected', { answer })
  const isUnsure = event.answer.kind === 'when' && event.answer.date === undefined
  return view.bot(isUnsure ? 'kept/answered-when-unsure' : 'kept/answered', { answer })
}

/**
 * Stopping is done at once, and whose choice it was can be put right after. Taking an answer back does not ask it again
 * by itself: it may have been taken back because it was never asked.
 */
function actionsAfter(view: View, event: RecordedEvent): Message['actions'] {
  if (event.type === 'stopped' && event.whoseChoice === 'young-person') return [action(view, 'stop me')]
  if (event.type !== 'withdrawn') return []
  const field = Object.values(view.record.fields).find(({ events }) => events.includes(event.id))
  const isPrompt = field && promptsIn(view.guide).has(field.id)
  return isPrompt ? [{ value: `go ${field.id}`, title: action(view, 'again').title }] : []
}
