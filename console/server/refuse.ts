import type { Response } from 'express'
import type { RefusalResponse } from '../contract/replies.ts'

/** Why not, in a sentence that says what to do. */
const refusals = {
  'bad-request': [400, 'This request cannot be read: send what the contract describes.'],
  'not-an-id': [400, 'An id is a UUID.'],
  'signed-out': [401, 'Choose who you are first, or send a token: Authorization: Bearer <token>.'],
  locked: [423, 'This session is locked: unlock it first.'],
  'set-up-first': [403, 'Set up a second factor first.'],
  'not-from-here': [403, 'This server answers only its own pages, at its own address.'],
  'not-allowed': [403, 'People in this role may not do this.'],
  'need-to-know': [403, 'This interview is not one you need to know of.'],
  'no-such-person': [404, 'There is no such person here.'],
  'no-such-interview': [404, 'There is no such interview.'],
  'no-such-case': [404, 'There is no such case.'],
  'no-such-recipient': [404, 'There is nobody of that name to be told: ask for the recipients of the case first.'],
  'not-sendable': [
    409,
    'Nothing is sent yet: there is nothing to tell, or it goes against their wishes and nobody has said why.',
  ],
  'sharing-changed': [409, 'What they would read has changed: read it again before saying that it was sent.'],
  'no-such-link': [404, 'There is no such channel on this account.'],
  'no-such-paper': [
    404,
    'There is no such paper: script, what-happens, numbers, card, offer-letter, leaflet or parent-letter, in a language there are words in.',
  ],
  'no-such-stage': [404, 'The script has no such stage: name one that is said to a young person, or none for all.'],
  'papers-busy': [503, 'Many papers are being made just now: try again in a minute.'],
  'no-such-words': [404, 'There are no such words.'],
  'no-such-page': [404, 'There is no such page.'],
  'no-such-export': [404, 'There is no such export.'],
  'only-post': [405, 'Activities are sent here with POST.'],
  'link-over': [410, 'This link is not good any more: write to the bot again for another.'],
  'not-that-one': [400, 'These are not the first 8 characters of this interview: nothing was erased.'],
  held: [409, 'This episode is held: release it before anything of it is erased.'],
  'held-already': [409, 'This episode is held already.'],
  'not-held': [409, 'This episode is not held.'],
  'export-changed': [409, 'What would be handed out has changed: read it again before it is finished.'],
  'too-large': [413, 'This request is too large.'],
  'not-json': [415, 'Send JSON, with Content-Type: application/json. Nothing else is taken.'],
  'too-many': [429, 'Too many requests: wait for as many seconds as Retry-After says.'],
  'server-fault': [500, 'Something went wrong here. Nothing was changed: try again.'],
  'not-built': [503, 'The pages are not built yet: run npm start.'],
  'not-ready': [503, 'The database does not answer: try again soon.'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>

export type RefusalCode = keyof typeof refusals

/** Answers with why not: as JSON, which scripts read, or as the bare sentence where a person would see it. */
export function refuse(response: Response, code: RefusalCode, as: 'json' | 'sentence' = 'json'): void {
  const [status, sentence] = refusals[code]
  response.status(status)
  if (as === 'sentence') response.type('text/plain').send(sentence)
  else response.json({ error: sentence } satisfies RefusalResponse)
}
