import { z } from 'zod'
import { AgeBand } from '../../dialogs/guide/schema.ts'
import { documentFormats } from '../casework/papers.ts'

const format = z.enum(documentFormats).optional()

/**
 * `GET /api/papers/<language>/<paper>?<query>`: a PDF. `stage` of the script alone; `age` where the words differ by age; `format`
 * of a letter, which can be Word.
 */
export const PaperQuery = z.strictObject({
  stage: z.string().min(1).max(60).optional(),
  age: AgeBand.optional(),
  format,
})

/** `GET /api/cases/<episode>/letters/<letter>?<query>`: a letter of this case, with whom it is for and who sends it. */
export const LetterQuery = z.strictObject({ language: z.string().min(2).max(20), format })
