import type { Response } from 'express'
import type { DocumentFormat } from '../../casework/papers.ts'
import type { PaperMade } from '../../papers/createPapers.ts'
import { type RefusalCode, refuse } from '../refuse.ts'

/** Answers with a paper, under a name that says what it is and never whose. A browser opens a PDF, and saves Word. */
export function sendPaper(
  response: Response,
  made: PaperMade,
  parts: readonly (string | undefined)[],
  format: DocumentFormat = 'pdf',
): void {
  if (!made.ok) {
    refuse(response, refusals[made.problem])
    return
  }
  const name = ['return-talk', ...parts.filter(part => part !== undefined)].join('-')
  // A reader built into the browser is a plugin of the page, and styles its own buttons.
  response.set(
    'Content-Security-Policy',
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  )
  response.set('Content-Disposition', `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${name}.${format}"`)
  response.type(format).send(made.value)
}

const refusals: Readonly<Record<Extract<PaperMade, { ok: false }>['problem'], RefusalCode>> = {
  'unknown-language': 'no-such-paper',
  'unknown-paper': 'no-such-paper',
  'unknown-stage': 'no-such-stage',
  'unasked-stage': 'bad-request',
  'unasked-age': 'bad-request',
  'unasked-format': 'bad-request',
  busy: 'papers-busy',
  failed: 'server-fault',
}
