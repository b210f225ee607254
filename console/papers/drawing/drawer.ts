import { parentPort } from 'node:worker_threads'
import type { DrawAsked, Drawn } from '../createPress.ts'
import { drawPaper } from './drawPaper.ts'
import { writeDocument } from './writeDocument.ts'

/** What runs in a thread of its own: one paper after the other. */
parentPort?.on('message', (asked: DrawAsked) => void draw(asked))

async function draw(asked: DrawAsked): Promise<void> {
  const drawing = asked.as === 'docx' ? writeDocument(asked.paper) : drawPaper(asked.paper)
  const drawn = await drawing.then(
    (file): Drawn => ({ ok: true, file }),
    (error: unknown): Drawn => ({ ok: false, why: error instanceof Error ? error.message : 'A paper was not drawn.' }),
  )
  parentPort?.postMessage(drawn)
}
