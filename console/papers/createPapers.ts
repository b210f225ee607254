import type { PaperAsked } from '../casework/papers.ts'
import type { DocumentPaper } from './blocks.ts'
import { composePaper, type PaperProblem, type PaperSources } from './composePaper.ts'
import type { Press, Printed } from './createPress.ts'
import type { Paper } from './paper.ts'

export type PaperMade = { ok: true; value: Buffer } | { ok: false; problem: PaperProblem | 'busy' | 'failed' }

export const documentFormats = ['pdf', 'docx'] as const
export type DocumentFormat = (typeof documentFormats)[number]

export interface Papers {
  /** A page to print, as PDF. Nothing of any record is on it. */
  make(asked: PaperAsked): Promise<PaperMade>
  /** A document that was composed of a case, which whoever composed it answers for. It is not kept. */
  document(paper: Paper & DocumentPaper, format: DocumentFormat): Promise<Printed>
  close(): Promise<void>
}

export function createPapers(sources: PaperSources, press: Press): Papers {
  return {
    async make(asked) {
      const composed = composePaper(asked, sources)
      return composed.ok ? press.print(composed.value) : composed
    },
    document: (paper, format) => (format === 'pdf' ? press.print(paper) : press.write(paper)),
    close: press.close,
  }
}
