import type { Interviews, Refusal, Turn, TurnRequest } from '../console/records/interviews.ts'
import type { Intent } from '../dialogs/intent.ts'
import type { Command } from './commands.ts'
import type { Incoming } from './incoming.ts'
import { correctionOf, lastAnswer, undoing } from './lastAnswer.ts'
import { uuidFrom } from './turnId.ts'
import type { View } from './view.ts'

/** How far a turn came, for what the practitioner is told if it breaks. */
export interface Progress {
  saved: 'nothing' | 'not-sure' | 'saved'
}

/** What a command does to the interview as it stands, or why it cannot be read. */
export async function intentOf(
  interviews: Interviews,
  view: View,
  command: Exclude<Command, { kind: 'query' }>,
  turn: string,
): Promise<Intent | Refusal> {
  // Asked of the store even where nothing is left to change: sent again, it has the answer of the first time.
  const nothingLeft: Intent = { do: 'withdraw', event: turn }
  switch (command.kind) {
    case 'intent':
      return command.intent
    case 'undo':
      return undoing(view, await interviews.eventsSince(view.record.interview, 0)) ?? nothingLeft
    case 'correct': {
      const last = lastAnswer(view)
      if (!last) return nothingLeft
      const correction = correctionOf(view, last, command.text)
      return correction.ok ? correction.intent : correction
    }
  }
}

/** Takes the turn in the store. It is done once however often it is asked for, so one that broke off is asked for again. */
export async function takeTurn(
  interviews: Interviews,
  view: View,
  intent: Intent,
  { turn: id, by, from, deviceAt }: Incoming,
  progress: Progress,
): Promise<Turn | Refusal> {
  const { interview } = view.record
  const request = { id, intent, by, from, deviceAt }
  const take = () => moving(interviews, interview, request)
  progress.saved = 'not-sure'
  if (putsRightWhoStopped(view, intent)) {
    await interviews.turn(interview, { id: uuidFrom('resume', id), intent: { do: 'resume' }, by, from, deviceAt })
  }
  const taken = await take().catch(take).catch(asThrown)
  const isNew = !(taken instanceof Error) && taken.ok && taken.events.length > 0
  const turn = isNew ? taken : ((await takenBefore(interviews, view, request)) ?? taken)
  if (turn instanceof Error) throw turn
  progress.saved = turn.ok ? 'saved' : 'nothing'
  return turn
}

/** Next always moves on: out of a pause as well. */
async function moving(interviews: Interviews, interview: string, request: TurnRequest): Promise<Turn | Refusal> {
  const turn = await interviews.turn(interview, request)
  const isPaused = !turn.ok && turn.problem === 'paused' && request.intent.do === 'next'
  return isPaused ? interviews.turn(interview, { ...request, intent: { do: 'resume' } }) : turn
}

/** What was sent to the conversation's interview before this one has the answer it had there. */
async function takenBefore(
  interviews: Interviews,
  { record }: View,
  request: TurnRequest,
): Promise<Turn | Refusal | undefined> {
  const interview = await interviews.takenIn(request.id)
  return interview === undefined || interview === record.interview ? undefined : interviews.turn(interview, request)
}

const asThrown = (error: unknown) => (error instanceof Error ? error : new Error('A turn was not taken.'))

/** A stopped talk cannot be stopped again: it is resumed first, so that whose choice it was can be put right. */
function putsRightWhoStopped({ record }: View, intent: Intent): boolean {
  return intent.do === 'stop' && intent.whoseChoice === 'practitioner' && record.stoppedBy === 'young-person'
}
