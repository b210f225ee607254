import type { Audit, AuditAct } from '../../records/audit/audit.ts'
import { signInKey } from '../../records/people/createAccounts.ts'
import type { Patience, Tries, Try } from '../../records/people/createTries.ts'
import type { AccountKeys } from './accountKeys.ts'
import { refused } from './outcome.ts'

const ofAccount: Patience = { failures: 5, firstSeconds: 30, mostSeconds: 900 }
/** More, because a whole office may share an address; a success there forgets them. */
const ofAddress: Patience = { failures: 20, firstSeconds: 30, mostSeconds: 900 }

/** What is tried: on an account by its sign-in name, whether or not there is one, and from an address. */
export interface TriedOn {
  signInName?: string
  address: string
}

export type LockOut = ReturnType<typeof createLockOut>

/** Holds up whoever tries again and again. */
export function createLockOut(tries: Tries, keys: AccountKeys, audit: Audit) {
  const begun = async (what: string, patience: Patience) => tries.begin(keys.hashed('tried', what), patience)

  async function lockedOut(again: Date, by: string, act: AuditAct) {
    await audit.write({ by, act, about: 'locked-out', from: 'console' })
    return refused('locked-out', { again: again.toISOString() })
  }

  /** Begins a try that has to be settled; `by` is the account, where there is one, and `act` what it is called when it fails. */
  return async ({ signInName, address }: TriedOn, by: string, act: 'sign-in-failed' | 'unlock-failed') => {
    const fromAddress = await begun(`address ${address}`, ofAddress)
    if (!fromAddress.ok) return lockedOut(fromAddress.again, by, act)
    const onAccount = signInName === undefined ? undefined : await begun(`account ${signInKey(signInName)}`, ofAccount)
    if (onAccount && !onAccount.ok) {
      await fromAddress.settle('half-way')
      return lockedOut(onAccount.again, by, act)
    }
    const both: Extract<Try, { ok: true }>[] = onAccount ? [fromAddress, onAccount] : [fromAddress]
    return {
      ok: true,
      async settle(how: 'right' | 'wrong' | 'half-way') {
        await Promise.all(both.map(each => each.settle(how)))
        if (how !== 'wrong' || both.every(({ locksOut }) => !locksOut)) return
        await audit.write({ by, act: 'locked-out', from: 'console' })
      },
    } as const
  }
}
