import type { AccountProblem, AccountRefusal, PasswordFault } from '../../contract/account.ts'

/** Why it was not done: what the server said, or that it could not be asked. */
export type AskProblem = AccountProblem | 'no-connection' | 'too-many' | 'failed'

export interface NotDone {
  ok: false
  problem: AskProblem
  /** With `locked-out`: when to try again. */
  again?: string
  /** With `weak-password`. */
  why?: PasswordFault
}
export type Answer<T> = { ok: true; value: T } | NotDone

/** Told when the server does not know us any more, or has locked us, whatever was asked. */
type Unheard = (problem: 'signed-out' | 'locked') => void
let unheard: Unheard = () => {}
export const onUnheard = (tell: Unheard) => {
  unheard = tell
}

/** Asks the server for something under /api, as JSON. Never throws: what went wrong is in the answer. */
export async function ask<T>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: { accept: 'application/json', ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (response.ok) return { ok: true, value: (await response.json()) as T }
    return refused(response.status, await response.json().catch(() => ({})))
  } catch {
    return { ok: false, problem: 'no-connection' }
  }
}

/** For what is fetched in another way: whether the pages have to be covered is seen here too. */
export function refused(status: number, refusal: Partial<AccountRefusal>): NotDone {
  if (status === 423 || refusal.problem === 'locked') {
    unheard('locked')
    return { ok: false, problem: 'locked' }
  }
  const { problem, again, why } = refusal
  if (problem === 'signed-out' || (status === 401 && !problem)) {
    unheard('signed-out')
    return { ok: false, problem: 'signed-out' }
  }
  if (!problem) return { ok: false, problem: status === 429 ? 'too-many' : 'failed' }
  return { ok: false, problem, ...(again ? { again } : {}), ...(why ? { why } : {}) }
}
