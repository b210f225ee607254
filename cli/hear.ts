import { parseArgs } from 'node:util'
import { z } from 'zod'
import { ExpectedError } from '../console/records/database/ExpectedError.ts'
import { hear as heardIn } from '../dialogs/hearing/hear.ts'
import { promptsIn } from '../dialogs/plan/promptsIn.ts'
import { createLexicons } from '../locales/lexicons.ts'
import type { Command } from './commands.ts'
import { languagesHere } from './guideWords.ts'
import { jsonLines } from './jsonLines.ts'
import { newestGuide } from './newestGuide.ts'

const Line = z.object({
  prompt: z.string().optional(),
  account: z.string(),
  language: z.string().default('en'),
})

/** `hear`: reads `{ "prompt", "account" }` in JSON lines, prints `{ "suggestions": [...] }` for each. */
export const hear: Command = async (args, { input, print }) => {
  parseArgs({ args: [...args], options: { json: { type: 'boolean' } } })
  const lexiconOf = createLexicons(languagesHere())
  const prompts = promptsIn(newestGuide())
  for await (const { number, line } of jsonLines(input, Line, '{ "prompt": "...", "account": "..." }')) {
    const { prompt, account, language } = line
    const about = prompt === undefined ? undefined : prompts.get(prompt)?.prompt
    if (prompt !== undefined && !about)
      throw new ExpectedError(`Line ${number} names a prompt that the guide does not have.`)
    const lexicon = lexiconOf(language)
    if (!lexicon) throw new ExpectedError(`Line ${number} is in a language that accounts are not heard in yet.`)
    print(JSON.stringify({ suggestions: heardIn(lexicon, account, about) }))
  }
}
