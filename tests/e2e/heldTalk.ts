import { randomUUID } from 'node:crypto'
import { io } from 'socket.io-client'
import type { CaseEventBody } from '../../console/casework/episode/caseEvents.ts'
import type { Reply } from '../../console/contract/replies.ts'
import { createTokens } from '../../console/server/identity/tokens.ts'
import type { Intent } from '../../dialogs/intent.ts'

interface Held {
  calledAs: string
  language?: string
  bodies?: readonly CaseEventBody[]
  intents: readonly Intent[]
}

/** A case with an interview in which this was said, made over the socket as a browser makes it. Answers with both ids. */
export async function heldTalk(
  { url, tokenKey }: { url: string; tokenKey: Uint8Array },
  { calledAs, language = 'en', bodies = [], intents }: Held,
): Promise<{ episode: string; interview: string }> {
  const token = await createTokens(tokenKey).issue({ id: 'interviewer', role: 'interviewer' })
  const socket = io(url, { auth: { token }, transports: ['websocket'] })
  const deviceAt = new Date().toISOString()
  let seen = 0
  const asked = async (event: string, payload: object): Promise<void> => {
    const reply: Reply<{ events: readonly { seq: number }[] }> = await socket
      .timeout(10_000)
      .emitWithAck(event, payload)
    if (!reply.ok) throw new Error(`${event}: ${reply.problem}`)
    seen = reply.value.events.at(-1)?.seq ?? seen
  }
  const [episode, interview] = [randomUUID(), randomUUID()]
  const told: CaseEventBody[] = [{ type: 'notified', source: 'police' }, { type: 'named', calledAs }, ...bodies]
  try {
    await asked('case:begin', { episode, id: randomUUID(), deviceAt, bodies: told })
    await asked('interview:begin', { interview, id: randomUUID(), deviceAt, language, episode, intents: [] })
    for (const intent of intents)
      await asked('interview:reply', { interview, id: randomUUID(), deviceAt, seen, intent })
  } finally {
    socket.close()
  }
  return { episode, interview }
}
