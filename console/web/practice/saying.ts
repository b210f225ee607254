import type { SayInPractice } from '../../contract/practice.ts'
import type { Draft } from '../answers/draft.ts'

/** What was said here and is not answered yet. Its id never changes, however often it is sent. */
export type Saying = Omit<SayInPractice, 'attempt'>

/** As this device keeps it until it is answered, among what has been typed. */
export const draftOfSaying = ({ id, after, said }: Saying): Draft => ({
  option: id,
  value: after,
  ...(said.did === 'said' ? { words: said.words } : {}),
})

/** As it was kept; nothing where none was. */
export function sayingOf(kept: Draft | undefined): Saying | undefined {
  if (kept?.option === undefined || kept.value === undefined) return undefined
  const { option: id, value: after, words } = kept
  return { id, after, said: words === undefined ? { did: 'waited' } : { did: 'said', words } }
}
