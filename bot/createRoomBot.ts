import { plainText } from '../dialogs/replies/plainText.ts'
import { isCalled } from './commands.ts'
import { type ConversationServices, createConversation } from './conversation.ts'
import type { Incoming } from './incoming.ts'
import { inOrder } from './inOrder.ts'
import type { Message } from './message.ts'
import { screenLanguage } from './screenLanguage.ts'

/** Something typed to the bot in the interview room. `id` is client-made: sent twice, it is done once. */
export interface Typed {
  id: string
  text: string
  by: string
  team: string
  deviceAt: string
  /** The language of their screen; English where it is not told. */
  language?: string | undefined
}

/** The bot as the room has it: the same answers as on a channel, about the interview that is open there. */
export type RoomBot = (interview: string, typed: Typed) => Promise<readonly Message[]>

export function createRoomBot(services: ConversationServices): RoomBot {
  const { inInterview } = createConversation(services)
  const queue = inOrder()
  return (interview, { id, text, by, team, deviceAt, language }) =>
    queue(interview, async () => {
      // There is one interview in a room: another is begun from the list.
      const screen = screenLanguage(language)
      const said = isCalled({ ...services, screen }, 'start', plainText(text)) ? 'where' : text
      const from = { by, team, from: 'bot', deviceAt, screen } as const
      const incoming: Incoming = { kind: 'message', conversation: interview, turn: id, text: said, ...from }
      return (await inInterview(interview, incoming, { saved: 'nothing' })).messages
    })
}
