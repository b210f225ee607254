import type { PasskeyAnswer } from '../../contract/signIn.ts'
import type { Account } from '../../records/people/createAccounts.ts'
import type { Factor } from '../../records/people/createFactors.ts'
import type { Asking, SignInServices } from './createSignIn.ts'
import type { Passkeys } from './passkeys.ts'
import { plainRecoveryCode } from './recoveryCodes.ts'
import { stepOfCode } from './totp.ts'

/** Whether what someone shows is theirs. What may be used once is used by it. */
export function createProofs({
  accounts,
  factors,
  keys,
  passwords,
  passkeys,
  audit,
  now,
}: Pick<SignInServices, 'accounts' | 'factors' | 'keys' | 'passwords' | 'passkeys' | 'audit' | 'now'>) {
  async function isPassword(account: Account | undefined, password: string): Promise<boolean> {
    const kept = account?.password
    const right = await passwords.isRight(kept, password)
    if (!right || !account || typeof kept !== 'string') return false
    if (passwords.isOutdated(kept)) await accounts.rehashed(account.id, kept, await passwords.hashed(password))
    return true
  }

  async function isAppCode(theirs: readonly Factor[], code: string): Promise<boolean> {
    for (const { id, secret } of theirs) {
      if (secret === null) continue
      const step = stepOfCode(keys.opened(secret, id), code, now())
      if (step !== undefined && (await factors.useStep(id, step))) return true
    }
    return false
  }

  async function isRecoveryCode(account: string, typed: string): Promise<boolean> {
    const plain = plainRecoveryCode(typed)
    if (plain === undefined) return false
    if (!(await factors.useRecoveryCode(account, keys.hashed('recovery-code', plain)))) return false
    await audit.write({ by: account, act: 'recovery-code-used', from: 'console' })
    return true
  }

  async function isPasskey(
    asking: Asking,
    of: Parameters<Passkeys['ask']>[1],
    answer: PasskeyAnswer,
    passkey: Factor | undefined,
  ): Promise<boolean> {
    if (!asking.place || !passkey) return false
    const counter = await passkeys.check(asking.place, of, answer, passkey)
    return counter !== undefined && factors.useCount(passkey.id, counter)
  }

  return { isPassword, isAppCode, isRecoveryCode, isPasskey }
}
