import { drillRound } from './drillRound.ts'

/** An answer that was given before: to which exercise, and whether it was right. */
export interface EarlierAnswer {
  item: string
  right: boolean
}

/**
 * So many exercises, those that were missed first: missed the last time, then right only once since, then never answered, then
 * what was right, the longest ago first. `earlier` is the newest first. Spaced practice holds (Brubacher 2021).
 */
export function nextRound<Item extends { id: string }>(
  items: readonly Item[],
  earlier: readonly EarlierAnswer[],
  length: number,
  seed: number,
): Item[] {
  const stands = new Map(items.map(({ id }) => [id, standing(id, earlier)]))
  const place = ({ id }: Item) => stands.get(id) ?? { rank: ranks.new, age: 0 }
  return drillRound(items, items.length, seed)
    .toSorted((a, b) => place(a).rank - place(b).rank || place(b).age - place(a).age)
    .slice(0, length)
}

/** The exercises that were missed and have not been right twice since: they come first. `earlier` is the newest first. */
export const comingAgain = <Item extends { id: string }>(
  items: readonly Item[],
  earlier: readonly EarlierAnswer[],
): Item[] => items.filter(({ id }) => standing(id, earlier).rank <= ranks.rightOnce)

const ranks = { missed: 0, rightOnce: 1, new: 2, known: 3 } as const

/** `age`: how many answers were given since to anything, where it counts. */
function standing(id: string, earlier: readonly EarlierAnswer[]): { rank: number; age: number } {
  const own = earlier.filter(({ item }) => item === id)
  if (own.length === 0) return { rank: ranks.new, age: 0 }
  const since = own.findIndex(({ right }) => !right)
  if (since === 0) return { rank: ranks.missed, age: 0 }
  if (since === 1) return { rank: ranks.rightOnce, age: 0 }
  return { rank: ranks.known, age: earlier.findIndex(({ item }) => item === id) }
}
