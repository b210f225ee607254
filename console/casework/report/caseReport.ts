import type { Guide, Prompt } from '../../../dialogs/guide/schema.ts'
import type { InterviewRecord } from '../../../dialogs/record/record.ts'
import { recordFrom } from '../../../dialogs/record/recordFrom.ts'
import { concernClock } from '../actions/actions.ts'
import { type CaseConcern, concernsOf } from '../actions/concernsOf.ts'
import { balanceOf } from '../balance/balanceOf.ts'
import { balanceReport, type ReportedLine } from '../balance/balanceReport.ts'
import { type MightGoView, mightGoViews, type ScaleMark, scalesOf } from '../balance/viewsOf.ts'
import type { Clock } from '../clocks/clocksFor.ts'
import type { CaseEventBody, RecordedCaseEvent } from '../episode/caseEvents.ts'
import { type CaseFile, caseFrom, type InterviewTimes, momentsOf } from '../episode/caseFile.ts'
import { noIntelligence } from '../intelligence/intelligence.ts'
import type { Recipient } from '../sharing/recipients.ts'
import { sharedWith, type Wish } from '../sharing/sharedWith.ts'
import { type InterviewToShare, type ShareItem, shareItems } from '../sharing/shareItems.ts'
import { choicesFor } from '../sharing/wishesFrom.ts'

/** What was said in one stage of a talk; and apart from it what they chose not to say, and what they were not asked. */
export interface ReportStage {
  /** A stage of the guide; null for what is of none. */
  stage: string | null
  lines: readonly ReportLine[]
  /** Prompt or coverage ids. */
  choseNotToSay: readonly string[]
  notAsked: readonly string[]
}

/** One thing that was written down in a talk, in the voice it was said in. */
export type ReportLine = Pick<ShareItem, 'id' | 'field' | 'at' | 'voice' | 'codes' | 'pieces'>

export interface ReportTalk {
  interview: string
  openedAt: string
  /** When it came to its end with the young person; null while it has not. */
  held: string | null
  /** BCP 47. */
  language: string
  stages: readonly ReportStage[]
}

/** A concern with what was done about it, and both times behind its 24 hours. */
export interface ReportConcern extends Omit<CaseConcern, 'seq'> {
  referBy: string
  referredAt: string | null
  actions: CaseFile['actions']
  notes: CaseFile['concernNotes']
}

/** Who may be told how much, and what was sent. */
export interface ReportTold {
  recipient: string
  /** What they are called, where this authority or this case named them. */
  name: string | null
  /** Whether nobody here has checked yet how far they are told. */
  unchecked: boolean
  goes: number
  keptBack: number
  sent: CaseFile['sharing']['sent']
  /** What they want, as it was asked in the talk or on the case. */
  wishes: readonly Wish[]
}

/** Everything of a case for the authority's own record of the child (TORB 3.1, CBC-021, WAKE-115). Each format is written from it. */
export interface CaseReport {
  made: string
  episode: string
  file: CaseFile
  /** Moments as they are known; null for known that nobody knows. ISO 8601. */
  moments: readonly { moment: string; at: string | null }[]
  clocks: readonly Clock[]
  talks: readonly ReportTalk[]
  concerns: readonly ReportConcern[]
  told: readonly ReportTold[]
  /** Null where nobody has worked on the balance, nor told it back: what was said stands in the talks. */
  balance: ReportBalance | null
  /** Whatever else was written on the case, in order: so that nothing of it is missing, whatever kinds of events there come to be. */
  others: readonly { type: CaseEventBody['type']; at: string; words: string | null }[]
}

/** The balance as the practitioner left it, the numbers that were said, and in whose view they might go missing again. */
export interface ReportBalance {
  lines: readonly ReportedLine[]
  scales: readonly ScaleMark[]
  mightGo: readonly MightGoView[]
}

export interface ReportSources {
  events: readonly RecordedCaseEvent[]
  clocks: readonly Clock[]
  interviews: readonly InterviewToShare[]
  /** As the store has them, in the same order. */
  times: readonly InterviewTimes[]
  recipients: readonly Recipient[]
  regime: ShareItem['regime']
  made: string
}

export function caseReport({ events, clocks, interviews, times, recipients, regime, made }: ReportSources): CaseReport {
  // Who told something for police, and in what confidence, goes to police alone: on the report there is only that it was written.
  const file = { ...caseFrom(events), intelligence: noIntelligence }
  const records = interviews.map(each => recordFrom(each.events))
  const unknown = Object.fromEntries(Object.entries(file.timed).filter(([, at]) => at === null))
  const items = shareItems(interviews, events, regime)
  return {
    made,
    episode: file.episode,
    file,
    moments: Object.entries({ ...unknown, ...momentsOf(file, times) })
      .map(([moment, at]) => ({ moment, at: at ?? null }))
      .toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? '')),
    clocks,
    talks: interviews.map((each, place) => talkOf(each, records[place], times[place], regime)),
    concerns: interviews.flatMap((each, place) => {
      const record = records[place]
      return record === undefined ? [] : concernsOf(record, each.events).map(concern => reported(concern, file, made))
    }),
    told: recipients.map(recipient => {
      const choices = choicesFor(recipient, file, records)
      const { shared, withheld } = sharedWith(recipient, items, choices)
      return {
        recipient: recipient.id,
        name: recipient.name ?? null,
        unchecked: recipient.lastChecked === null,
        goes: shared.length,
        keptBack: withheld.length,
        sent: file.sharing.sent.filter(each => each.recipient === recipient.id),
        wishes: choices.wishes,
      }
    }),
    balance: balanceIn(file, interviews, records),
    others: othersIn(events),
  }
}

/** Events that have a part of the report of their own, or are nothing by themselves. */
const inOtherParts: readonly CaseEventBody['type'][] = [
  ...(['notified', 'named', 'timed', 'described', 'allocated', 'offered', 'attempted', 'declined', 'consent'] as const),
  ...(['notOffered', 'letter', 'parentInformation', 'covered', 'missingAgain', 'late', 'withdrawn'] as const),
  ...(['actionAdded', 'actionDone', 'concernNoted', 'recipientNamed', 'sharingAsked', 'shared', 'toldBack'] as const),
  ...(['balanceLine', 'balanceChanged', 'balanceLeftOut', 'scaled', 'mightGoAgain'] as const),
]

function othersIn(events: readonly RecordedCaseEvent[]): CaseReport['others'] {
  const gone = new Set(events.flatMap(({ body }) => (body.type === 'withdrawn' ? [body.event] : [])))
  return events
    .filter(({ id, body }) => !gone.has(id) && !inOtherParts.includes(body.type))
    .map(({ recordedAt, body }) => ({ type: body.type, at: recordedAt, words: wordsOf(body) ?? null }))
}

function wordsOf(body: CaseEventBody): string | undefined {
  if (body.type === 'intelligence' || body.type === 'intelligenceSent') return undefined
  if (body.type === 'sharingDecided') return body.why
  return 'words' in body ? body.words : undefined
}

function balanceIn(file: CaseFile, interviews: readonly InterviewToShare[], records: readonly InterviewRecord[]) {
  const isWorkedOn = Object.values(file.balance).some(edits => edits.length > 0)
  if (!isWorkedOn && !file.toldBack.some(({ what }) => what === 'balance')) return null
  return {
    // What nobody was asked is with the talks, unless somebody wrote of it. What they chose not to say stays.
    lines: balanceReport(balanceOf(interviews, file.balance)).filter(
      ({ field, event, written }) => field === undefined || event !== undefined || written !== undefined,
    ),
    scales: scalesOf(records, file.balance),
    mightGo: mightGoViews(records, file.balance),
  }
}

function reported({ seq: _, ...concern }: CaseConcern, file: CaseFile, now: string): ReportConcern {
  const isIts = (about: { interview: string; concern: string } | undefined) =>
    about?.concern === concern.id && about.interview === concern.interview
  const { due, met } = concernClock(concern, file.actions, file.timed.referred, now)
  return {
    ...concern,
    referBy: due,
    referredAt: met ?? null,
    actions: file.actions.filter(action => isIts(action.concern)),
    notes: file.concernNotes.filter(isIts),
  }
}

function talkOf(
  interview: InterviewToShare,
  record: InterviewRecord | undefined,
  times: InterviewTimes | undefined,
  regime: ShareItem['regime'],
): ReportTalk {
  const { guide, events } = interview
  const places = stagesIn(guide)
  // A concern has a part of its own.
  const items = shareItems([interview], [], regime).filter(({ field }) => !/^concern(\/|$)/.test(field))
  const stages = [...guide.stages.map(({ id }) => id), null].map((stage): ReportStage => {
    const own = items.filter(({ field }) => (places.get(field) ?? null) === stage)
    return {
      stage,
      lines: own.filter(item => !isUnsaid(item)).map(lineOf),
      choseNotToSay: own.filter(isUnsaid).map(({ field }) => field),
      notAsked: stage === null ? [] : notAsked(guide, stage, record),
    }
  })
  return {
    interview: events[0]?.interview ?? '',
    openedAt: events[0]?.at ?? '',
    held: times?.held ?? null,
    language: record?.language ?? 'en',
    stages: stages.filter(
      ({ lines, choseNotToSay, notAsked: open }) => lines.length + choseNotToSay.length + open.length > 0,
    ),
  }
}

const isUnsaid = ({ codes }: ShareItem) => codes.length === 1 && codes[0] === 'chose-not-to-say'

const lineOf = ({ id, field, at, voice, codes, pieces }: ShareItem): ReportLine => ({
  id,
  field,
  at,
  voice,
  codes,
  pieces,
})

/** Where each prompt is, and each thing to listen for: in the first stage that listens for it. */
function stagesIn({ stages }: Guide): ReadonlyMap<string, string> {
  const prompts = stages.flatMap(({ id, topics }) =>
    topics.flatMap(each => each.prompts.map(prompt => ({ id, prompt }))),
  )
  const heard = prompts.flatMap(({ id, prompt }) => prompt.listenFor.map(item => [item, id] as const))
  return new Map([...heard.toReversed(), ...prompts.map(({ id, prompt }) => [prompt.id, id] as const)])
}

/**
 * What the talk did not come to, or what was left to be seen as not asked. NB: what is asked only where something calls for it is
 * left out unless it was skipped, and so is what is only said.
 */
function notAsked({ stages }: Guide, stage: string, record: InterviewRecord | undefined): string[] {
  const found = stages.find(({ id }) => id === stage)
  if (!found || record === undefined || found.practitionerOnly || record.path !== 'talk') return []
  const has = (prompt: Prompt) => (record.fields[prompt.id]?.entries.length ?? 0) > 0
  return found.topics
    .filter(({ paths }) => paths.includes('talk'))
    .flatMap(topic =>
      topic.prompts.filter(prompt => {
        if (prompt.kind === 'say' || has(prompt)) return false
        const isSure = topic.askWhen === undefined && prompt.askWhen === undefined
        const how = record.dealt[prompt.id]
        return how === 'skipped' || (isSure && how === undefined)
      }),
    )
    .map(({ id }) => id)
}
