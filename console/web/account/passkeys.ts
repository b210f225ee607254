import type { NewPasskey, PasskeyAnswer, PasskeyAsked, PasskeyWanted } from '../../contract/signIn.ts'

/** Whether this browser can make and show passkeys, and take the server's question as it comes. */
export const canShowPasskeys = (): boolean =>
  'PublicKeyCredential' in globalThis && 'parseRequestOptionsFromJSON' in PublicKeyCredential

/** Undefined where the person or the device would not. */
export async function showPasskey(asked: PasskeyAsked): Promise<PasskeyAnswer | undefined> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked)
  return toJson<PasskeyAnswer>(() => navigator.credentials.get({ publicKey }))
}

export async function makePasskey(wanted: PasskeyWanted): Promise<NewPasskey | undefined> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(wanted)
  return toJson<NewPasskey>(() => navigator.credentials.create({ publicKey }))
}

async function toJson<T>(from: () => Promise<Credential | null>): Promise<T | undefined> {
  try {
    const credential = await from()
    return credential instanceof PublicKeyCredential ? (credential.toJSON() as T) : undefined
  } catch {
    return undefined
  }
}
