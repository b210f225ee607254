import { setTimeout as wait } from 'node:timers/promises'
import type { Interviews } from '../interviews.ts'

/** How long an interview's changes are gathered before the lines of its cases follow. */
const delayMs = 250

/** Lets lines of cases follow the interviews of this process a moment later, many turns at once. */
export function followInterviews(
  interviews: Pick<Interviews, 'onTurn'>,
  refresh: (changed: readonly string[]) => Promise<void>,
  onFault: (error: unknown) => void,
) {
  const changed = new Set<string>()
  let running: Promise<void> | undefined

  async function go(): Promise<void> {
    const ids = [...changed]
    changed.clear()
    await refresh(ids).catch(error => {
      for (const id of ids) changed.add(id)
      onFault(error)
    })
  }

  async function soon(): Promise<void> {
    await wait(delayMs, undefined, { ref: false })
    await go()
    running = undefined
  }

  const stop = interviews.onTurn(({ interview }) => {
    changed.add(interview)
    running ??= soon()
  })
  return {
    stop,
    async settled(): Promise<void> {
      await running
      await go()
    },
  }
}
