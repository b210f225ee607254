import { createHmac, type KeyObject } from 'node:crypto'
import { open, seal } from '../../records/keys/seal.ts'

/** What is done with the installation's key for accounts: a copy of the database alone opens, and guesses, nothing. */
export interface AccountKeys {
  /** Goes into the hash of every password. */
  pepper: Buffer
  hashed(what: 'recovery-code' | 'tried', text: string): Buffer
  sealed(secret: string, factor: string): Buffer
  opened(sealed: Buffer, factor: string): string
}

export function accountKeys(key: KeyObject): AccountKeys {
  const derived = (use: string) => createHmac('sha256', key).update(`return-talk ${use}`).digest()
  const pepper = derived('passwords')
  const hashing = { 'recovery-code': derived('recovery codes'), tried: derived('tries') }
  return {
    pepper,
    hashed: (what, text) => createHmac('sha256', hashing[what]).update(text).digest(),
    sealed: (secret, factor) => seal(key, secret, aboutFactor(factor)),
    opened: (sealed, factor) => open(key, sealed, aboutFactor(factor)).toString(),
  }
}

const aboutFactor = (factor: string) => `factor ${factor}`
