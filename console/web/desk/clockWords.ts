import type { Say } from '../words/ConsoleKey.ts'

/** What is to be done in time; where it is one concern's, of which. */
export function clockWords(say: Say, { id, concern }: { id: string; concern?: number }): string {
  const what = say(`clock/${id as 'DL-01'}`)
  return concern === undefined ? what : say('desk/of-concern', { what, number: concern })
}
