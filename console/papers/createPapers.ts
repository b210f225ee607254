import type { PaperAsked } from '../casework/papers.ts'
import { composePaper, type PaperProblem, type PaperSources } from './composePaper.ts'
import type { Press } from './createPress.ts'

export type PaperMade = { ok: true; value: Buffer } | { ok: false; problem: PaperProblem | 'busy' | 'failed' }

/** Pages to print, each a PDF. Nothing of any record is on them. */
export interface Papers {
  make(asked: PaperAsked): Promise<PaperMade>
  close(): Promise<void>
}

export function createPapers(sources: PaperSources, press: Press): Papers {
  return {
    async make(asked) {
      const composed = composePaper(asked, sources)
      return composed.ok ? press.print(composed.value) : composed
    },
    close: press.close,
  }
}
