import type { AccountProblem, AccountRefusal } from '../../contract/account.ts'

/** What came of something asked about an account, or why not. */
export type Outcome<Value> = { ok: true; value: Value } | ({ ok: false } & Refused)

export type Refused = { problem: AccountProblem } & Pick<AccountRefusal, 'again' | 'why'>

export const done = <Value>(value: Value): Outcome<Value> => ({ ok: true, value })

export const refused = (problem: AccountProblem, more: Pick<AccountRefusal, 'again' | 'why'> = {}) =>
  ({ ok: false, problem, ...more }) as const
