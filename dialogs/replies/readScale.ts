import { plainText } from './plainText.ts'
import type { Reading } from './readReply.ts'

/** Reads a whole number from 0 to 10, in any digits the young person's language uses. */
export function readScale(text: string): Reading {
  const said = plainText(text)
  const value = /^\d{1,2}$/.test(said) ? Number(said) : undefined
  if (value === undefined || value > 10) return { ok: false, problem: 'not-0-to-10' }
  return { ok: true, answer: { kind: 'scale', value } }
}
