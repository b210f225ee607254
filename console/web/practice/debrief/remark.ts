import type { ConsoleKey } from '../../words/ConsoleKey.ts'

/** One plain sentence about a talk, and the turns it can be seen in. */
export interface Remark {
  key: ConsoleKey
  into?: Readonly<Record<string, number>>
  turns: readonly number[]
}

/** A remark, where it holds. */
export const remarkIf = (holds: boolean, key: ConsoleKey, rest: Partial<Omit<Remark, 'key'>> = {}): Remark[] =>
  holds ? [{ key, turns: [], ...rest }] : []
