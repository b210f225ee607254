import { commandCodes } from '../../bot/commands.ts'
import { auditActs } from '../../console/casework/auditActs.ts'
import { type ConsoleProblem, Person } from '../../console/contract.ts'
import type { InterviewSummary } from '../../console/records/interviews.ts'
import { PromptKind } from '../../dialogs/guide/schema.ts'
import { Origin, Told, Voice } from '../../dialogs/record/events.ts'

/** The keys that code puts together: how, and what may stand for the `*`. */
export type Families = Readonly<Record<string, readonly string[]>>

/** All of a closed set of names: the compiler minds that none is forgotten. */
const all = <Name extends string>(names: Record<Name, true>) => Object.keys(names)

const problems = {
  empty: true,
  'not-an-option': true,
  'not-yes-or-no': true,
  'not-0-to-10': true,
  'no-such-date': true,
  'year-in-full': true,
  'no-such-time': true,
  'pens-down': true,
  paused: true,
  closed: true,
  'nothing-before': true,
  'nothing-open': true,
  'unknown-prompt': true,
  'unknown-place': true,
  'unknown-coverage': true,
  'unknown-event': true,
  'unknown-concern': true,
  'wrong-kind': true,
  'changed-meanwhile': true,
  'unknown-interview': true,
  'unknown-language': true,
} as const
const states = all<InterviewSummary['state']>({
  open: true,
  paused: true,
  stopped: true,
  declined: true,
  'not-reached': true,
  complete: true,
})
const closings = ['complete', 'stopped', 'declined', 'not-reached']

export const consoleFamilies: Families = {
  'audit/act-*': [...auditActs, 'wrote'],
  'closed/*': closings,
  'closed/*-why': closings,
  'from/*': Origin.options,
  'history/*': ['stands', 'corrected', 'taken-out', 'takes-out'],
  'problem/*': all<ConsoleProblem>({
    ...problems,
    'bad-request': true,
    'signed-out': true,
    'not-allowed': true,
    'too-many': true,
    'server-fault': true,
    'need-to-know': true,
    locked: true,
  }),
  'role/*': Person.shape.role.options,
  'role/*-does': Person.shape.role.options,
  'saved/*': ['saved', 'device', 'offline', 'connecting', 'signed-out'],
  'state/*': states,
  'theme/*': ['device', 'light', 'dark'],
  'told/*': [...Told.options, 'not-yet'],
  'topics/*': ['not-begun', 'some-left', 'done', 'skipped'],
  'unchecked/*': ['recipients', 'reachMe', 'helplines'],
  'view/*': ['talk', 'record', 'topics', 'bot'],
  'voice/*': Voice.options,
  'written/*': ['choseNotToSay', 'notAsked', 'spoken'],
  'written/how-*': ['talk', 'declined', 'not-reached', 'stopped-young-person', 'stopped-practitioner'],
}

export const botFamilies: Families = {
  'action/*': [
    'next',
    'said-it',
    'skip',
    'rather not',
    'concern',
    'resume',
    'start',
    'where',
    'topics',
    'go after',
    'stop me',
    'again',
    'undo',
  ],
  'action/keep-*': ['yes', 'no'],
  'answer/*': ['said', 'chose-not-to-say'],
  'answer/told-*': Told.options,
  'closed/*': closings,
  'command/*': [...commandCodes, 'keep', 'not', 'go', 'words', 'correct'],
  'fault/*': ['nothing', 'saved', 'not-sure'],
  'heard-*': ['yes', 'no'],
  'how/*': PromptKind.options,
  'kept/*': ['choseNotToSay', 'skipped', 'paused', 'resumed', 'declined', 'notReached', 'concernRaised', 'withdrawn'],
  'kept/covered-*': Told.options,
  'kept/stopped-*': ['young-person', 'practitioner'],
  'problem/*': Object.keys(problems),
  'unverified/*': ['recipients', 'reachMe', 'helplines'],
  'refused/*': ['no-token', 'not-allowed', 'no-channel', 'not-an-activity', 'too-big', 'too-many', 'fault'],
  'script/*': ['under11', 'over15'],
  'voice/*': Voice.options,
}
