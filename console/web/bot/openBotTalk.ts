import type { BotMessage } from '../../contract/interviews.ts'
import { answerTo, type Connection } from '../live/connection.ts'
import { type Observable, observable } from '../live/observable.ts'
import { preferences } from '../session/preferences.ts'

/** One line of the talk with the bot: typed here, or said by it. */
export interface BotLine {
  from: 'me' | 'bot'
  text: string
}

export interface BotTalkState {
  lines: readonly BotLine[]
  /** What can be sent with one tap, as the bot's newest answer has it. */
  actions: BotMessage['actions']
  waiting: boolean
  /** What got no answer, to be sent again under the same id. */
  unanswered?: { id: string; text: string }
}

/** The talk with the bot in one room. It lives as long as the room is open: what it records is in the record. */
export interface BotTalk {
  state: Observable<BotTalkState>
  /** Sends this text; where a button was tapped, `shown` is what the button said. */
  say(text: string, shown?: string): Promise<void>
  /** Sends what got no answer again: it is recorded once. */
  again(): Promise<void>
  /** Asks where the talk is, because something was done elsewhere. */
  look(): Promise<void>
}

const mostLines = 60

export function openBotTalk(interview: string, connection: Pick<Connection, 'socket' | 'refused'>): BotTalk {
  const { socket } = connection
  const state = observable<BotTalkState>({ lines: [], actions: [], waiting: false })
  let queue = Promise.resolve()

  const send = (id: string, text: string, shown?: string) => {
    queue = queue.then(async () => {
      const mine: BotLine[] = shown === undefined ? [] : [{ from: 'me', text: shown }]
      state.update(({ lines }) => ({ lines: [...lines, ...mine].slice(-mostLines), actions: [], waiting: true }))
      const deviceAt = new Date().toISOString()
      const reply = await answerTo<readonly BotMessage[]>(ack =>
        socket.emit('interview:say', { interview, id, deviceAt, text, language: preferences.get().language }, ack),
      )
      if (reply && !reply.ok) connection.refused(reply.problem)
      const unanswered = reply?.ok ? {} : { unanswered: { id, text } }
      const said = reply?.ok ? reply.value : []
      state.update(({ lines }) => ({
        lines: [...lines, ...said.map(({ text: words }) => ({ from: 'bot' as const, text: words }))].slice(-mostLines),
        actions: said.at(-1)?.actions ?? [],
        waiting: false,
        ...unanswered,
      }))
    })
    return queue
  }

  return {
    state,
    say: (text, shown = text) => send(crypto.randomUUID(), text, shown),
    again: async () => {
      const { unanswered } = state.get()
      if (unanswered) await send(unanswered.id, unanswered.text)
    },
    look: () => send(crypto.randomUUID(), 'where'),
  }
}
