import type { BalanceEventBody } from './balanceEvents.ts'

type Body<Type extends BalanceEventBody['type']> = Omit<Extract<BalanceEventBody, { type: Type }>, 'type'>
/** Something that was written, with its event, who wrote it, and the server's time of it. */
export type Written<Type extends BalanceEventBody['type']> = Body<Type> & {
  event: string
  writtenBy: string
  time: string
}

/** What a practitioner did with the balance of one case, each list in the order it was written. */
export interface BalanceEdits {
  own: readonly Written<'balanceLine'>[]
  changes: readonly Written<'balanceChanged'>[]
  leftOut: readonly Written<'balanceLeftOut'>[]
  scales: readonly Written<'scaled'>[]
  mightGo: readonly Written<'mightGoAgain'>[]
}

export const noBalanceEdits: BalanceEdits = { own: [], changes: [], leftOut: [], scales: [], mightGo: [] }

/** The edits with one more. */
export function withBalanceEvent(
  edits: BalanceEdits,
  body: BalanceEventBody,
  by: { event: string; writtenBy: string; time: string },
): BalanceEdits {
  switch (body.type) {
    case 'balanceLine':
      return { ...edits, own: [...edits.own, { ...body, ...by }] }
    case 'balanceChanged':
      return { ...edits, changes: [...edits.changes, { ...body, ...by }] }
    case 'balanceLeftOut':
      return { ...edits, leftOut: [...edits.leftOut, { ...body, ...by }] }
    case 'scaled':
      return { ...edits, scales: [...edits.scales, { ...body, ...by }] }
    case 'mightGoAgain':
      return { ...edits, mightGo: [...edits.mightGo, { ...body, ...by }] }
  }
}
