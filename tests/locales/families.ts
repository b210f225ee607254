import { commandCodes } from '../../bot/commands.ts'
import { actionKinds, actionOutcomes, actionOwners } from '../../console/casework/actions/actionKinds.ts'
import { caseTexts } from '../../console/casework/actions/caseTexts.ts'
import { sameDayRules } from '../../console/casework/actions/sameDay.ts'
import { auditActs } from '../../console/casework/auditActs.ts'
import { balanceParts, mightGoAnswers } from '../../console/casework/balance/balanceTerms.ts'
import { pictureGroups } from '../../console/casework/balance/pictureOf.ts'
import type { Clock } from '../../console/casework/clocks/clocksFor.ts'
import { deadlines, moments, type Whose } from '../../console/casework/clocks/deadlines.ts'
import { standing } from '../../console/casework/clocks/standing.ts'
import type { CaseEventBody } from '../../console/casework/episode/caseEvents.ts'
import type { Lacking } from '../../console/casework/episode/closing.ts'
import type { ScopeAnswer } from '../../console/casework/episode/scopeOf.ts'
import { defaultScope } from '../../console/casework/episode/scopeSettings.ts'
import { glossaryTerms } from '../../console/casework/glossary.ts'
import { goesReasons, heldReasons } from '../../console/casework/intelligence/forPolice.ts'
import { Certainty, IntelligenceKind, Reveals } from '../../console/casework/intelligence/intelligenceEvents.ts'
import { formWords } from '../../console/casework/intelligence/policeForm.ts'
import type { LetterCaution } from '../../console/casework/letters/letterCaution.ts'
import { paperAges, paperNames } from '../../console/casework/papers.ts'
import { attemptEnds, drills } from '../../console/casework/practice/attempts.ts'
import { ToldBackAnswer, ToldBackWhat } from '../../console/casework/report/toldBackEvents.ts'
import { RetentionRule } from '../../console/casework/retention.ts'
import { supportBands } from '../../console/casework/review/followUps.ts'
import { reviewSteps } from '../../console/casework/review/nextInReview.ts'
import {
  checkAnswers,
  considered,
  forwardedTo,
  meetings,
  passedTo,
  reviewChecks,
  reviewers,
  reviewTexts,
  wantsMore,
} from '../../console/casework/review/reviewChoices.ts'
import { namedKinds, readyRecipients } from '../../console/casework/sharing/recipients.ts'
import { documentWords } from '../../console/casework/sharing/sharedDocument.ts'
import { sharedReasons, withheldReasons } from '../../console/casework/sharing/sharedWith.ts'
import { audiences } from '../../console/casework/whoHears.ts'
import type { AccountFactor, AccountSession, ChangePassword, PasswordFault } from '../../console/contract/account.ts'
import type { AskDesk } from '../../console/contract/cases.ts'
import { type KnownPerson, Person } from '../../console/contract/people.ts'
import type { ConsoleProblem } from '../../console/contract/replies.ts'
import type { FlagScript, OpenScript } from '../../console/contract/script.ts'
import type { InterviewSummary } from '../../console/records/interviews.ts'
import { acts } from '../../console/web/case/caseActs.ts'
import {
  accommodations,
  attemptOutcomes,
  closings as caseClosings,
  consents,
  decisions,
  decliners,
  lateReasons,
  means,
  notOfferedReasons,
  offerOutcomes,
  reached,
  sentBy,
  sources,
  ways,
  wishes,
} from '../../console/web/case/caseChoices.ts'
import { previousFields, yesOrNo } from '../../console/web/case/caseFacts.ts'
import type { FileTrouble } from '../../console/web/case/saveFile.ts'
import { caseFields } from '../../console/web/keeping/caseFields.ts'
import type { AskWordProblem } from '../../console/web/languages/askWords.ts'
import { titledParts } from '../../console/web/languages/titledParts.ts'
import type { PaperTrouble } from '../../console/web/papers/usePaper.ts'
import { turnFilters } from '../../console/web/practice/debrief/shownTurns.ts'
import { pointKinds } from '../../console/web/practice/progress/pointKinds.ts'
import { scoredParts } from '../../console/web/practice/progress/scoredParts.ts'
import { rulesInWords } from '../../console/web/practice/ruleWords.ts'
import { reviewActs } from '../../console/web/review/reviewActs.ts'
import { lookers, type ReviewLook } from '../../console/web/review/reviewLooks.ts'
import type { AskProblem } from '../../console/web/session/ask.ts'
import type { SsoProblem } from '../../console/web/session/ssoProblem.ts'
import { PromptKind, Regime } from '../../dialogs/guide/schema.ts'
import { questionClasses, questionFlags } from '../../dialogs/practice/coding/questionClasses.ts'
import {
  type Confidentiality,
  type CoverageLine,
  closingChecks,
  type DontKnow,
  openingChecks,
  type StageCheck,
  type TurnCounts,
  type UntoldWhy,
} from '../../dialogs/practice/debrief/debrief.ts'
import { measures } from '../../dialogs/practice/debrief/measures.ts'
import type { NotOpened } from '../../dialogs/practice/drills/drillAnswers.ts'
import type { ReliableChange } from '../../dialogs/practice/progress/changeBetween.ts'
import { Level, PracticeMove, Profile, Theme } from '../../dialogs/practice/scenario/terms.ts'
import { effectReasons } from '../../dialogs/practice/young/effects.ts'
import type { Shut } from '../../dialogs/practice/young/gates.ts'
import type { HowTold } from '../../dialogs/practice/young/practiceState.ts'
import type { ReplyKind } from '../../dialogs/practice/young/reply.ts'
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

const desks = all<AskDesk['which']>({
  open: true,
  mine: true,
  'to-review': true,
  'sent-back': true,
  closed: true,
})

const interpretingModes = all<OpenScript['mode']>({ 'in-room': true, phone: true, video: true })

export const consoleFamilies: Families = {
  'action/*': actionKinds,
  'child-told/*': ['told', 'not-safe', 'not-yet'],
  'outcome/*': actionOutcomes,
  'owner/*': actionOwners,
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
  'answer/*': consents,
  'attempt/*': attemptOutcomes,
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
  'balance/column-*': ['worries', 'strengths', 'view'],
  'balance/how-*': ['nothing-said', 'not-asked'],
  'balance/part-*': balanceParts,
  'might-go/*': mightGoAnswers,
  'picture/group-*': pictureGroups,
  'case/age-*': ['claimed', 'assessed'],
  'case/field-*': ['means', 'to', 'outcome', 'by', 'answer', 'reason', 'moment', 'way', 'service', 'authority'],
  'clock/*': deadlines.map(({ id }) => id),
  'standing/*': standing.map(({ id }) => id),
  'standing-who/*': standing.map(({ id }) => id),
  'clock-state/*': all<Clock['state']>({
    due: true,
    met: true,
    late: true,
    justified: true,
    'not-applicable': true,
  }),
  'closed/*': closings,
  'closed/*-why': closings,
  'closing/*': caseClosings,
  'concerns/today-*': sameDayRules.map(({ id }) => id),
  'concerns/today-*-why': sameDayRules.map(({ id }) => id),
  'debrief/answer-*': ['agrees', 'stays'],
  'debrief/none-*': ['weak', 'commented'],
  'debrief/number-*': [
    'recommended',
    'other',
    'mistakes-recommended',
    'mistakes-other',
    'accepts-led',
    'accepts-pressed',
    'gates',
  ],
  'debrief/on-*': ['trust', 'pressure', 'energy'],
  'debrief/order-*': ['too-early', 'too-late', 'never'],
  'debrief/show-*': turnFilters,
  'desk/none-*': desks,
  'desk/none-*-do': desks,
  'desk/which-*': desks,
  'do/*': Object.keys(acts),
  'decision/*': decisions,
  'recipient/*': readyRecipients,
  'recipient-kind/*': namedKinds,
  'sent-by/*': sentBy,
  'shared-why/*': Object.keys(sharedReasons),
  'sharing/*': ['ask', 'decide', 'say-sent'],
  'sharing/doc-*': documentWords,
  'intelligence-kind/*': IntelligenceKind.options,
  'certainty/*': Certainty.options,
  'reveals/*': Reveals.options,
  'goes-why/*': goesReasons,
  'held-why/*': heldReasons,
  'police-form/*': formWords,
  'wish/*': wishes,
  'withheld-why/*': Object.keys(withheldReasons),
  'event/*': all<Exclude<CaseEventBody['type'], 'timed'>>({
    notified: true,
    named: true,
    recipientNamed: true,
    described: true,
    allocated: true,
    offered: true,
    attempted: true,
    declined: true,
    consent: true,
    notOffered: true,
    letter: true,
    parentInformation: true,
    covered: true,
    linked: true,
    intelligence: true,
    intelligenceSent: true,
    missingAgain: true,
    routed: true,
    authorityTold: true,
    late: true,
    closed: true,
    reopened: true,
    withdrawn: true,
    actionAdded: true,
    actionDone: true,
    concernNoted: true,
    forwarded: true,
    reviewed: true,
    sentBack: true,
    answeredSentBack: true,
    passedOn: true,
    heardBack: true,
    followUpHeld: true,
    sharingAsked: true,
    sharingDecided: true,
    shared: true,
    toldBack: true,
    balanceLine: true,
    balanceChanged: true,
    balanceLeftOut: true,
    scaled: true,
    mightGoAgain: true,
  }),
  'files/*': all<FileTrouble | 'making'>({ making: true, failed: true, busy: true, 'no-connection': true }),
  'sharing/save-*': ['pdf', 'docx', 'json', 'csv'],
  'told-back/*': ToldBackAnswer.options,
  'told-back-what/*': ToldBackWhat.options,
  'export/*': ['said', 'agreed', 'views'],
  'export/case-*': caseFields,
  'export/left-out-*': ['parent-or-carer', 'third-party'],
  'fact/*': yesOrNo,
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
  'forwarded-to/*': forwardedTo,
  'consider/*': considered,
  'reviewer/*': reviewers,
  'meeting/*': meetings,
  'check/*': reviewChecks,
  'check-answer/*': checkAnswers,
  'wants-more/*': wantsMore,
  'pass/*': reviewTexts,
  'passed-to/*': passedTo,
  'follow/band-*': Object.keys(supportBands),
  'follow/add-*': Object.values(supportBands).flat(),
  'review/step-*': reviewSteps,
  'review/act-*': reviewActs,
  'review/look-*': lookers,
  'review/state-*': all<ReviewLook['state']>({ 'to-do': true, 'not-yet': true, 'not-needed': true, 'not-set': true }),
  'lacking/*': all<Lacking>({
    'interview-held': true,
    'record-sent': true,
    forwarded: true,
    'coordinator-review': true,
    'sent-back-answered': true,
    'decline-by-young-person': true,
    'decline-by-parent': true,
    'decline-reason': true,
    'parent-information': true,
    attempts: true,
    letter: true,
    'services-told': true,
    'missing-again': true,
    'reason-not-offered': true,
  }),
  'late/*': lateReasons,
  'letters/*': all<LetterCaution>({ 'not-safe-to-ask': true, concern: true, 'not-all-known': true }),
  'letters/sent-*': decliners,
  'lives/*': accommodations,
  'means/*': means,
  'moment/*': moments,
  'not-offered/*': notOfferedReasons,
  'scope/*': all<Exclude<ScopeAnswer['scope'], 'unknown'>>({ in: true, out: true }),
  'scope/rule-*': Object.keys(defaultScope),
  'way/*': ways,
  'offer/*': offerOutcomes,
  'papers/*': all<PaperTrouble>({ failed: true, busy: true, 'no-connection': true }),
  'papers/about-*': paperNames,
  'drills/*': drills,
  'drills/*-begin': drills,
  'drills/*-is': drills,
  'drills/not-yet-*': all<NotOpened>({
    'nothing-said': true,
    'same-words': true,
    'not-recommended': true,
    flagged: true,
  }),
  'over-time/explained-*': all<Confidentiality['explained']>({
    'before-disclosure': true,
    'after-disclosure': true,
    never: true,
    'nothing-disclosed': true,
  }),
  'over-time/key-*': pointKinds,
  'over-time/part-*': scoredParts,
  'over-time/went-*': all<NonNullable<ReliableChange['direction']>>({ up: true, down: true }),
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
    'unknown-attempt': true,
    'unknown-scenario': true,
    'unknown-assignment': true,
    'not-your-attempt': true,
    'attempt-ended': true,
    'attempt-goes-on': true,
    'scenario-changed': true,
    'no-such-turn': true,
    'case-there': true,
    'case-closed': true,
    'case-lacking': true,
    'nobody-left': true,
  }),
  'practice/change-*': all<ReliableChange['finding']>({
    'more-than-chance': true,
    'not-more-than-chance': true,
    'too-few': true,
  }),
  'practice/class-*': questionClasses,
  'practice/class-*-is': questionClasses,
  'practice/closing-*': closingChecks,
  'practice/counts-*': all<TurnCounts>({
    recommended: true,
    other: true,
    safety: true,
    'of-the-talk': true,
    facilitator: true,
    apart: true,
    waited: true,
  }),
  'practice/covered-*': all<CoverageLine['state']>({
    told: true,
    minimised: true,
    'asked-not-told': true,
    'not-asked': true,
    'not-in-scenario': true,
  }),
  'practice/dont-know-*': all<DontKnow['why']>({ 'not-known': true, 'not-telling': true, 'did-not-come': true }),
  'practice/effect-*': effectReasons,
  'practice/end-*': attemptEnds,
  'practice/end-*-why': attemptEnds,
  'practice/ended-*': attemptEnds,
  'practice/explained-*': all<Confidentiality['explained']>({
    'before-disclosure': true,
    'after-disclosure': true,
    never: true,
    'nothing-disclosed': true,
  }),
  'practice/flag-*': questionFlags,
  'practice/flag-*-is': questionFlags,
  'practice/gate-*': all<Shut>({ trust: true, needs: true, pressure: true, after: true }),
  'practice/how-*': all<HowTold>({ full: true, short: true, minimised: true, hinted: true }),
  'practice/level-*': Level.options,
  'practice/level-*-why': Level.options,
  'practice/letters-*': questionClasses,
  'practice/measure-*': measures,
  'practice/move-*': PracticeMove.options,
  'practice/opening-*': openingChecks,
  'practice/profile-*': Profile.options,
  'practice/reply-*': all<ReplyKind>({
    tells: true,
    minimises: true,
    hints: true,
    yes: true,
    no: true,
    'does-not-know': true,
    'rather-not': true,
    'changes-topic': true,
    'nothing-more': true,
    accepts: true,
    'told-you': true,
    'asks-meaning': true,
    silent: true,
    reacts: true,
    'asks-to-stop': true,
    leaves: true,
    'says-goodbye': true,
  }),
  'practice/rule-*': rulesInWords,
  'practice/stage-*': all<StageCheck['finding']>({
    'in-its-place': true,
    'too-early': true,
    'too-late': true,
    never: true,
  }),
  'practice/theme-*': Theme.options,
  'practice/untold-*': all<UntoldWhy>({
    'not-asked': true,
    'not-telling': true,
    'asked-closed-and-denied': true,
    'more-to-tell': true,
  }),
  'previous/*': Object.keys(previousFields),
  'role/*': Person.shape.role.options,
  'role/*-does': Person.shape.role.options,
  'saved/*': ['saved', 'device', 'offline', 'connecting', 'signed-out'],
  'source/*': sources,
  'state/*': states,
  'theme/*': ['device', 'light', 'dark'],
  'time/*': ['left', 'late'].flatMap(state => ['now', 'minutes', 'hours', 'days'].map(unit => `${state}-${unit}`)),
  'texts/consent-*': caseTexts,
  'texts/for-*': caseTexts,
  'to/*': reached,
  'told/*': [...Told.options, 'not-yet'],
  'topics/*': ['not-begun', 'some-left', 'done', 'skipped'],
  'unchecked/*': ['recipients', 'reachMe', 'helplines'],
  'view/*': ['talk', 'record', 'topics', 'bot'],
  'voice/*': Voice.options,
  'whose/*': all<Whose>({
    police: true,
    provider: true,
    'childrens-services': true,
    interviewer: true,
    'allocated-worker': true,
    'team-manager': true,
    'regulated-professional': true,
  }),
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
