import type { InterviewSummary } from '../../records/interviews.ts'
import { answerTo, type Connection } from './connection.ts'
import type { Journal } from './journal.ts'
import { type Observable, observable } from './observable.ts'

export interface ListState {
  /** Whether there is anything to show yet: from the server, or as this device last knew it. */
  read: boolean
  interviews: readonly InterviewSummary[]
}

/** The list of interviews, kept up to date while it is open. */
export function openList(connection: Connection, journal: Journal): { state: Observable<ListState>; close(): void } {
  const { socket, line } = connection
  const state = observable<ListState>({ read: false, interviews: [] })
  const show = (interviews: readonly InterviewSummary[]) => {
    state.set({ read: true, interviews: interviews.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt)) })
    void journal.keepList(interviews)
  }
  const changed = (summary: InterviewSummary) =>
    show([summary, ...state.get().interviews.filter(each => each.id !== summary.id)])
  const ask = async () => {
    if (line.get() !== 'online') return
    const reply = await answerTo<readonly InterviewSummary[]>(ack => socket.emit('interviews:list', ack))
    if (reply?.ok) show(reply.value)
    else if (reply) connection.refused(reply.problem)
  }
  socket.on('interviews:changed', changed)
  const stop = line.listen(ask)
  void journal.readList().then(kept => {
    if (!state.get().read && kept.length > 0) state.set({ read: true, interviews: kept })
  })
  void ask()
  return {
    state,
    close() {
      stop()
      socket.off('interviews:changed', changed)
    },
  }
}
