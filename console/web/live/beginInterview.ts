import type { Intent } from '../../../dialogs/intent.ts'
import type { Journal } from './journal.ts'

/** Begins an interview on this device, connected or not, and answers with its id. Opening its room sends it. */
export async function beginInterview(
  journal: Journal,
  language: string,
  intents: readonly Intent[],
  episode?: string,
): Promise<string> {
  const interview = crypto.randomUUID()
  const payload = {
    interview,
    id: crypto.randomUUID(),
    deviceAt: new Date().toISOString(),
    language,
    ...(episode === undefined ? {} : { episode }),
    intents: [...intents],
  }
  await journal.keepPending(Date.now(), { kind: 'begin', payload })
  return interview
}
