import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { DocumentPaper } from './blocks.ts'
import type { Paper } from './paper.ts'

/** What the thread that draws is sent, and what it sends back. */
export type DrawAsked = { paper: Paper; as: 'pdf' } | { paper: Paper & DocumentPaper; as: 'docx' }
export type Drawn = { ok: true; file: Uint8Array } | { ok: false; why: string }

export type Printed = { ok: true; value: Buffer } | { ok: false; problem: 'busy' | 'failed' }

/** Draws papers one at a time, apart from whatever else is going on, and keeps the last ones that are nobody's. */
export interface Press {
  print(paper: Paper): Promise<Printed>
  /** A document as Word. */
  write(paper: Paper & DocumentPaper): Promise<Printed>
  close(): Promise<void>
}

export interface PressOptions {
  /** The fault of a paper that could not be drawn. */
  onFault(error: unknown): void
  /** The thread that draws. */
  drawer?: URL
  /** How many may wait beside the one that is being drawn. */
  waiting?: number
  /** How many drawn papers are kept. */
  kept?: number
  /** How long one may take. */
  patienceMs?: number
  /** After how long without work the thread ends, which gives its memory back. */
  idleMs?: number
}

export function createPress({
  onFault,
  drawer = new URL('drawing/drawer.ts', import.meta.url),
  waiting = 8,
  kept = 32,
  patienceMs = 30_000,
  idleMs = 60_000,
}: PressOptions): Press {
  // What is drawn is made of nothing but what is sent: the same paper with the same words is the same file. A document may hold
  // a child's words, and is not kept.
  const papers = new Map<string, Promise<Buffer>>()
  let thread: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  let open = 0
  let isClosed = false

  async function end(): Promise<void> {
    clearTimeout(idle)
    const ending = thread
    thread = undefined
    await ending?.terminate()
  }

  function started(): Worker {
    const begun = new Worker(drawer, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 512 } })
    // What goes wrong when nothing is being drawn ends the thread, and nothing else.
    begun.on('error', () => {})
    begun.on('exit', () => {
      if (thread === begun) thread = undefined
    })
    return begun
  }

  function drawn(asked: DrawAsked): Promise<Buffer> {
    clearTimeout(idle)
    if (isClosed) return Promise.reject(new Error('The press is closed.'))
    thread ??= started()
    return oneAnswer(thread, asked, patienceMs).then(
      file => {
        idle = setTimeout(() => void end(), idleMs).unref()
        return file
      },
      async (error: unknown) => {
        await end()
        throw error
      },
    )
  }

  function keep(key: string, file: Promise<Buffer>): void {
    papers.set(key, file)
    const [oldest] = papers.keys()
    if (papers.size > kept && oldest !== undefined) papers.delete(oldest)
    file.catch(() => {
      if (papers.get(key) === file) papers.delete(key)
    })
  }

  async function made(asked: DrawAsked): Promise<Printed> {
    const key = createHash('sha256').update(JSON.stringify(asked)).digest('base64')
    const known = papers.get(key)
    if (known === undefined && open > waiting) return { ok: false, problem: 'busy' }
    // Put last, as the one that was asked for most recently.
    papers.delete(key)
    const file = known ?? last.then(() => drawn(asked))
    if (asked.paper.paper !== 'document') keep(key, file)
    if (known === undefined) {
      open++
      last = file.catch(onFault).finally(() => open--)
    }
    return file.then(
      value => ({ ok: true, value }),
      () => ({ ok: false, problem: 'failed' }),
    )
  }

  return {
    print: paper => made({ paper, as: 'pdf' }),
    write: paper => made({ paper, as: 'docx' }),
    async close() {
      isClosed = true
      await end()
    },
  }
}

/** What the thread says to this. The process waits for it, and no longer. */
function oneAnswer(thread: Worker, asked: DrawAsked, patienceMs: number): Promise<Buffer> {
  return new Promise<Buffer>((resolve, reject) => {
    const late = setTimeout(() => fail(new Error('A paper took too long to draw.')), patienceMs)
    const done = () => {
      clearTimeout(late)
      thread.off('message', answered).off('error', fail).off('exit', ended).unref()
    }
    const fail = (error: unknown) => {
      done()
      reject(error)
    }
    const ended = () => fail(new Error('The thread that draws papers ended.'))
    const answered = (said: Drawn) => {
      if (!said.ok) return fail(new Error(said.why))
      done()
      resolve(Buffer.from(said.file))
    }
    thread.on('message', answered).on('error', fail).on('exit', ended).ref()
    thread.postMessage(asked)
  })
}
