import type { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import type { NewPasskey, PasskeyAnswer, PasskeyAsked, PasskeyWanted } from '../../contract/signIn.ts'
import type { ChallengePurpose, Challenges } from '../../records/people/createChallenges.ts'
import type { Factor } from '../../records/people/createFactors.ts'

/** The name and the origin that passkeys are tied to. */
export interface PasskeyPlace {
  rpId: string
  origin: string
}

export interface KeptPasskey {
  credential: string
  publicKey: Buffer
  counter: number
  transports: string[]
}

const timeout = 5 * 60 * 1000

/** Read at the first passkey: most starts and many days need none. */
const webAuthn = () => import('@simplewebauthn/server')

type VerifyAuthentication = typeof verifyAuthenticationResponse
type VerifyRegistration = typeof verifyRegistrationResponse

/** Asks authenticators to sign, and checks what they signed. */
export interface Passkeys {
  /** With no passkeys named, any that this browser has for this place. */
  ask(place: PasskeyPlace, of: AskedFor, passkeys: readonly Factor[]): Promise<PasskeyAsked>
  /** The new count of a passkey that signed what was asked of it; undefined where it did not. */
  check(place: PasskeyPlace, of: AskedFor, answer: PasskeyAnswer, passkey: Factor): Promise<number | undefined>
  want(place: PasskeyPlace, session: string, whose: Whose, known: readonly Factor[]): Promise<PasskeyWanted>
  made(place: PasskeyPlace, session: string, passkey: NewPasskey): Promise<KeptPasskey | undefined>
}

export interface AskedFor {
  purpose: ChallengePurpose
  session: string | null
  /** Whether the authenticator has to have checked who uses it, by a PIN or a finger: then it is two factors in one. */
  verified: boolean
}

export interface Whose {
  account: string
  name: string
  signInName: string
}

export function createPasskeys(challenges: Challenges): Passkeys {
  return {
    async ask({ rpId }, { purpose, session, verified }, passkeys) {
      const { generateAuthenticationOptions } = await webAuthn()
      const asked = await generateAuthenticationOptions({
        rpID: rpId,
        timeout,
        userVerification: verified ? 'required' : 'preferred',
        allowCredentials: passkeys.flatMap(idOf),
      })
      await challenges.keep(asked.challenge, purpose, session)
      return inBrowserWords<PasskeyAsked>(asked)
    },
    async check(
      { rpId, origin },
      { purpose, session, verified },
      answer,
      { credential, public_key, counter, transports },
    ) {
      if (credential === null || public_key === null) return undefined
      const { verifyAuthenticationResponse } = await webAuthn()
      const checked = await verifyAuthenticationResponse({
        response: answer as Parameters<VerifyAuthentication>[0]['response'],
        expectedChallenge: challenge => challenges.use(challenge, purpose, session),
        expectedOrigin: origin,
        expectedRPID: rpId,
        requireUserVerification: verified,
        credential: {
          id: credential,
          publicKey: new Uint8Array(public_key),
          counter: Number(counter),
          transports: transports ?? [],
        },
      }).catch(() => undefined)
      return checked?.verified ? checked.authenticationInfo.newCounter : undefined
    },
    async want({ rpId }, session, { account, name, signInName }, known) {
      const { generateRegistrationOptions } = await webAuthn()
      const wanted = await generateRegistrationOptions({
        rpName: 'Return Talk',
        rpID: rpId,
        userID: new TextEncoder().encode(account),
        userName: signInName,
        userDisplayName: name,
        timeout,
        attestationType: 'none',
        excludeCredentials: known.flatMap(idOf),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      })
      await challenges.keep(wanted.challenge, 'add-passkey', session)
      return inBrowserWords<PasskeyWanted>(wanted)
    },
    async made({ rpId, origin }, session, passkey) {
      const { verifyRegistrationResponse } = await webAuthn()
      const checked = await verifyRegistrationResponse({
        response: passkey as Parameters<VerifyRegistration>[0]['response'],
        expectedChallenge: challenge => challenges.use(challenge, 'add-passkey', session),
        expectedOrigin: origin,
        expectedRPID: rpId,
        requireUserVerification: false,
      }).catch(() => undefined)
      if (!checked?.verified) return undefined
      const { id, publicKey, counter } = checked.registrationInfo.credential
      const transports = passkey.response.transports ?? []
      return { credential: id, publicKey: Buffer.from(publicKey), counter, transports }
    },
  }
}

/** The same JSON: the package and the browsers' types write the closed sets of words in it differently. */
const inBrowserWords = <T>(options: object): T => options as T

const idOf = ({ credential, transports }: Factor) =>
  credential === null ? [] : [{ id: credential, transports: transports ?? [] }]
