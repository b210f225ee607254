import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16
const cipher = 'aes-256-gcm'

/** A new 256-bit key. */
export const newKey = (): KeyObject => createSecretKey(randomBytes(32))

/**
 * Encrypted and tied to `about`: opened about anything else, it is refused. A nonce, the ciphertext and its tag (AES-256-GCM,
 * NIST SP 800-38D; a nonce is random, which is safe for some billions of uses of one key).
 */
export function seal(key: KeyObject, text: string | Buffer, about: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const encryption = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(about))
  const sealed = typeof text === 'string' ? encryption.update(text, 'utf8') : encryption.update(text)
  return Buffer.concat([nonce, sealed, encryption.final(), encryption.getAuthTag()])
}

/** What was sealed. Throws, without a word of it, where it was changed, is about something else, or is another key's. */
export function open(key: KeyObject, sealed: Buffer, about: string): Buffer {
  try {
    const decryption = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    decryption.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(sealed.length - tagBytes))
    const text = decryption.update(sealed.subarray(nonceBytes, sealed.length - tagBytes))
    return Buffer.concat([text, decryption.final()])
  } catch {
    throw new Error(
      'Something encrypted cannot be opened: it was changed, or its key is another. Run the verify command.',
    )
  }
}
