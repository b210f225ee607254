import { parseArgs } from 'node:util'
import { z } from 'zod'
import { codeQuestion } from '../dialogs/practice/coding/codeQuestion.ts'
import { codingLexicon } from '../locales/codingLexicons.ts'
import type { Command } from './commands.ts'
import { jsonLines } from './jsonLines.ts'

const Line = z.object({
  said: z.array(z.string()).default([]),
  question: z.string(),
  asked: z.array(z.string()).optional(),
})

/** `code`: reads `{ "said": ["..."], "question": "..." }` in JSON lines, prints `{ "class", "flags", "because" }` for each. */
export const code: Command = async (args, { input, print }) => {
  parseArgs({ args: [...args], options: { json: { type: 'boolean' } } })
  const lexicon = codingLexicon()
  for await (const { line } of jsonLines(input, Line, '{ "said": ["..."], "question": "..." }')) {
    print(JSON.stringify(codeQuestion(lexicon, line)))
  }
}
