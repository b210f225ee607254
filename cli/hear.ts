import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { z } from 'zod'

import { ExpectedError } from '../console/records/database/ExpectedError.ts'
import { hear as heardIn } from '../dialogs/hearing/hear.ts'
import { promptsIn } from '../dialogs/plan/promptsIn.ts'
import { createLexicons } from '../locales/lexicons.ts'
import type { Command } from './commands.ts'
import { languagesHere } from './guideWords.ts'
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
  let number = 0
  for await (const text of createInterface({ input })) {
    number += 1
    if (text.trim() === '') continue
    const { prompt, account, language } = lineIn(text, number)
    const about = prompt === undefined ? undefined : prompts.get(prompt)?.prompt
    if (prompt !== undefined && !about)
      throw new ExpectedError(`Line ${number} names a prompt that the guide does not have.`)
    const lexicon = lexiconOf(language)
    if (!lexicon) throw new ExpectedError(`Line ${number} is in a language that accounts are not heard in yet.`)
    print(JSON.stringify({ suggestions: heardIn(lexicon, account, about) }))
  }
}

/** NB: the fault names the line, never what is in it. */
function lineIn(text: string, number: number): z.infer<typeof Line> {
  const wrong = `Line ${number} must be JSON: { "prompt": "...", "account": "..." }.`
  try {
    // Some editors begin a file with a mark that is no part of it.
    return Line.parse(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch {
    throw new ExpectedError(wrong)
  }
}
