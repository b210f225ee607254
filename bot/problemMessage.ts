import type { Refusal } from '../console/records/interviews.ts'
import type { Incoming } from './incoming.ts'
import type { Message } from './message.ts'
import type { View } from './view.ts'

/** Why nothing was recorded and, where what was typed may be the young person's words, a tap that keeps it as that. */
export function problemMessage(view: View, problem: Refusal['problem'], { text }: Incoming): Message {
  const why = view.bot(`problem/${problem}`)
  if (!mayBeTheirWords(view, problem)) return { text: why, actions: [] }
  return {
    text: [why, view.bot('words-instead')].join('\n'),
    actions: [{ value: `words ${text.trim()}`, title: view.bot('action/words') }],
  }
}

function mayBeTheirWords({ step }: View, problem: Refusal['problem']): boolean {
  if (step.kind !== 'ask' || step.concern || step.stage.practitionerOnly || step.stage.pensDown) return false
  return ['not-an-option', 'not-yes-or-no', 'not-0-to-10', 'no-such-date', 'year-in-full', 'no-such-time'].includes(
    problem,
  )
}
