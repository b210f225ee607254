import { z } from 'zod'
import { PracticeTopic } from '../scenario/terms.ts'

const Wordings = z.array(z.string().trim().min(1).max(200)).min(2)

/** Good wordings in one language, the first choice first. Only good ones: seeing bad ones makes people worse (Haginoya 2025). */
export const ModelWordings = z.strictObject({
  about: Wordings.describe('About a detail that was told, which stands at {{about}}.'),
  topics: z.record(PracticeTopic, Wordings).describe('Opens a topic of which nothing has been told.'),
  next: Wordings.describe('Lets a story go on.'),
  support: Wordings.describe('Warm about telling, whatever is told.'),
  explain: Wordings.describe('In place of a long explanation, or one in words of our work.'),
  limits: Wordings.describe('Says honestly what cannot be kept secret.'),
  encourage: Wordings.describe('Asks nothing and leaves room.'),
})
export type ModelWordings = z.infer<typeof ModelWordings>
