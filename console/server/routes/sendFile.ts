import type { Response } from 'express'
import type { SharedFormat } from '../../casework/sharing/sharedDocument.ts'
import type { DocumentFormat } from '../../papers/createPapers.ts'

/** A file to keep, which is kept nowhere on the way: it may hold a child's words. Text is shown, so that it can be printed. */
export function sendFile(
  response: Response,
  name: string,
  format: SharedFormat | DocumentFormat,
  content: string | Buffer,
): void {
  response.set('Cache-Control', 'no-store')
  response.set('Content-Disposition', `${format === 'txt' ? 'inline' : 'attachment'}; filename="${name}.${format}"`)
  response.type(types[format]).send(content)
}

const types: Readonly<Record<SharedFormat | DocumentFormat, string>> = {
  txt: 'text/plain; charset=utf-8',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
