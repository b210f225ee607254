import { z } from 'zod'
import type { Person } from './people.ts'
import { AnyPassword, NewPasskey, type SessionResponse, SignInCode, SignInName } from './signIn.ts'

const FactorName = z.string().trim().min(1).max(60)

/** `GET /api/account`: what someone sees of their own. Open in state `set-up` too; the ready people of the demo have none. */
export interface AccountResponse {
  person: Person
  signInName: string
  /** False where they come in by single sign-on alone. */
  hasPassword: boolean
  factors: readonly AccountFactor[]
  /** Whether the last factor has to stay. */
  secondFactorNeeded: boolean
  recoveryCodesLeft: number
  sessions: readonly AccountSession[]
}

export interface AccountFactor {
  id: string
  kind: 'totp' | 'passkey'
  /** What its owner calls it. */
  name: string
  addedAt: string
  usedAt: string | null
}

export interface AccountSession {
  id: string
  begunAt: string
  activeAt: string
  browser: 'chrome' | 'edge' | 'firefox' | 'safari' | 'other'
  /** The one that asks. */
  here: boolean
}

/** `POST /api/account/totp` (no body): to be put into an authenticator app, then confirmed with a code from it. */
export interface TotpWanted {
  factor: string
  /** In base32, to be typed. */
  secret: string
  /** `otpauth://`, to be shown as a square to scan. */
  uri: string
}

/** `POST /api/account/totp/confirm`: answered with a `FactorAdded`. */
export const ConfirmTotp = z.strictObject({
  factor: z.uuid(),
  code: SignInCode.shape.code,
  name: FactorName.optional(),
})
export type ConfirmTotp = z.infer<typeof ConfirmTotp>

/** `POST /api/account/passkeys`: answered with a `FactorAdded`. */
export const AddPasskey = z.strictObject({ passkey: NewPasskey, name: FactorName.optional() })
export type AddPasskey = z.infer<typeof AddPasskey>

/** A factor was added. With the first one come recovery codes, shown this once; else there are none here. */
export interface FactorAdded {
  session: SessionResponse
  account: AccountResponse
  recoveryCodes: readonly string[]
}

/** `POST /api/account/recovery-codes` (no body): ten new ones, shown this once; the old ones are void. */
export interface RecoveryCodes {
  recoveryCodes: readonly string[]
}

/**
 * `POST /api/account/password`: answered with an `AccountResponse`; every other session of theirs ends.
 * `DELETE /api/account/factors/<id>` and `DELETE /api/account/sessions/<id>` are answered so too.
 */
export const ChangePassword = z.strictObject({ current: AnyPassword, password: AnyPassword })
export type ChangePassword = z.infer<typeof ChangePassword>

const InvitationCode = z.string().min(20).max(100)

/** `POST /api/invitations/look`: what a link is for. The code is what follows `#` in `/join#<code>`. */
export const LookAtInvitation = z.strictObject({ code: InvitationCode })
export type LookAtInvitation = z.infer<typeof LookAtInvitation>

export interface InvitationResponse {
  role: Person['role']
  team: string
  /** For someone who has an account and lost the way in: what they are called, and the name they sign in with. */
  account: { name: string; signInName: string } | null
  until: string
}

/**
 * `POST /api/invitations/accept`: answered with a `SessionResponse`. Where the link is for an account that is there, that
 * account's name and sign-in name stay as they are, and those sent are not looked at.
 */
export const AcceptInvitation = z.strictObject({
  code: InvitationCode,
  name: z.string().trim().min(1).max(200),
  signInName: SignInName,
  password: AnyPassword,
})
export type AcceptInvitation = z.infer<typeof AcceptInvitation>

/** Why a new password is not good enough. Each is a key of the words shown. */
export type PasswordFault =
  | 'too-short'
  | 'too-long'
  | 'common'
  | 'about-you'
  | 'a-date'
  | 'keys-in-a-row'
  | 'repeats'
  | 'guessable'

/** Why signing in, the account or the people did not change. Each is a key of the words shown. */
export type AccountProblem =
  | 'bad-request'
  | 'signed-out'
  | 'locked'
  | 'set-up-first'
  | 'not-allowed'
  /** The name or the password or the passkey; which is not told. */
  | 'wrong-sign-in'
  | 'wrong-code'
  /** Too many wrong tries: `again` says when to try again. */
  | 'locked-out'
  /** The first step was too long ago, or has not been done. */
  | 'sign-in-again'
  /** Show again who you are (`POST /api/session/unlock`), then do the same once more. */
  | 'say-again'
  /** `why` says in what way. */
  | 'weak-password'
  | 'sign-in-name-taken'
  | 'invitation-over'
  | 'last-factor'
  | 'passkey-known'
  | 'last-administrator'
  | 'own-account'
  | 'no-account'
  | 'no-such-person'
  | 'no-such-factor'
  | 'no-such-session'
  | 'no-such-invitation'

/** A refusal by one of these routes. */
export interface AccountRefusal {
  /** In English, for whoever reads it without the pages. */
  error: string
  problem: AccountProblem
  again?: string
  why?: PasswordFault
}
