import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'

/** Says how what follows was encrypted, so that another way can come after this one. */
const version = 1
const nonceAt = 1
const nonceBytes = 12
const textAt = nonceAt + nonceBytes
const tagBytes = 16
const cipher = 'aes-256-gcm'

const versionByte = Buffer.from([version])

/** A new 256-bit key. */
export const newKey = (): KeyObject => createSecretKey(randomBytes(32))

/**
 * Encrypted and tied to `about`: opened about anything else, it is refused. A version, a nonce, the ciphertext and its tag (AES-256-GCM,
 * NIST SP 800-38D; a nonce is random, which is safe for some billions of uses of one key).
 */
export function seal(key: KeyObject, text: string | Buffer, about: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const encryption = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(about))
  const sealed = typeof text === 'string' ? encryption.update(text, 'utf8') : encryption.update(text)
  return Buffer.concat([versionByte, nonce, sealed, encryption.final(), encryption.getAuthTag()])
}

/** What was sealed. Throws, without a word of it, where it was changed, is about something else, or is another key's. */
export function open(key: KeyObject, sealed: Buffer, about: string): Buffer {
  try {
    if (sealed[0] !== version) throw new Error('Another version.')
    const decryption = createDecipheriv(cipher, key, sealed.subarray(nonceAt, textAt), { authTagLength: tagBytes })
    decryption.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(sealed.length - tagBytes))
    const text = decryption.update(sealed.subarray(textAt, sealed.length - tagBytes))
    return Buffer.concat([text, decryption.final()])
  } catch {
    throw new Error(
      'Something encrypted cannot be opened: it was changed, or its key is another. Run the verify command.',
    )
  }
}
