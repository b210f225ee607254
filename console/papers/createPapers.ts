import type { DocumentFormat, PaperAsked } from '../casework/papers.ts'
import type { DocumentPaper } from './blocks.ts'
import { composePaper, type PaperProblem, type PaperSources } from './composePaper.ts'
import type { Press, Printed } from './createPress.ts'
import type { Paper } from './paper.ts'

export { type DocumentFormat, documentFormats } from '../casework/papers.ts'

export type PaperMade = { ok: true; value: Buffer } | { ok: false; problem: PaperProblem | 'busy' | 'failed' }

export interface Papers {
  /** A page to print, as PDF, and a letter as Word too. Nothing of any record is on it, but what a letter is `about`. */
  make(asked: PaperAsked): Promise<PaperMade>
  /** A document that was composed of a case, which whoever composed it answers for. It is not kept. */
  document(paper: Paper & DocumentPaper, format: DocumentFormat): Promise<Printed>
  close(): Promise<void>
}

export function createPapers(sources: PaperSources, press: Press): Papers {
  return {
    async make(asked) {
      const composed = composePaper(asked, sources)
      if (!composed.ok) return composed
      const paper = composed.value
      return asked.format === 'docx' && paper.paper === 'document' ? press.write(paper) : press.print(paper)
    },
    document: (paper, format) => (format === 'pdf' ? press.print(paper) : press.write(paper)),
    close: press.close,
  }
}
