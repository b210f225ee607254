import { z } from 'zod'
import { AgeBand, Regime } from '../dialogs/guide/schema.ts'
import { Intent, type Problem } from '../dialogs/intent.ts'
import { InterpreterFlag, type RecordedEvent, type Voice } from '../dialogs/record/events.ts'
import type { InterviewRecord } from '../dialogs/record/record.ts'
import type { WordFault } from '../locales/languageFaults.ts'
import type { Progress, WordState } from '../locales/wordStates.ts'
import { caseTexts } from './casework/actions/caseTexts.ts'
import { auditActs } from './casework/auditActs.ts'
import type { Clock } from './casework/clocks/clocksFor.ts'
import { CaseEventBody, type RecordedCaseEvent, SentBy } from './casework/episode/caseEvents.ts'
import type { InterviewTimes } from './casework/episode/caseFile.ts'
import type { DeskLine } from './casework/episode/deskLine.ts'
import type { SpokenSettings } from './casework/localSettings.ts'
import type { Circle, Notice } from './casework/needToKnow.ts'
import type { Standing } from './casework/retention.ts'
import { roles } from './casework/roles.ts'
import type { Script } from './casework/scriptOf.ts'
import type { SharedWhy, WishAnswer, WithheldWhy } from './casework/sharing/sharedWith.ts'
import type { FinishedExport, Reviewed, SubjectAccess } from './casework/subjectAccess.ts'
import type { AuditedInterview, AuditLines, AuditTrail, Seen } from './records/audit/auditTrail.ts'
import type { InterviewSummary } from './records/interviews.ts'
import type { ReviewedWord } from './records/words/createWordReviews.ts'

/** Why a case was not begun or written in. `case-lacking`: `lackingFor` says what is still needed. */
export type CaseProblem = 'unknown-case' | 'case-there' | 'case-closed' | 'case-lacking' | 'nobody-left'

/** Why the console did not do what was asked. Each is a key of the words shown. */
export type ConsoleProblem =
  | Problem
  | 'changed-meanwhile'
  | 'unknown-interview'
  | 'unknown-language'
  | 'bad-request'
  | CaseProblem
  | 'signed-out'
  | 'locked'
  | 'not-allowed'
  | 'need-to-know'
  | 'too-many'
  | 'server-fault'

/** Every message is acknowledged: with its value, or with why not. */
export type Reply<T> =
  | { ok: true; value: T }
  | { ok: false; problem: ConsoleProblem; theirs?: readonly RecordedEvent[] }

const uuid = z.uuid()

export const BeginInterview = z.strictObject({
  interview: uuid.describe('Made by the client, so that sending twice begins one.'),
  id: uuid,
  deviceAt: z.iso.datetime({ offset: true }),
  language: z.string().min(2).max(20),
  regime: Regime.optional().describe("The authority's own unless given."),
  episode: uuid.optional().describe('The case it is begun for; without one the interview is an episode of its own.'),
  intents: z.array(Intent).max(10),
})
export type BeginInterview = z.infer<typeof BeginInterview>

export const JoinInterview = z.strictObject({
  interview: uuid,
  since: z.int().min(0).describe('Newest event the client has; 0 for none.'),
})
export type JoinInterview = z.infer<typeof JoinInterview>

export const ReplyInInterview = z.strictObject({
  interview: uuid,
  id: uuid.describe('Client-made turn id: sent twice, done once.'),
  deviceAt: z.iso.datetime({ offset: true }),
  seen: z.int().min(0).describe('Newest event the client had when the person acted.'),
  intent: Intent,
})
export type ReplyInInterview = z.infer<typeof ReplyInInterview>

export const SayToBot = z.strictObject({
  interview: uuid,
  id: uuid.describe('Client-made: sent twice, done once.'),
  deviceAt: z.iso.datetime({ offset: true }),
  text: z.string().min(1).max(20_000),
  language: z.string().min(2).max(20).optional().describe('Of the screen, so that the bot answers in it.'),
})
export type SayToBot = z.infer<typeof SayToBot>

/** One thing the bot says, and what can be sent back with one tap: `value` is what is sent. */
export interface BotMessage {
  text: string
  actions: readonly { title: string; value: string }[]
}

export const SearchInterviews = z.strictObject({
  name: z.string().trim().min(1).max(200).describe('Any whole words of what the young person is called.'),
})
export type SearchInterviews = z.infer<typeof SearchInterviews>

export const BreakGlass = z.strictObject({
  interview: uuid,
  reason: z.string().trim().min(10).max(2_000).describe('Why it is needed now. A manager of the team reads it.'),
})
export type BreakGlass = z.infer<typeof BreakGlass>

export const LeaveInterview = z.strictObject({ interview: uuid })
export type LeaveInterview = z.infer<typeof LeaveInterview>

/** Events committed to one interview, in order. The browser folds them itself. */
export interface InterviewTurn {
  interview: string
  events: readonly RecordedEvent[]
}

/**
 * What a browser asks. A connection by someone who is not signed in ends in `connect_error` with the message
 * `signed-out`; who is asking is in the session cookie, or for a script in `auth: { token }`.
 */
export interface ClientToServer {
  /** The list, which `interviews:changed` keeps up to date from then on. */
  'interviews:list': (ack: (reply: Reply<readonly InterviewSummary[]>) => void) => void
  /** Interviews one may see whose name has all of these words. Asked here because a name is never in an address. */
  'interviews:search': (payload: SearchInterviews, ack: (reply: Reply<readonly InterviewSummary[]>) => void) => void
  'interview:begin': (payload: BeginInterview, ack: (reply: Reply<InterviewTurn>) => void) => void
  /** Joins the interview's room and answers with the events after `since`: how a gap is caught up. */
  'interview:join': (payload: JoinInterview, ack: (reply: Reply<InterviewTurn>) => void) => void
  'interview:leave': (payload: LeaveInterview) => void
  /** Typed to the bot, which answers as it does on any channel; what it records is told to the room like anything else. */
  'interview:say': (payload: SayToBot, ack: (reply: Reply<readonly BotMessage[]>) => void) => void
  'interview:reply': (payload: ReplyInInterview, ack: (reply: Reply<InterviewTurn>) => void) => void
  /** Lines of the desk, the most urgent first, no more than 200; `desk:changed` keeps them up to date from then on. */
  'desk:list': (payload: AskDesk, ack: (reply: Reply<readonly DeskLine[]>) => void) => void
  'case:begin': (payload: BeginCase, ack: (reply: Reply<CaseTurn>) => void) => void
  /** Joins the case's room and answers with the events after `since`. */
  'case:join': (payload: JoinCase, ack: (reply: Reply<CaseTurn>) => void) => void
  'case:leave': (payload: LeaveCase) => void
  /** Before a text to send on is shown: it is not where this is refused. */
  'case:read-text': (payload: ReadCaseText, ack: (reply: Reply<null>) => void) => void
  'case:write': (payload: WriteCase, ack: (reply: Reply<CaseTurn>) => void) => void
  /** Lets someone who is outside the episode's circle in for some hours, with a notice to the manager. */
  'interview:break-glass': (payload: BreakGlass, ack: (reply: Reply<{ until: string }>) => void) => void
}

/** What a browser is told. */
export interface ServerToClient {
  /** To everyone in the interview's room, after the commit; whoever made the change has it in the acknowledgement. */
  'interview:turn': (turn: InterviewTurn) => void
  /** To someone who does not need to know of it any more: nothing more of it comes. */
  'interview:closed': (interview: string) => void
  /** To everyone in the interview's room: who interprets there has changed. */
  'interview:interpreters': (interview: string) => void
  /** To everyone in the interview's room: this prompt is on an interpreter's screen. */
  'interview:script-shown': (shown: { interview: string; interpreter: string; prompt: string }) => void
  /** To everyone in the case's room, after the commit. */
  'case:turn': (turn: CaseTurn) => void
  /** To everyone with the desk open who needs to know of it: a case or an interview of it has changed. */
  'desk:changed': (line: DeskLine) => void
  /** To someone who does not need to know of the case any more: nothing more of it comes, and it goes from the desk. */
  'case:closed': (episode: string) => void
  /** To the worker, or where nobody is allocated to the coordinators of the team, wherever they are: a clock runs out soon, or has. */
  'desk:reminder': (reminder: DeskReminder) => void
  /** To everyone with the list open. */
  'interviews:changed': (summary: InterviewSummary) => void
}

/** `GET /api/interviews/<id>/record`: the present record and the events behind each field. */
export interface RecordResponse {
  seq: number
  fields: InterviewRecord['fields']
  events: readonly RecordedEvent[]
}

export const Person = z.strictObject({
  id: z.string().min(1).max(100),
  role: z.enum(roles),
  team: z.string().min(1).max(100).describe('Whose episodes they need to know of.'),
  name: z.string().min(1).max(200).optional().describe('What colleagues call them; the ready people have none.'),
})
/** A person who may use the console. In the demo they are named by their role. */
export type Person = z.infer<typeof Person>

/** `GET /api/interviews/<id>/circle`: who needs to know of it. */
export type CircleResponse = Circle

/** `PATCH` of the same: what is left out stays as it is. Answered with the circle. */
export const ChangeCircle = z.strictObject({
  worker: Person.shape.id.optional(),
  reviewers: z.array(Person.shape.id).max(20).optional(),
  restricted: z.boolean().optional(),
})
export type ChangeCircle = z.infer<typeof ChangeCircle>

/** `GET /api/notices`: those of one's team who broke the glass, and why. `POST /api/notices/<id>/seen` is answered so too. */
export interface NoticesResponse {
  notices: readonly Notice[]
}

// Interpreters

/** `POST /api/interviews/<id>/interpreters` (no body): a code shown this once. An earlier one that was not used is void. */
export interface InterpreterCode {
  code: string
  /** From the root of this site: `/script#<code>`. */
  link: string
  until: string
}

/** How someone interprets: where the young person hears them. */
export const InterpretingMode = z.enum(['in-room', 'phone', 'video'])
export type InterpretingMode = z.infer<typeof InterpretingMode>

/** `GET` of the same: who has its script open. `DELETE /api/interviews/<id>/interpreters/<one>` ends it and is answered so too. */
export interface InterpretersResponse {
  here: readonly (Interpreting & { shown: string | null })[]
  /** Those who were there before, and until when. */
  before: readonly (Interpreting & { until: string })[]
}

/** Who interprets, as they said themselves. `shown`: the prompt that is on their screen. */
interface Interpreting {
  id: string
  name: string
  agency: string
  dialect: string
  mode: InterpretingMode
  since: string
}

/** `POST /api/script`: an interpreter comes in, without an account. Answered with a `ScriptResponse`, as are `GET` and `DELETE`. */
export const OpenScript = z.strictObject({
  code: z.string().trim().min(1).max(20),
  name: z.string().trim().min(1).max(200),
  agency: z.string().trim().min(1).max(200),
  dialect: z.string().trim().min(1).max(200).describe('Language and dialect, as the interpreter calls it.'),
  mode: InterpretingMode,
  agreed: z.literal(true).describe('To the interpreter’s duty, as it stood on the page.'),
})
export type OpenScript = z.infer<typeof OpenScript>

export interface ScriptResponse {
  open: boolean
  /** What fills the places left open in the guide's words. */
  settings: Pick<SpokenSettings, 'said'> | null
}

/** Why a script was not opened. */
export interface ScriptRefusal {
  error: string
  problem: 'wrong-code' | 'locked-out'
  again?: string
}

export type { Script, ScriptLine } from './casework/scriptOf.ts'

/** What an interpreter's page asks, over sockets of its own (`/script`): of the one interview that its session is for. */
export interface ScriptToServer {
  'script:follow': (ack: (reply: Reply<Script>) => void) => void
  /** The words of this prompt are on the interpreter's screen. */
  'script:shown': (payload: ScriptShown) => void
  /** Lets the room know, and answers with the event to take it back by. */
  'script:flag': (payload: FlagScript, ack: (reply: Reply<{ event: string }>) => void) => void
  'script:unflag': (payload: UnflagScript, ack: (reply: Reply<null>) => void) => void
}

export const ScriptShown = z.strictObject({ prompt: z.string().min(1).max(100) })
export type ScriptShown = z.infer<typeof ScriptShown>

export const FlagScript = z.strictObject({
  id: uuid.describe('Client-made: sent twice, told once.'),
  deviceAt: z.iso.datetime({ offset: true }),
  flag: InterpreterFlag.exclude(['stopped']),
  prompt: z.string().min(1).max(100).optional(),
})
export type FlagScript = z.infer<typeof FlagScript>

export const UnflagScript = z.strictObject({ id: uuid, deviceAt: z.iso.datetime({ offset: true }), event: uuid })
export type UnflagScript = z.infer<typeof UnflagScript>

/** What an interpreter's page is told: another prompt, another language, or the end. */
export interface ServerToScript {
  'script:now': (script: Script) => void
}

// Cases

export { CaseEventBody, type DeskLine, type RecordedCaseEvent }

/** Opens the case of a missing episode. The first body says who told of it. */
export const BeginCase = z.strictObject({
  episode: uuid.describe('Made by the client, so that sending twice begins one.'),
  id: uuid,
  deviceAt: z.iso.datetime({ offset: true }),
  bodies: z.array(CaseEventBody).min(1).max(20),
})
export type BeginCase = z.infer<typeof BeginCase>

export const JoinCase = z.strictObject({
  episode: uuid,
  since: z.int().min(0).describe('Newest event the client has; 0 for none.'),
})
export type JoinCase = z.infer<typeof JoinCase>

export const WriteCase = z.strictObject({
  episode: uuid,
  id: uuid.describe('Client-made: sent twice, written once.'),
  deviceAt: z.iso.datetime({ offset: true }),
  body: CaseEventBody,
})
export type WriteCase = z.infer<typeof WriteCase>

export const LeaveCase = z.strictObject({ episode: uuid })
export type LeaveCase = z.infer<typeof LeaveCase>

/** A text made ready to be sent on is about to be shown. Nothing but its kind is asked; the audit says who opened it. */
export const ReadCaseText = z.strictObject({ episode: uuid, text: z.enum(caseTexts) })
export type ReadCaseText = z.infer<typeof ReadCaseText>

/** Events committed to one case, in order, and the interviews that cover it as far as its clocks need them. */
export interface CaseTurn {
  episode: string
  events: readonly RecordedCaseEvent[]
  interviews: readonly (InterviewTimes & { interview: string; state: InterviewSummary['state'] })[]
  /**
   * Every clock of the case as it stood when this was told, done ones too: the browser has no calendar of working days. It makes
   * the time go on by itself, by `due` and `met`.
   */
  clocks: readonly Clock[]
}

/** Which lines of the desk: those of open cases, of closed ones, or one's own alone. */
export const AskDesk = z.strictObject({
  which: z.enum(['open', 'mine', 'closed']),
  name: z.string().trim().min(1).max(200).optional().describe('Any whole words of what the young person is called.'),
  interview: uuid.optional().describe('Only cases that this interview covers: what the room asks for its quiet line.'),
})
export type AskDesk = z.infer<typeof AskDesk>

/** Told once for each clock and kind. */
export interface DeskReminder {
  episode: string
  clock: Clock['id']
  due: string
  kind: 'soon' | 'late'
}

// Channels

const ChannelToken = z.string().min(20).max(2_000)

/** `POST /api/channels/look`: which channel asks. `POST /api/channels/link`: this is me; answered with a `ChannelLinksResponse`. */
export const OpenChannelLink = z.strictObject({ token: ChannelToken })
export type OpenChannelLink = z.infer<typeof OpenChannelLink>

export interface ChannelLinkResponse {
  channel: string
}

/** `GET /api/account/channels`: who one is on channels. `DELETE /api/account/channels/<id>` is answered so too. */
export interface ChannelLinksResponse {
  links: readonly { id: string; channel: string; at: string }[]
}

// Signing in

/**
 * How far someone has come: a password was right and the second factor is wanted; a second factor is to be set up before
 * anything else; signed in; or locked, after a time without doing anything or because they asked for it.
 */
export type SessionState = 'signed-out' | 'second-factor' | 'set-up' | 'signed-in' | 'locked'

/** What someone can show. `choice` is the demo's: saying who one is again is enough. */
export type SignInMethod = 'password' | 'code' | 'recovery-code' | 'passkey' | 'choice'

/** `GET /api/session`, and the answer to whatever changes how far someone has come. */
export interface SessionResponse {
  state: SessionState
  /** Whoever is signed in, is locked or has to set up a second factor; null before both steps are done. */
  person: Person | null
  /** In the demo: who may be chosen. Otherwise none. */
  people: readonly Person[]
  /** What people are called, by id: for those who are signed in and may know. */
  colleagues: Readonly<Record<string, string>>
  signIn: {
    password: boolean
    /** Single sign-on, by the name it goes by here. */
    sso: { name: string } | null
    demo: boolean
    /** There is no account yet: the link to make the first one is where the server was started. */
    firstStart: boolean
  }
  /** What this person can show now, for the second step or to unlock. */
  methods: readonly SignInMethod[]
  /** After this many minutes without a request a session is locked. */
  idleMinutes: number
  demo: boolean
  languages: readonly string[]
  settings: SpokenSettings
}

/** `POST /api/session`: who to be, in the demo alone. Answered with the session, and a cookie that the page cannot read. */
export const ChoosePerson = z.strictObject({ person: Person.shape.id })
export type ChoosePerson = z.infer<typeof ChoosePerson>

const SignInName = z.string().trim().min(1).max(200)
/** Whatever is tried as a password. What a new one must be is told by `PasswordFault`. */
const AnyPassword = z.string().min(1).max(1_000)
const FactorName = z.string().trim().min(1).max(60)

/** `POST /api/sign-in`: answered with a `SessionResponse`, in state `second-factor`, `set-up` or `signed-in`. */
export const SignIn = z.strictObject({ signInName: SignInName, password: AnyPassword })
export type SignIn = z.infer<typeof SignIn>

/** `POST /api/sign-in/code`: from the authenticator app, or a recovery code, which is good for one time. */
export const SignInCode = z.strictObject({ code: z.string().trim().min(6).max(40) })
export type SignInCode = z.infer<typeof SignInCode>

const encoded = z.base64url().min(1).max(20_000)
const Extensions = z.record(z.string().max(100), z.unknown())

/**
 * What `PublicKeyCredential.toJSON()` gives after `navigator.credentials.get`. It answers
 * `POST /api/sign-in/passkey/options` and `POST /api/session/unlock/options`.
 */
export const PasskeyAnswer = z.object({
  id: encoded,
  rawId: encoded,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional().catch(undefined),
  clientExtensionResults: Extensions,
  response: z.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
    userHandle: encoded.optional(),
  }),
})
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>

/** What `PublicKeyCredential.toJSON()` gives after `navigator.credentials.create`. */
export const NewPasskey = z.object({
  id: encoded,
  rawId: encoded,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional().catch(undefined),
  clientExtensionResults: Extensions,
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
})
export type NewPasskey = z.infer<typeof NewPasskey>

/**
 * `POST /api/sign-in/passkey/options` (no body): for `PublicKeyCredential.parseRequestOptionsFromJSON`. Asked without a
 * session the passkey is both steps at once; asked in state `second-factor` it is the second. Good for 5 minutes, once.
 */
export type PasskeyAsked = PublicKeyCredentialRequestOptionsJSON

/** `POST /api/account/passkeys/options` (no body): for `PublicKeyCredential.parseCreationOptionsFromJSON`. */
export type PasskeyWanted = PublicKeyCredentialCreationOptionsJSON

/** `POST /api/sign-in/passkey`: answered with a `SessionResponse`. */
export const SignInPasskey = z.strictObject({ passkey: PasskeyAnswer })
export type SignInPasskey = z.infer<typeof SignInPasskey>

/**
 * `POST /api/session/unlock`: one of them is enough (`code` is from the authenticator app; `person` is the demo's). Asked
 * when nothing is locked it shows again who is there, which `say-again` asks for. Answered with a `SessionResponse`.
 * `POST /api/session/unlock/options` (no body) answers with a `PasskeyAsked`. `POST /api/session/lock` (no body) locks.
 * `POST /api/session/here` (no body): somebody is there, though what they do is no request yet.
 */
export const Unlock = z.union([
  z.strictObject({ password: AnyPassword }),
  SignInCode,
  SignInPasskey,
  z.strictObject({ person: Person.shape.id }),
])
export type Unlock = z.infer<typeof Unlock>

/** `GET /api/account`: what someone sees of their own. Open in state `set-up` too; the ready people of the demo have none. */
export interface AccountResponse {
  person: Person
  signInName: string
  /** False where they come in by single sign-on alone. */
  hasPassword: boolean
  factors: readonly AccountFactor[]
  /** Whether the last factor has to stay. */
  secondFactorNeeded: boolean
  recoveryCodesLeft: number
  sessions: readonly AccountSession[]
}

export interface AccountFactor {
  id: string
  kind: 'totp' | 'passkey'
  /** What its owner calls it. */
  name: string
  addedAt: string
  usedAt: string | null
}

export interface AccountSession {
  id: string
  begunAt: string
  activeAt: string
  browser: 'chrome' | 'edge' | 'firefox' | 'safari' | 'other'
  /** The one that asks. */
  here: boolean
}

/** `POST /api/account/totp` (no body): to be put into an authenticator app, then confirmed with a code from it. */
export interface TotpWanted {
  factor: string
  /** In base32, to be typed. */
  secret: string
  /** `otpauth://`, to be shown as a square to scan. */
  uri: string
}

/** `POST /api/account/totp/confirm`: answered with a `FactorAdded`. */
export const ConfirmTotp = z.strictObject({ factor: uuid, code: SignInCode.shape.code, name: FactorName.optional() })
export type ConfirmTotp = z.infer<typeof ConfirmTotp>

/** `POST /api/account/passkeys`: answered with a `FactorAdded`. */
export const AddPasskey = z.strictObject({ passkey: NewPasskey, name: FactorName.optional() })
export type AddPasskey = z.infer<typeof AddPasskey>

/** A factor was added. With the first one come recovery codes, shown this once; else there are none here. */
export interface FactorAdded {
  session: SessionResponse
  account: AccountResponse
  recoveryCodes: readonly string[]
}

/** `POST /api/account/recovery-codes` (no body): ten new ones, shown this once; the old ones are void. */
export interface RecoveryCodes {
  recoveryCodes: readonly string[]
}

/**
 * `POST /api/account/password`: answered with an `AccountResponse`; every other session of theirs ends.
 * `DELETE /api/account/factors/<id>` and `DELETE /api/account/sessions/<id>` are answered so too.
 */
export const ChangePassword = z.strictObject({ current: AnyPassword, password: AnyPassword })
export type ChangePassword = z.infer<typeof ChangePassword>

const InvitationCode = z.string().min(20).max(100)

/** `POST /api/invitations/look`: what a link is for. The code is what follows `#` in `/join#<code>`. */
export const LookAtInvitation = z.strictObject({ code: InvitationCode })
export type LookAtInvitation = z.infer<typeof LookAtInvitation>

export interface InvitationResponse {
  role: Person['role']
  team: string
  /** For someone who has an account and lost the way in: what they are called, and the name they sign in with. */
  account: { name: string; signInName: string } | null
  until: string
}

/**
 * `POST /api/invitations/accept`: answered with a `SessionResponse`. Where the link is for an account that is there, that
 * account's name and sign-in name stay as they are, and those sent are not looked at.
 */
export const AcceptInvitation = z.strictObject({
  code: InvitationCode,
  name: z.string().trim().min(1).max(200),
  signInName: SignInName,
  password: AnyPassword,
})
export type AcceptInvitation = z.infer<typeof AcceptInvitation>

/** Why a new password is not good enough. Each is a key of the words shown. */
export type PasswordFault =
  | 'too-short'
  | 'too-long'
  | 'common'
  | 'about-you'
  | 'a-date'
  | 'keys-in-a-row'
  | 'repeats'
  | 'guessable'

/** Why signing in, the account or the people did not change. Each is a key of the words shown. */
export type AccountProblem =
  | 'bad-request'
  | 'signed-out'
  | 'locked'
  | 'set-up-first'
  | 'not-allowed'
  /** The name or the password or the passkey; which is not told. */
  | 'wrong-sign-in'
  | 'wrong-code'
  /** Too many wrong tries: `again` says when to try again. */
  | 'locked-out'
  /** The first step was too long ago, or has not been done. */
  | 'sign-in-again'
  /** Show again who you are (`POST /api/session/unlock`), then do the same once more. */
  | 'say-again'
  /** `why` says in what way. */
  | 'weak-password'
  | 'sign-in-name-taken'
  | 'invitation-over'
  | 'last-factor'
  | 'passkey-known'
  | 'last-administrator'
  | 'own-account'
  | 'no-account'
  | 'no-such-person'
  | 'no-such-factor'
  | 'no-such-session'
  | 'no-such-invitation'

/** A refusal by one of these routes. */
export interface AccountRefusal {
  /** In English, for whoever reads it without the pages. */
  error: string
  problem: AccountProblem
  again?: string
  why?: PasswordFault
}

/** `GET /api/people`: for those who look after accounts. The ready people of the demo are not among them. */
export interface PeopleResponse {
  people: readonly KnownPerson[]
  /** Links that are still good, and have not been used. */
  invitations: readonly OpenInvitation[]
}

export interface KnownPerson {
  id: string
  name: string
  signInName: string
  role: Person['role']
  team: string
  state: 'active' | 'suspended'
  secondFactor: boolean
  sessions: number
  signedInAt: string | null
  /** It is their own role and state that nobody changes. */
  you: boolean
}

export interface OpenInvitation {
  id: string
  role: Person['role']
  team: string
  note: string | null
  /** Whom it lets in again; null for someone new. */
  person: string | null
  invitedBy: string
  until: string
}

const Team = Person.shape.team.trim()

/** `POST /api/people/invitations`: answered with an `InvitationLink`. `DELETE /api/people/invitations/<id>` calls it back. */
export const Invite = z.strictObject({
  role: Person.shape.role,
  team: Team,
  note: z.string().trim().max(200).optional(),
})
export type Invite = z.infer<typeof Invite>

/** Shown once; also the answer to `POST /api/people/<id>/reset` (no body). */
export interface InvitationLink {
  id: string
  /** From the root of this site: `/join#<code>`. */
  link: string
  until: string
}

/**
 * `PATCH /api/people/<id>`: answered with a `PeopleResponse`, as are the two that delete
 * (`/api/people/invitations/<id>`, and `/api/people/<id>/sessions`, which ends all of theirs).
 */
export const ChangePerson = z.strictObject({
  role: Person.shape.role.optional(),
  team: Team.optional(),
  state: z.enum(['active', 'suspended']).optional(),
})
export type ChangePerson = z.infer<typeof ChangePerson>

// Keeping and deleting

/** `GET /api/interviews/<id>/keeping`, and the answer to holding and releasing (`POST` and `DELETE .../hold`). */
export type KeepingResponse = Standing

const Why = z.string().trim().min(10).max(2_000)

export const HoldEpisode = z.strictObject({ reason: Why.describe('Kept encrypted, and goes when the episode does.') })
export type HoldEpisode = z.infer<typeof HoldEpisode>

/** `POST /api/interviews/<id>/erase`: for good. */
export const EraseEpisode = z.strictObject({
  number: z.string().trim().length(8).describe("The first 8 characters of the interview's id, typed by a person."),
  reason: Why.describe('Stays in the audit: it must name nobody.'),
})
export type EraseEpisode = z.infer<typeof EraseEpisode>

/** `GET /api/interviews/<id>/export`, and the answer to `POST .../export/passages` (an `ExportChange`). */
export interface ExportResponse {
  draft: SubjectAccess<Reviewed>
  /** Of what would be handed out: to be sent back when it is finished. */
  digest: string
  finished: readonly FinishedExport[]
}

/** `POST /api/interviews/<id>/export`: a person has read all of it. Answered with a `FinishedExport`. */
export const FinishExport = z.strictObject({
  digest: z.string().length(64).describe('Of what was read. Where it has become another, it has to be read again.'),
  read: z.literal(true),
})
export type FinishExport = z.infer<typeof FinishExport>

/** `GET /api/interviews/<id>/exports/<export>`: what is handed out. */
export type HandedOutResponse = SubjectAccess & { preparedAt: string }

// The audit

/** `GET /api/audit?<query>`: entries that fit all that is given, newest first. Answered with an `AuditResponse`. */
export const AuditQuery = z.strictObject({
  by: z.string().min(1).max(200).optional(),
  interview: uuid.optional(),
  act: z.enum(auditActs).optional(),
  since: z.iso.datetime({ offset: true }).optional(),
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().describe('For the next page.'),
})
export type AuditQuery = z.infer<typeof AuditQuery>
export type AuditResponse = AuditLines

/** `GET /api/audit/interviews`: the newest, or those whose number begins so. */
export const AuditInterviewsQuery = z.strictObject({
  number: z
    .string()
    .regex(/^[0-9a-f]{4}[0-9a-f-]{0,32}$/i)
    .optional(),
})
export interface AuditInterviewsResponse {
  interviews: readonly AuditedInterview[]
}

/** `GET /api/audit/interviews/<id>`: who has seen its record. */
export interface WhoHasSeenResponse {
  interview: AuditedInterview
  seen: readonly Seen[]
}

/** `POST /api/audit/verify` (no body): whether every entry is as it was written. */
export type AuditVerifiedResponse = Awaited<ReturnType<AuditTrail['verify']>>

// The words of the languages

export type { ReviewedWord } from './records/words/createWordReviews.ts'

/** `GET /locales/<language>/review.json`: for anyone. Keys as `guide:prompt/...`; what is in none of them is a draft. */
export interface ReviewedKeys {
  checked: readonly string[]
  signed: readonly string[]
  stale: readonly string[]
}

/** `GET /api/languages`: how far each language has come. */
export interface LanguagesResponse {
  languages: readonly { language: string; progress: Progress }[]
}

/** A string as it stands, for who asks. */
export interface WordLine extends Omit<ReviewedWord, 'writer'> {
  /** Of the English, to be sent back with what is done. */
  hash: string
  /** Whether whoever asks wrote the present words, and so cannot sign them. */
  yours: boolean
}

/** `GET /api/languages/<language>`: every string, in the order of the English. */
export interface LanguageResponse {
  lines: readonly WordLine[]
  /** Who is named in them, by id. */
  people: Readonly<Record<string, Pick<Person, 'role' | 'name'>>>
}

const WordFile = z.enum(['guide', 'script', 'bot', 'console'])
const WordKey = z.string().min(1).max(200)
const WordHash = z.string().regex(/^[0-9a-f]{12}$/)

/** `GET /api/languages/<language>/history?<query>`: what was done to one string here, newest first. */
export const WordHistoryQuery = z.strictObject({ file: WordFile, key: WordKey })
export interface WordHistoryResponse {
  changes: readonly {
    number: number
    at: string
    by: string
    text: string
    state: 'draft' | 'checked' | 'signed' | 'stale'
    note: string
    backTranslation: string
    /** Made for the English as it is now. */
    isPresent: boolean
  }[]
  people: LanguageResponse['people']
}

/** `POST /api/languages/<language>/words`: save, check or sign one string. Answered with a `WordActed`, or a `WordRefusal`. */
export const ActOnWord = z.strictObject({
  do: z.enum(['save', 'check', 'sign']),
  file: WordFile,
  key: WordKey,
  english: WordHash.describe('Of the English that was on the screen.'),
  seen: z.int().min(0).describe('Number of the newest change that was on the screen.'),
  text: z.string().max(5_000),
  note: z.string().max(2_000),
  backTranslation: z.string().max(5_000),
})
export type ActOnWord = z.infer<typeof ActOnWord>

export interface WordActed {
  line: WordLine
  people: LanguageResponse['people']
}

/** Why the words did not change. Each is a key of the words shown. */
export type WordProblem =
  | 'bad-request'
  | 'unknown-words'
  | 'changed-meanwhile'
  | 'own-words'
  | 'faulty-words'
  | 'not-xliff'
  | 'other-language'

export interface WordRefusal {
  error: string
  problem: WordProblem
  /** With `changed-meanwhile`: the string as it stands. */
  now?: WordActed
}

/**
 * `POST /api/languages/<language>/import`: what a file of XLIFF would change; with the `digest` of that answer it is kept.
 * Answered with an `ImportPreview`, or an `ImportDone`. `GET /api/languages/<language>/export` gives such a file.
 */
export const ImportWords = z.strictObject({
  xliff: z.string().min(1),
  digest: z.string().length(64).optional(),
})
export type ImportWords = z.infer<typeof ImportWords>

/** Of characters of XLIFF: some three times what the language with the most strings takes. */
export const longestXliff = 4_000_000

export interface ImportPreview {
  digest: string
  changed: readonly { file: string; key: string; text: string; before: string; state: WordState }[]
  same: number
  otherEnglish: readonly { file: string; key: string }[]
  faulty: readonly { file: string; key: string; faults: readonly WordFault[] }[]
  unknown: readonly string[]
}

export interface ImportDone {
  kept: number
}

/** Every HTTP refusal under `/api`: why not, in a sentence. */
export interface RefusalResponse {
  error: string
}

/** `GET /api/papers/<language>/<paper>?<query>`: a PDF. `stage` of the script alone; `age` where the words differ by age. */
export const PaperQuery = z.strictObject({ stage: z.string().min(1).max(60).optional(), age: AgeBand.optional() })

// Who is told what

/** That someone was sent what was shown. `digest` says what that was. */
export const SendShared = z.strictObject({
  id: uuid,
  deviceAt: z.iso.datetime({ offset: true }),
  language: z.string().min(2).max(20),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime({ offset: true }),
  means: SentBy,
  words: z.string().trim().min(1).max(20_000).optional(),
})
export type SendShared = z.infer<typeof SendShared>

/** One thing that was written down, and whether someone would be told of it. */
export type SharingPart = {
  /** The event it stands on. */
  id: string
  label: string
  /** Codes and words, in the order they are read. */
  said: readonly string[]
  at: string
  voice: Voice
  aboutOthers: boolean
  /** It goes against their wishes, and nobody has said why. */
  needsReason: boolean
} & ({ goes: true; why: SharedWhy } | { goes: false; why: WithheldWhy })

/** What one recipient would read, word for word, and everything else as it stands to them. */
export interface SharingResponse {
  recipient: string
  text: string
  /** SHA-256 of the text. */
  digest: string
  sendable: boolean
  /** Oldest first; about all of it where `about` is null, else about so many parts. */
  wishes: readonly { at: 'start' | 'end'; answer: WishAnswer; about: number | null; words?: string }[]
  parts: readonly SharingPart[]
}
