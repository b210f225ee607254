import type { ConsoleProblem } from '../../contract/replies.ts'
import { answerTo, type Connection } from './connection.ts'

/** Looks at an interview without needing to know, for a reason that a manager reads. Answers why not. */
export async function breakGlass(
  { socket }: Connection,
  interview: string,
  reason: string,
): Promise<ConsoleProblem | undefined> {
  const reply = await answerTo<{ until: string }>(ack =>
    socket.emit('interview:break-glass', { interview, reason }, ack),
  )
  return reply?.ok ? undefined : (reply?.problem ?? 'server-fault')
}
