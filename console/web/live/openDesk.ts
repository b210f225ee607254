import type { DeskLine } from '../../casework/episode/deskLine.ts'
import type { AskDesk } from '../../contract/cases.ts'
import type { ConsoleProblem } from '../../contract/replies.ts'
import { belongs } from '../desk/deskView.ts'
import { answerTo, type Connection } from './connection.ts'
import { type Observable, observable } from './observable.ts'

export interface DeskState {
  /** What was asked for last, and whether it has been answered. */
  ask: AskDesk
  read: boolean
  lines: readonly DeskLine[]
  problem: ConsoleProblem | 'no-answer' | undefined
}

/** The lines of the desk, kept up to date while it is open. */
export interface Desk {
  state: Observable<DeskState>
  /** Asks for other lines: which, or those with a name. */
  show(ask: AskDesk): Promise<void>
  close(): void
}

export function openDesk({ socket, line, refused }: Connection, person: string, first: AskDesk): Desk {
  const state = observable<DeskState>({ ask: first, read: false, lines: [], problem: undefined })
  let asked = 0
  let came: DeskLine[] = []

  // What was told while an answer was on its way may be newer than the answer.
  const changed = (told: DeskLine) => {
    came.push(told)
    state.update(now => ({ ...now, lines: withLine(now, told, person) }))
  }
  async function show(ask: AskDesk) {
    state.update(now => ({ ...now, ask, ...(sameAsked(now.ask, ask) ? {} : { read: false, lines: [] }) }))
    if (line.get() !== 'online') return state.update(now => ({ ...now, problem: 'no-answer' }))
    const number = ++asked
    came = []
    const reply = await answerTo<readonly DeskLine[]>(ack => socket.emit('desk:list', ask, ack))
    if (number !== asked) return
    if (!reply?.ok) {
      if (reply) refused(reply.problem)
      return state.update(now => ({ ...now, problem: reply?.problem ?? 'no-answer' }))
    }
    const answered: DeskState = { ask, read: true, lines: reply.value, problem: undefined }
    state.set({ ...answered, lines: came.reduce((lines, told) => withLine({ ask, lines }, told, person), reply.value) })
  }
  const again = () => void (line.get() === 'online' && show(state.get().ask))
  const gone = (episode: string) =>
    state.update(now => ({ ...now, lines: now.lines.filter(each => each.episode !== episode) }))
  socket.on('desk:changed', changed)
  socket.on('case:closed', gone)
  const stop = line.listen(again)
  again()
  return {
    state,
    show,
    close() {
      asked++
      stop()
      socket.off('desk:changed', changed)
      socket.off('case:closed', gone)
    },
  }
}

/** The lines with what was told of one: an older one than is here changes nothing. */
export function withLine(
  { ask, lines }: Pick<DeskState, 'ask' | 'lines'>,
  told: DeskLine,
  person: string,
): readonly DeskLine[] {
  const before = lines.find(({ episode }) => episode === told.episode)
  if (before && before.seq > told.seq) return lines
  const others = lines.filter(each => each !== before)
  const isShown = belongs(told, ask, person) && (before !== undefined || ask.name === undefined)
  return isShown ? [...others, told] : others
}

const sameAsked = (a: AskDesk, b: AskDesk) => a.which === b.which && a.name === b.name && a.interview === b.interview
