import { publishedGuides } from '../dialogs/guide/guide.ts'
import type { Guide } from '../dialogs/guide/schema.ts'

/** The guide that an interview begun now would have. */
export function newestGuide(): Guide {
  const guide = publishedGuides.at(-1)
  if (!guide) throw new Error('No guide has been published.')
  return guide
}
