import { parseArgs } from 'node:util'
import { ExpectedError } from '../console/records/database/ExpectedError.ts'
import { readyPeople } from '../console/server/access/people.ts'
import { createTokens, tokenKeyIn } from '../console/server/access/tokens.ts'
import { readConfig } from '../console/server/config.ts'
import type { Command } from './commands.ts'

/** `token --as <role>`: a bearer token for one of the ready people, on the last line. */
export const token: Command = async (args, { print, environment }) => {
  const options = { as: { type: 'string' }, json: { type: 'boolean' } } as const
  const { values } = parseArgs({ args: [...args], options })
  const person = readyPeople.find(({ role }) => role === values.as)
  if (!person)
    throw new ExpectedError(`Say who it is for, --as one of: ${readyPeople.map(({ role }) => role).join(', ')}.`)
  const issued = await createTokens(await tokenKeyIn(readConfig(environment).dataDir)).issue(person)
  print(values.json ? JSON.stringify({ token: issued }) : issued)
}
