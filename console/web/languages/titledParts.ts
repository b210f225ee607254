/** Parts of the guide and of the interpreter's words that have a title of their own. */
export const titledParts = [
  'stage',
  'answer',
  'coverage',
  'topic',
  'join',
  'now',
  'over',
  'flag',
  'glossary',
  'setting',
  'private',
  'paper',
  'letter',
] as const
