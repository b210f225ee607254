import { z } from 'zod'
import type { LocalSettings, SpokenSettings } from '../casework/localSettings.ts'
import { Person } from './people.ts'

/**
 * How far someone has come: a password was right and the second factor is wanted; a second factor is to be set up before
 * anything else; signed in; or locked, after a time without doing anything or because they asked for it.
 */
export type SessionState = 'signed-out' | 'second-factor' | 'set-up' | 'signed-in' | 'locked'

/** What someone can show. `choice` is the demo's: saying who one is again is enough. */
export type SignInMethod = 'password' | 'code' | 'recovery-code' | 'passkey' | 'choice'

/** `GET /api/session`, and the answer to whatever changes how far someone has come. */
export interface SessionResponse {
  state: SessionState
  /** Whoever is signed in, is locked or has to set up a second factor; null before both steps are done. */
  person: Person | null
  /** In the demo: who may be chosen. Otherwise none. */
  people: readonly Person[]
  /** What people are called, by id: for those who are signed in and may know. */
  colleagues: Readonly<Record<string, string>>
  signIn: {
    password: boolean
    /** Single sign-on, by the name it goes by here. */
    sso: { name: string } | null
    demo: boolean
    /** There is no account yet: the link to make the first one is where the server was started. */
    firstStart: boolean
  }
  /** What this person can show now, for the second step or to unlock. */
  methods: readonly SignInMethod[]
  /** After this many minutes without a request a session is locked. */
  idleMinutes: number
  demo: boolean
  languages: readonly string[]
  settings: SpokenSettings
  /** What this authority has set for its cases; null where it is not known here, which is without a connection. */
  casework: Pick<LocalSettings, 'scope' | 'routing'> | null
}

/** `POST /api/session`: who to be, in the demo alone. Answered with the session, and a cookie that the page cannot read. */
export const ChoosePerson = z.strictObject({ person: Person.shape.id })
export type ChoosePerson = z.infer<typeof ChoosePerson>

export const SignInName = z.string().trim().min(1).max(200)

/** Whatever is tried as a password. What a new one must be is told by `PasswordFault`. */
export const AnyPassword = z.string().min(1).max(1_000)

/** `POST /api/sign-in`: answered with a `SessionResponse`, in state `second-factor`, `set-up` or `signed-in`. */
export const SignIn = z.strictObject({ signInName: SignInName, password: AnyPassword })
export type SignIn = z.infer<typeof SignIn>

/** `POST /api/sign-in/code`: from the authenticator app, or a recovery code, which is good for one time. */
export const SignInCode = z.strictObject({ code: z.string().trim().min(6).max(40) })
export type SignInCode = z.infer<typeof SignInCode>

const encoded = z.base64url().min(1).max(20_000)

const Extensions = z.record(z.string().max(100), z.unknown())

/**
 * What `PublicKeyCredential.toJSON()` gives after `navigator.credentials.get`. It answers
 * `POST /api/sign-in/passkey/options` and `POST /api/session/unlock/options`.
 */
export const PasskeyAnswer = z.object({
  id: encoded,
  rawId: encoded,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional().catch(undefined),
  clientExtensionResults: Extensions,
  response: z.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
    userHandle: encoded.optional(),
  }),
})
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>

/** What `PublicKeyCredential.toJSON()` gives after `navigator.credentials.create`. */
export const NewPasskey = z.object({
  id: encoded,
  rawId: encoded,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional().catch(undefined),
  clientExtensionResults: Extensions,
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
})
export type NewPasskey = z.infer<typeof NewPasskey>

/**
 * `POST /api/sign-in/passkey/options` (no body): for `PublicKeyCredential.parseRequestOptionsFromJSON`. Asked without a
 * session the passkey is both steps at once; asked in state `second-factor` it is the second. Good for 5 minutes, once.
 */
export type PasskeyAsked = PublicKeyCredentialRequestOptionsJSON

/** `POST /api/account/passkeys/options` (no body): for `PublicKeyCredential.parseCreationOptionsFromJSON`. */
export type PasskeyWanted = PublicKeyCredentialCreationOptionsJSON

/** `POST /api/sign-in/passkey`: answered with a `SessionResponse`. */
export const SignInPasskey = z.strictObject({ passkey: PasskeyAnswer })
export type SignInPasskey = z.infer<typeof SignInPasskey>

/**
 * `POST /api/session/unlock`: one of them is enough (`code` is from the authenticator app; `person` is the demo's). Asked
 * when nothing is locked it shows again who is there, which `say-again` asks for. Answered with a `SessionResponse`.
 * `POST /api/session/unlock/options` (no body) answers with a `PasskeyAsked`. `POST /api/session/lock` (no body) locks.
 * `POST /api/session/here` (no body): somebody is there, though what they do is no request yet.
 */
export const Unlock = z.union([
  z.strictObject({ password: AnyPassword }),
  SignInCode,
  SignInPasskey,
  z.strictObject({ person: Person.shape.id }),
])
export type Unlock = z.infer<typeof Unlock>
