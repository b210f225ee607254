import type { SeenTurn } from '../../contract/practice.ts'

/** What came, joined to the turns that are here. With a gap nothing past it is taken, and the missing turns are to be asked for. */
export function talkTurns(
  here: readonly SeenTurn[],
  came: readonly SeenTurn[],
): { turns: readonly SeenTurn[]; gap: boolean } {
  const fresh = came.filter(({ number }) => number > here.length).toSorted((a, b) => a.number - b.number)
  const turns = [...here]
  for (const turn of fresh) {
    if (turn.number === turns.length + 1) turns.push(turn)
    else if (turn.number > turns.length) return { turns, gap: true }
  }
  return { turns: fresh.length === 0 ? here : turns, gap: false }
}
