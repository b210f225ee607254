import { plainText } from './plainText.ts'
import type { Labels, Reading } from './readReply.ts'

/** The codes a `plain` prompt takes, in the order they are shown and numbered. */
export const plainCodes = ['yes', 'no', 'rather-not'] as const

/** Reads exactly one option: its code, its label, or its number in the list. */
export function readChoice(options: readonly string[], text: string, labels: Labels): Reading {
  const option = optionIn(options, text, labels)
  return option === undefined ? notAnOption : { ok: true, answer: { kind: 'choice', option } }
}

/** Reads any number of options, parted by commas, semicolons or new lines. One that is not an option refuses them all. */
export function readChoices(options: readonly string[], text: string, labels: Labels): Reading {
  const whole = optionIn(options, text, labels)
  if (whole !== undefined) return { ok: true, answer: { kind: 'choices', options: [whole] } }
  const chosen = text
    .split(/[,;،؛\n]/)
    .filter(part => part.trim() !== '')
    .map(part => optionIn(options, part, labels))
  if (chosen.length === 0 || chosen.includes(undefined)) return notAnOption
  const known = options.filter(option => chosen.includes(option))
  return { ok: true, answer: { kind: 'choices', options: known } }
}

/** Reads yes, no, or would rather not say. Anything more than one of them is read as none. */
export function readPlain(text: string, labels: Labels): Reading {
  const code = optionIn(plainCodes, text, labels)
  if (code === 'yes' || code === 'no') return { ok: true, answer: { kind: 'plain', said: code } }
  if (code === 'rather-not') return { ok: true, answer: { kind: 'chose-not-to-say' } }
  return { ok: false, problem: 'not-yes-or-no' }
}

const notAnOption: Reading = { ok: false, problem: 'not-an-option' }

function optionIn(options: readonly string[], text: string, labels: Labels): string | undefined {
  const said = plainText(text)
  const byName = options.find(option => said === option || labels(option).some(label => said === plainText(label)))
  if (byName !== undefined) return byName
  return /^\d{1,2}$/.test(said) ? options[Number(said) - 1] : undefined
}
