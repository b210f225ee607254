import { commandCodes } from '../../bot/commands.ts'
import { auditActs } from '../../console/casework/auditActs.ts'
import { glossaryTerms } from '../../console/casework/glossary.ts'
import { paperAges, paperNames } from '../../console/casework/papers.ts'
import { RetentionRule } from '../../console/casework/retention.ts'
import { audiences } from '../../console/casework/whoHears.ts'
import {
  type AccountFactor,
  type AccountSession,
  type ChangePassword,
  type ConsoleProblem,
  type FlagScript,
  type KnownPerson,
  type OpenScript,
  type PasswordFault,
  Person,
} from '../../console/contract.ts'
import type { InterviewSummary } from '../../console/records/interviews.ts'
import type { AskWordProblem } from '../../console/web/languages/askWords.ts'
import { titledParts } from '../../console/web/languages/titledParts.ts'
import type { PaperTrouble } from '../../console/web/papers/usePaper.ts'
import type { AskProblem } from '../../console/web/session/ask.ts'
import type { SsoProblem } from '../../console/web/session/ssoProblem.ts'
import { PromptKind, Regime } from '../../dialogs/guide/schema.ts'
import { InterpreterFlag, Origin, Told, Voice } from '../../dialogs/record/events.ts'
import { namespaces } from '../../locales/createWords.ts'
import { wordFaultCodes } from '../../locales/languageFaults.ts'
import { wordStates } from '../../locales/wordStates.ts'

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

const interpretingModes = all<OpenScript['mode']>({ 'in-room': true, phone: true, video: true })

export const consoleFamilies: Families = {
  'account-problem/*': all<AskProblem>({
    'bad-request': true,
    'signed-out': true,
    locked: true,
    'set-up-first': true,
    'not-allowed': true,
    'wrong-sign-in': true,
    'wrong-code': true,
    'locked-out': true,
    'sign-in-again': true,
    'say-again': true,
    'weak-password': true,
    'sign-in-name-taken': true,
    'invitation-over': true,
    'last-factor': true,
    'passkey-known': true,
    'last-administrator': true,
    'own-account': true,
    'no-account': true,
    'no-such-person': true,
    'no-such-factor': true,
    'no-such-session': true,
    'no-such-invitation': true,
    'no-connection': true,
    'too-many': true,
    failed: true,
  }),
  'account-state/*': all<KnownPerson['state']>({ active: true, suspended: true }),
  'browser/*': all<AccountSession['browser']>({ chrome: true, edge: true, firefox: true, safari: true, other: true }),
  'factor/*': all<AccountFactor['kind']>({ totp: true, passkey: true }),
  'password/*-missing': all<keyof ChangePassword>({ current: true, password: true }),
  'people-list/now-*': all<KnownPerson['state']>({ active: true, suspended: true }),
  'sso-problem/*': all<SsoProblem>({
    failed: true,
    unreachable: true,
    cancelled: true,
    'not-fresh': true,
    expired: true,
    'no-role': true,
    suspended: true,
  }),
  'weak/*': all<PasswordFault>({
    'too-short': true,
    'too-long': true,
    common: true,
    'about-you': true,
    'a-date': true,
    'keys-in-a-row': true,
    repeats: true,
    guessable: true,
  }),
  'audit/act-*': [...auditActs, 'wrote'],
  'closed/*': closings,
  'closed/*-why': closings,
  'export/*': ['said', 'agreed', 'views'],
  'export/left-out-*': ['parent-or-carer', 'third-party'],
  'flagged/*': InterpreterFlag.options,
  'from/*': Origin.options,
  'interpreter/content-*': ['no', 'not-sure'],
  'interpreter/mode-*': interpretingModes,
  'languages/count-*': wordStates,
  'languages/fault-*': wordFaultCodes,
  'languages/file-*': namespaces,
  'languages/heard-*': audiences,
  'languages/part-*': titledParts,
  'languages/problem-*': all<AskWordProblem>({
    'bad-request': true,
    'unknown-words': true,
    'changed-meanwhile': true,
    'own-words': true,
    'faulty-words': true,
    'not-xliff': true,
    'other-language': true,
    'too-large': true,
    'no-connection': true,
    failed: true,
  }),
  'languages/regime-*': Regime.options,
  'languages/state-*': [...wordStates, 'unsigned'],
  'history/*': ['stands', 'corrected', 'taken-out', 'takes-out'],
  'keeping/rule-*': RetentionRule.shape.after.options,
  'papers/*': all<PaperTrouble>({ failed: true, busy: true, 'no-connection': true }),
  'papers/about-*': paperNames,
  'papers/age-*': paperAges,
  'papers/name-*': paperNames,
  'problem/*': all<ConsoleProblem>({
    ...problems,
    'bad-request': true,
    'signed-out': true,
    locked: true,
    'not-allowed': true,
    'too-many': true,
    'server-fault': true,
    'need-to-know': true,
    'unknown-case': true,
    'case-there': true,
    'case-closed': true,
    'case-lacking': true,
    'nobody-left': true,
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

export const scriptFamilies: Families = {
  'flag/*': all<FlagScript['flag']>({
    said: true,
    'not-understood': true,
    'no-word': true,
    pause: true,
    dialect: true,
    'not-me': true,
  }),
  'glossary/*': glossaryTerms,
  'glossary/*/note': glossaryTerms,
  'join/*': all<Written>({ code: true, name: true, agency: true, dialect: true }),
  'join/*-missing': all<Written>({ code: true, name: true, agency: true, dialect: true }),
  'join/duty-*': ['all', 'private', 'no-tie', 'apart', 'unsure'],
  'join/mode-*': interpretingModes,
  'now/*': ['connecting', 'offline'],
  'paper/*': ['under11', 'over15'],
  'private/*': ['yes', 'no', 'not-sure'],
  'setting/*': ['recipients', 'reach-me', 'call-or-text'],
}

type Written = Exclude<keyof OpenScript, 'mode' | 'agreed'>

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
  'voice/*': Voice.options,
}
