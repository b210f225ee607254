import type { RecordedEvent } from '../../../dialogs/record/events.ts'
import type { InterviewTurn } from '../../contract/interviews.ts'
import { answerTo, type Connection } from './connection.ts'
import { type Observable, observable } from './observable.ts'
import { received } from './received.ts'

/** An interview as it is looked at from a case. Nothing of it is kept on this device. */
export interface FollowedInterview {
  events: readonly RecordedEvent[]
  /** Whether the server has said that this person does not need to know of it, or that it is not there. */
  outside: boolean
}

/** These interviews as the server has them, and as they go on. */
export function followInterviews(ids: readonly string[], { socket, line, refused }: Connection) {
  const state: Observable<ReadonlyMap<string, FollowedInterview>> = observable(new Map())
  let closed = false
  const show = (id: string, followed: FollowedInterview) =>
    state.update(now => new Map([...now, [id, followed] as const]))
  const eventsOf = (id: string) => state.get().get(id)?.events ?? []

  const takeIn = ({ interview, events: came }: InterviewTurn) => {
    if (closed || !ids.includes(interview)) return
    const { events, gap } = received(eventsOf(interview), came)
    show(interview, { events, outside: false })
    if (gap) void join(interview)
  }
  const shut = (interview: string) => {
    if (ids.includes(interview)) show(interview, { events: [], outside: true })
  }
  async function join(interview: string) {
    if (closed || line.get() !== 'online') return
    const since = eventsOf(interview).length
    const reply = await answerTo<InterviewTurn>(ack => socket.emit('interview:join', { interview, since }, ack))
    if (closed) return
    if (reply?.ok) return takeIn(reply.value)
    if (reply === undefined) return void setTimeout(join, retryAfter, interview)
    refused(reply.problem)
    if (reply.problem === 'need-to-know' || reply.problem === 'unknown-interview') shut(interview)
  }
  const joinAll = () => {
    for (const id of ids) void join(id)
  }
  socket.on('interview:turn', takeIn)
  socket.on('interview:closed', shut)
  const stop = line.listen(joinAll)
  joinAll()
  return {
    state,
    close() {
      closed = true
      stop()
      socket.off('interview:turn', takeIn)
      socket.off('interview:closed', shut)
      // Where the next page is that interview's own, it has joined already, and stays in.
      const isNext = (id: string) => location.pathname.startsWith(`/interviews/${id}`)
      if (line.get() === 'online')
        for (const id of ids) if (!isNext(id)) socket.emit('interview:leave', { interview: id })
    },
  }
}

const retryAfter = 2_000
