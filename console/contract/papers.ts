import { z } from 'zod'
import { AgeBand } from '../../dialogs/guide/schema.ts'

/** `GET /api/papers/<language>/<paper>?<query>`: a PDF. `stage` of the script alone; `age` where the words differ by age. */
export const PaperQuery = z.strictObject({ stage: z.string().min(1).max(60).optional(), age: AgeBand.optional() })
