import { z } from 'zod'

/** How a document was sent. The program sends none. */
export const SentBy = z.enum(['secure-email', 'case-system', 'by-hand', 'post', 'read-out', 'other'])
export type SentBy = z.infer<typeof SentBy>
