import { parseArgs } from 'node:util'
import { ExpectedError } from '../console/records/database/ExpectedError.ts'
import { Level } from '../dialogs/practice/scenario/terms.ts'
import { practiceTalks } from '../locales/practiceTalks.ts'
import { createTranslator } from '../locales/translator.ts'
import { practiceInTerminal } from './practiceInTerminal.ts'
import { screenLanguage } from './screenLanguage.ts'

/** `npm run chat -- --practice <scenario>`: a talk with a simulated young person, with no record and no database. */
export async function practise(args: readonly string[], signal: AbortSignal): Promise<void> {
  const values = optionsIn(args)
  const bot = createTranslator().words(screenLanguage(process.env.LANG), 'bot')
  const { talks } = practiceTalks()
  const talk = talks.get(values.practice ?? '')
  if (!talk) {
    const there = [...talks.keys()].join(', ')
    throw new ExpectedError(bot('practice/no-such', { scenario: values.practice ?? '', scenarios: there }))
  }
  const level = Level.safeParse(values.level).data
  if (!level)
    throw new ExpectedError(bot('practice/no-such-level', { level: values.level, levels: Level.options.join(', ') }))
  const seed = Number(values.seed)
  if (!Number.isInteger(seed)) throw new ExpectedError(bot('practice/no-such-seed', { seed: values.seed }))
  await practiceInTerminal({ input: process.stdin, output: process.stdout, signal, bot, talk, level, seed })
}

function optionsIn(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        practice: { type: 'string' },
        level: { type: 'string', default: 'usual' },
        seed: { type: 'string', default: '1' },
      },
    }).values
  } catch {
    throw new ExpectedError('It takes --practice <scenario>, --level <level> and --seed <number>, or nothing.')
  }
}
