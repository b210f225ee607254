import type { CaseEventBody, RecordedCaseEvent } from '../../casework/episode/caseEvents.ts'
import type { CaseTurn } from '../../contract/cases.ts'
import type { ConsoleProblem } from '../../contract/replies.ts'
import { answerTo, type Connection } from './connection.ts'
import { type Observable, observable } from './observable.ts'
import { received } from './received.ts'

export interface CaseState {
  events: readonly RecordedCaseEvent[]
  interviews: CaseTurn['interviews']
  clocks: CaseTurn['clocks']
  /** Why it is not here, where the server said so. */
  problem: ConsoleProblem | undefined
}

/** Why something was not written. `no-answer`: nobody knows; sent again under the same id it is written once. */
export type WriteProblem = ConsoleProblem | 'no-answer'

/** One case, as the server has it. Nothing is shown as written before it is. */
export interface OpenCase {
  episode: string
  state: Observable<CaseState>
  write(id: string, body: CaseEventBody): Promise<WriteProblem | undefined>
  /** For someone outside its circle, when a child cannot wait. Undefined where it is open to them now. */
  breakGlass(reason: string): Promise<ConsoleProblem | undefined>
  close(): void
}

export function openCase(episode: string, { socket, line, refused }: Connection): OpenCase {
  const state = observable<CaseState>({ events: [], interviews: [], clocks: [], problem: undefined })
  let closed = false

  const takeIn = (turn: CaseTurn) => {
    const { events, gap } = received(state.get().events, turn.events)
    if (gap) return void join()
    state.set({ events, interviews: turn.interviews, clocks: turn.clocks, problem: undefined })
  }
  async function join() {
    if (closed || line.get() !== 'online') return
    const since = state.get().events.length
    const reply = await answerTo<CaseTurn>(ack => socket.emit('case:join', { episode, since }, ack))
    if (closed) return
    if (reply?.ok) return takeIn(reply.value)
    if (reply === undefined) return void setTimeout(join, retryAfter)
    refused(reply.problem)
    if (reply.problem === 'need-to-know') shut()
    else state.update(now => ({ ...now, problem: reply.problem }))
  }
  const onTurn = (turn: CaseTurn) => void (turn.episode === episode && takeIn(turn))
  // Nothing of a case that one does not need to know of stays on the screen.
  const shut = () => state.set({ events: [], interviews: [], clocks: [], problem: 'need-to-know' })
  const onClosed = (which: string) => void (which === episode && shut())
  socket.on('case:turn', onTurn)
  socket.on('case:closed', onClosed)
  const stop = line.listen(() => void join())
  void join()
  return {
    episode,
    state,
    async write(id, body) {
      if (line.get() !== 'online') return 'no-answer'
      const payload = { episode, id, deviceAt: new Date().toISOString(), body }
      const reply = await answerTo<CaseTurn>(ack => socket.emit('case:write', payload, ack))
      if (reply?.ok) takeIn(reply.value)
      else if (reply) refused(reply.problem)
      return reply ? (reply.ok ? undefined : reply.problem) : 'no-answer'
    },
    async breakGlass(reason) {
      const reply = await answerTo<{ until: string }>(ack => socket.emit('case:break-glass', { episode, reason }, ack))
      if (!reply?.ok) return reply?.problem ?? 'server-fault'
      await join()
      return undefined
    },
    close() {
      closed = true
      stop()
      socket.off('case:turn', onTurn)
      socket.off('case:closed', onClosed)
      if (line.get() === 'online') socket.emit('case:leave', { episode })
    },
  }
}

const retryAfter = 2_000
