/** A place in a sequence of draws: the same place gives the same draws. */
export type Draws = number

/** Seeds the sequence. Any whole number will do. */
export const drawsFrom = (seed: number): Draws => Math.trunc(seed) >>> 0

/** A number from 0 up to but not 1, and the place after it (mulberry32: integer arithmetic alone, so the same on every machine). */
export function draw(at: Draws): { value: number; next: Draws } {
  const next = (at + 0x6d2b79f5) >>> 0
  let mixed = Math.imul(next ^ (next >>> 15), next | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return { value: ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296, next }
}

/**
 * How many, on average `mean`: each further one is as likely as the one before (a geometric distribution), so that nothing is common
 * and much is seen now and then, as in the counts of Sun 2025. No more than 7: a child tells no list.
 */
export function drawCount(at: Draws, mean: number): { count: number; next: Draws } {
  const another = mean / (1 + mean)
  let [count, next] = [0, at]
  for (;;) {
    const drawn = draw(next)
    next = drawn.next
    if (drawn.value >= another || count === 7) return { count, next }
    count += 1
  }
}
