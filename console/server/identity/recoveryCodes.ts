import { randomInt } from 'node:crypto'

/** Without those that are taken for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const count = 10
const groups = 6
const groupLength = 4

/** Ten, each about 119 bits of chance, in groups that can be read out. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: count }, () => Array.from({ length: groups }, group).join('-'))

const group = () => Array.from({ length: groupLength }, () => letters[randomInt(letters.length)]).join('')

/** As it is hashed, however it was typed. Undefined where it cannot be one. */
export function plainRecoveryCode(typed: string): string | undefined {
  const plain = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  return plain.length === groups * groupLength ? plain : undefined
}
