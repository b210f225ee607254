import { createHmac, type KeyObject } from 'node:crypto'
import { nameTokens } from '../casework/nameTokens.ts'
import { open, seal } from './keys/seal.ts'

/** What the young person likes to be called, as the interview's row keeps it. */
export function sealedName(key: KeyObject, interview: string, name: string | null): Buffer | null {
  return name === null ? null : seal(key, name, aboutName(interview))
}

export function openedName(key: KeyObject, interview: string, sealed: Buffer | null): string | null {
  return sealed === null ? null : open(key, sealed, aboutName(interview)).toString()
}

const aboutName = (interview: string) => `name in ${interview}`

/** What a name is looked up by: a keyed hash of each of its words. Whoever has the database alone can tell nothing by them. */
export function nameIndex(key: KeyObject, name: string | null): Buffer[] {
  return nameTokens(name ?? '').map(token => createHmac('sha256', key).update(token).digest().subarray(0, 16))
}
