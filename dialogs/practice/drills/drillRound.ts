import { type Draws, draw, drawsFrom } from '../young/draw.ts'

/** So many of these items, in an order that the seed alone decides. */
export function drillRound<Item>(items: readonly Item[], length: number, seed: number): Item[] {
  let at: Draws = drawsFrom(seed)
  const left = [...items]
  const round: Item[] = []
  while (round.length < length && left.length > 0) {
    const { value, next } = draw(at)
    at = next
    round.push(...left.splice(Math.floor(value * left.length), 1))
  }
  return round
}
