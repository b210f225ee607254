import { randomUUID } from 'node:crypto'
import type { BrowserContext } from 'playwright-core'
import { io } from 'socket.io-client'
import type { AttemptResponse, PracticeChange } from '../../console/contract/practice.ts'
import type { Reply } from '../../console/contract/replies.ts'
import { createTokens } from '../../console/server/identity/tokens.ts'
import type { Level } from '../../dialogs/practice/scenario/terms.ts'
import { apiOf } from './accountsUnderTest.ts'

interface Held {
  scenario: string
  level?: Level
  /** What the trainee says, in order; nothing is waiting. */
  said: readonly string[]
  /** Whether it is stopped after that. */
  stopped?: boolean
}

/** A practice talk of whoever this browser is of, held over the socket as a browser holds it. Answers with its id. */
export async function heldPractice(
  { url, tokenKey }: { url: string; tokenKey: Uint8Array },
  context: BrowserContext,
  { scenario, level = 'usual', said, stopped = true }: Held,
): Promise<string> {
  const attempt = randomUUID()
  const api = apiOf(context)
  const { trainee } = await api.post<AttemptResponse>('practice/attempts', { attempt, scenario, level })
  const token = await createTokens(tokenKey).issue({ id: trainee.id, role: trainee.role })
  const socket = io(url, { auth: { token }, transports: ['websocket'] })
  try {
    for (const [after, words] of said.entries()) {
      const reply: Reply<PracticeChange> = await socket.timeout(10_000).emitWithAck('practice:say', {
        attempt,
        id: randomUUID(),
        after,
        said: words === '' ? { did: 'waited' } : { did: 'said', words },
      })
      if (!reply.ok) throw new Error(`practice:say ${after + 1}: ${reply.problem}`)
      if (reply.value.attempt.ended) return attempt
    }
  } finally {
    socket.close()
  }
  if (stopped) await api.post<AttemptResponse>(`practice/attempts/${attempt}/end`)
  return attempt
}
