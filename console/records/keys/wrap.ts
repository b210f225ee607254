import { createSecretKey, type KeyObject } from 'node:crypto'
import type { MasterKey } from './masterKeys.ts'
import { open, seal } from './seal.ts'

/** A key as it is kept: wrapped by the master key of this name. */
export interface WrappedKey {
  wrapped: Buffer
  master: string
}

/** The key as it is kept, good for its owner alone. */
export function wrap(owner: string, key: KeyObject, master: MasterKey): WrappedKey {
  return { wrapped: seal(master.key, key.export(), aboutKey(owner)), master: master.name }
}

export function unwrappedBy(owner: string, wrapped: Buffer, { key }: MasterKey): KeyObject {
  return createSecretKey(open(key, wrapped, aboutKey(owner)))
}

const aboutKey = (owner: string) => `key of ${owner}`
