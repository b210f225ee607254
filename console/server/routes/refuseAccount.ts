import type { Response } from 'express'
import type { AccountProblem, AccountRefusal } from '../../contract/account.ts'
import type { Outcome, Refused } from '../identity/outcome.ts'

/** Why not, in a sentence that says what to do. */
const refusals: Readonly<Record<AccountProblem, readonly [status: number, sentence: string]>> = {
  'bad-request': [400, 'This request cannot be read: send what the contract describes.'],
  'signed-out': [401, 'Sign in first.'],
  'sign-in-again': [401, 'That took too long: begin again with your password.'],
  'wrong-sign-in': [401, 'The sign-in name or the password is not right.'],
  'wrong-code': [401, 'This code is not right, or it was used before.'],
  'say-again': [403, 'Show again who you are, then do the same once more.'],
  'set-up-first': [403, 'Set up a second factor first.'],
  'not-allowed': [403, 'People in this role may not do this.'],
  'no-account': [403, 'The people of the demo have no account of their own.'],
  'own-account': [403, 'Another administrator has to change this for you.'],
  'last-administrator': [409, 'One administrator has to stay: make another one first.'],
  'last-factor': [409, 'One second factor has to stay: add another one first.'],
  'passkey-known': [409, 'This passkey is known already.'],
  'sign-in-name-taken': [409, 'Somebody else signs in with this name: choose another one.'],
  'no-such-person': [404, 'There is no such person here.'],
  'no-such-factor': [404, 'There is no such second factor.'],
  'no-such-session': [404, 'There is no such session.'],
  'no-such-invitation': [404, 'There is no such invitation.'],
  'invitation-over': [410, 'This link was used or has run out: ask an administrator for another one.'],
  'weak-password': [422, 'This password would be guessed too soon: choose another one.'],
  locked: [423, 'This session is locked: unlock it first.'],
  'locked-out': [429, 'Too many wrong tries: wait until the time that is given in "again".'],
}

/** Answers with why not. NB: nothing of what was sent. */
export function refuseAccount(response: Response, { problem, again, why }: Refused): void {
  const [status, error] = refusals[problem]
  if (again !== undefined) {
    const seconds = Math.max(1, Math.ceil((Date.parse(again) - Date.now()) / 1000))
    response.set('Retry-After', String(seconds))
  }
  response.status(status).json({
    error,
    problem,
    ...(again === undefined ? {} : { again }),
    ...(why === undefined ? {} : { why }),
  } satisfies AccountRefusal)
}

/** Answers with what came of it, or why nothing did. */
export function answerOutcome<Value>(response: Response, outcome: Outcome<Value>): void {
  if (outcome.ok) response.json(outcome.value)
  else refuseAccount(response, outcome)
}
