/** One measured claim: the figure, what it was measured against, and the most it may be. */
export interface Measure {
  name: string
  value: number
  unit: 'ratio' | 'ms' | 'per second' | 'MB' | 's'
  atMost?: number
  /** What the figure was made of. */
  from: Readonly<Record<string, number>>
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Milliseconds that it took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const batch = 20

/**
 * The medians of two things done in turns, a batch of each at a time: a slow minute of the machine's disk slows both, and
 * most of a batch is as busy as a server in use.
 */
export async function sideBySide(
  rounds: number,
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
): Promise<{ ours: number; theirs: number }> {
  const times = { ours: [] as number[], theirs: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    for (let each = 0; each < batch; each++) times.theirs.push(await timed(theirs))
    for (let each = 0; each < batch; each++) times.ours.push(await timed(ours))
  }
  return { ours: median(times.ours), theirs: median(times.theirs) }
}

export const rounded = (value: number): number => Math.round(value * 1000) / 1000

export function ratio(name: string, atMost: number, { ours, theirs }: { ours: number; theirs: number }): Measure {
  return {
    name,
    value: rounded(ours / theirs),
    unit: 'ratio',
    atMost,
    from: { ours: rounded(ours), against: rounded(theirs) },
  }
}
