import type { Response } from 'express'
import type { WordActed, WordProblem, WordRefusal } from '../../contract/languages.ts'

/** Why not, in a sentence that says what to do. */
const refusals: Readonly<Record<WordProblem, readonly [status: number, sentence: string]>> = {
  'bad-request': [400, 'This request cannot be read: send what the contract describes.'],
  'not-xliff': [400, 'This is not XLIFF 1.2 as the export here gives it, or it has a DOCTYPE.'],
  'other-language': [400, 'This file is for another language, or was not made from the English.'],
  'unknown-words': [404, 'There are no such words.'],
  'changed-meanwhile': [409, 'These words have changed meanwhile: look at them as they are now.'],
  'own-words': [409, 'Whoever wrote the words cannot sign them: ask another person.'],
  'faulty-words': [422, 'These words are empty, have lost a {{place}}, or have letters in them that cannot be seen.'],
}

/** Answers with why not. */
export function refuseWords(response: Response, problem: WordProblem, now?: WordActed): void {
  const [status, error] = refusals[problem]
  response.status(status).json({ error, problem, ...(now ? { now } : {}) } satisfies WordRefusal)
}
