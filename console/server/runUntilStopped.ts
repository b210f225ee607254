import { ExpectedError } from '../records/database/ExpectedError.ts'

/** Return Talk, listening. */
export interface Running {
  url: string
  /** Where the first administrator makes an account, while there is none. Once. */
  firstLink: string | undefined
  /** Settles with a sentence when it cannot go on. */
  failed: Promise<string>
  /** Takes nothing more, lets everyone go, and stops Postgres where it was started here. */
  close(): Promise<void>
}

/** Says where it listens, and lets everyone go at the first signal to stop, or when it cannot go on. */
export async function runUntilStopped(running: Promise<Running>): Promise<void> {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return say('Still stopping: Postgres is closing its files.')
      stopping = true
      void running.then(({ close }) => close()).then(() => process.exit(0), fail)
    })
  }
  try {
    const { url, firstLink, failed, close } = await running
    if (!stopping && firstLink) say(`The first administrator makes an account here, once: ${firstLink}`)
    if (!stopping) say(`Return Talk is ready: open ${url}`)
    const why = await failed
    if (stopping) return
    stopping = true
    await close().catch(() => {})
    fail(new ExpectedError(why))
  } catch (error) {
    if (!stopping) fail(error)
  }
}

const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

function fail(error: unknown): never {
  const expected = error instanceof ExpectedError
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : 'Return Talk failed.'}\n`)
  process.exit(1)
}
