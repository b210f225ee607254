import type { z } from 'zod'
import type { Reply } from '../../contract/replies.ts'

/**
 * Parses, runs, acknowledges: a handler never sees an unchecked payload and never throws at the socket. A fault is told
 * to `failed`, and to whoever asked as `server-fault`.
 */
export function answering<P, T>(
  schema: z.ZodType<P>,
  run: (payload: P) => Promise<Reply<T>>,
  failed: (error: unknown) => void,
) {
  return (...sent: unknown[]): void => {
    const last = sent.at(-1)
    // A client that wants no answer gives nothing to answer with.
    const answer = typeof last === 'function' ? (reply: Reply<T>) => void last(reply) : () => {}
    const payload = schema.safeParse(typeof last === 'function' && sent.length === 1 ? undefined : sent[0])
    if (!payload.success) {
      answer({ ok: false, problem: 'bad-request' })
      return
    }
    void run(payload.data)
      .catch((error: unknown): Reply<T> => {
        failed(error)
        return { ok: false, problem: 'server-fault' }
      })
      .then(answer)
  }
}
