import { commands } from './cli/commands.ts'

/** `npm run cli -- <command>`. What is asked for goes to standard output, anything else to standard error. */
async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load)
    throw new Sentence(
      `${name === '' ? 'Name a command' : `There is no command "${name}"`}: ${Object.keys(commands).join(', ')}.`,
    )
  const run = await load()
  await run(args, {
    input: process.stdin,
    print: text => void process.stdout.write(`${text}\n`),
    environment: process.env,
  })
}

class Sentence extends Error {
  override name = 'ExpectedError'
}

// Whoever reads may leave first: `npm run cli -- guide --json | head`.
process.stdout.on('error', () => process.exit(0))

try {
  await main(process.argv.slice(2))
} catch (error) {
  const isExpected = error instanceof Error && (error.name === 'ExpectedError' || isAboutArguments(error))
  if (!isExpected) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

function isAboutArguments(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
