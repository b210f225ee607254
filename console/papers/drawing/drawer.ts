import { parentPort } from 'node:worker_threads'
import type { DrawAsked, Drawn } from '../createPress.ts'
import { drawPaper } from './drawPaper.ts'

/** What runs in a thread of its own: one paper after the other. */
parentPort?.on('message', ({ paper }: DrawAsked) => void draw(paper))

async function draw(paper: DrawAsked['paper']): Promise<void> {
  const drawn = await drawPaper(paper).then(
    (pdf): Drawn => ({ ok: true, pdf }),
    (error: unknown): Drawn => ({ ok: false, why: error instanceof Error ? error.message : 'A paper was not drawn.' }),
  )
  parentPort?.postMessage(drawn)
}
