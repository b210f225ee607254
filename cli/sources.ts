import { parseArgs } from 'node:util'
import { accountOf } from '../dialogs/guide/sources/accountOf.ts'
import type { Command } from './commands.ts'
import { newestGuide } from './newestGuide.ts'

/** `sources --json`: what became of every item of the guidance; without `--json`, a line each. */
export const sources: Command = async (args, { print }) => {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } })
  const account = accountOf(newestGuide())
  if (values.json) return print(JSON.stringify(account))
  for (const { id, status, where, why } of account) print([id, status, where.join(' '), why ?? ''].join('\t'))
}
