import type { RecordedEvent } from '../../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../../dialogs/record/record.ts'
import type { CaseEventBody, RecordedCaseEvent } from '../episode/caseEvents.ts'
import { type NamedPerson, nameWordsOf } from '../namesIn.ts'
import { caseLines } from './caseLines.ts'
import type { ExportChoices } from './exportChoices.ts'
import type { ExportLine, Reviewed } from './exportLine.ts'
import { passagesOf } from './passagesOf.ts'
import { isAsSaid, isOthers, othersVoiceIn } from './toldInCase.ts'
import { written } from './written.ts'

/** Who has seen the record: by role, and never by name. */
export interface SeenByRole {
  role: string
  times: number
  first: string
  last: string
}

/** An export that was finished: who read it before it left, and when (ISO 8601 in UTC). */
export interface FinishedExport {
  id: string
  by: string
  at: string
}

/** What is held about a young person, for them, without what would tell them who others are. */
export interface SubjectAccess<Out = unknown> {
  interview: string
  /** Number of the newest event in it. */
  seq: number
  openedAt: string
  changedAt: string
  /** Their own words and answers, some through an interpreter. */
  said: readonly ExportLine<Out>[]
  /** What was agreed about passing it on. */
  agreed: readonly ExportLine<Out>[]
  /** What practitioners wrote about them. */
  views: readonly ExportLine<Out>[]
  /** What others said is about other people too: how many, and never what. */
  leftOut: readonly { voice: 'parent-or-carer' | 'third-party'; count: number }[]
  seenBy: readonly SeenByRole[]
}

export interface SubjectAccessSources {
  record: InterviewRecord
  /** Every event of the record. */
  events: readonly RecordedEvent[]
  /** Every event of its episode's case, where it has one. */
  caseEvents?: readonly RecordedCaseEvent[]
  choices: ExportChoices
  seenBy: readonly SeenByRole[]
  /** The role of whoever wrote something down; never a name. */
  roleOf(person: string): string
}

/**
 * What is held about this young person, prepared to be handed to them: names that were given as people are replaced
 * wherever they occur, and what a parent or anyone else said is left out.
 * NB: names that were never given as people are not found. A person reads it before it leaves.
 */
export function subjectAccess({
  record,
  events,
  caseEvents = [],
  choices,
  seenBy,
  roleOf,
}: SubjectAccessSources): SubjectAccess<Reviewed> {
  const names = nameWordsOf(peopleIn(events))
  const standing = new Set(Object.values(record.fields).flatMap(({ entries }) => entries.map(({ event }) => event)))
  const isOthersOwn = (body: CaseEventBody) => othersVoiceIn(body, events) !== undefined
  const othersWords = events
    .filter(({ voice }) => isOthers(voice))
    .flatMap(event => written(event)?.words.map(each => each.text) ?? [])
    .concat(caseEvents.flatMap(({ body }) => (isOthersOwn(body) && isAsSaid(body) ? (body.words ?? []) : [])))
  const lines = events.flatMap(event => {
    const it = isOthers(event.voice) ? undefined : written(event)
    if (!it) return []
    const own = it.words.filter(({ text }) => !othersWords.some(theirs => theirs.includes(text)))
    const line: ExportLine<Reviewed> = {
      event: event.id,
      field: it.field,
      at: event.at,
      by: roleOf(event.by),
      voice: event.voice,
      stands: it.field === null || standing.has(event.id),
      coded: it.coded,
      words: own.map(({ place, as, text }) => {
        const piece = `${event.id}/${place}`
        return { piece, as, passages: passagesOf(piece, text, names, choices) }
      }),
    }
    return line.coded === null && line.words.length === 0 ? [] : [line]
  })
  const done = caseLines(caseEvents, isOthersOwn, { names, choices, roleOf, othersWords })
  const isAgreed = ({ field }: ExportLine) =>
    field !== null && (agreements.includes(field) || field.startsWith('sharing.'))
  return {
    interview: record.interview,
    seq: record.seq,
    openedAt: record.openedAt,
    changedAt: record.changedAt,
    agreed: lines.filter(isAgreed),
    said: [
      ...done.filter(({ voice }) => voice !== 'practitioner'),
      ...lines.filter(line => !isAgreed(line) && line.voice !== 'practitioner'),
    ],
    views: [
      ...done.filter(({ voice }) => voice === 'practitioner'),
      ...lines.filter(line => !isAgreed(line) && line.voice === 'practitioner'),
    ],
    leftOut: (['parent-or-carer', 'third-party'] as const)
      .map(voice => {
        const inCase = caseEvents.filter(({ body }) => othersVoiceIn(body, events) === voice)
        const inTalk = events.filter(event => event.voice === voice && written(event))
        return { voice, count: inTalk.length + inCase.length }
      })
      .filter(({ count }) => count > 0),
    seenBy,
  }
}

/** The same as it is handed out: of what is left out, only that it is. */
export function handedOut({ said, agreed, views, ...rest }: SubjectAccess<Reviewed>): SubjectAccess {
  const bare = (line: ExportLine<Reviewed>): ExportLine => ({
    ...line,
    words: line.words.map(each => ({
      ...each,
      passages: each.passages.map(passage =>
        'text' in passage ? passage : { out: passage.out, relation: passage.relation },
      ),
    })),
  })
  return { ...rest, said: said.map(bare), agreed: agreed.map(bare), views: views.map(bare) }
}

/** Who has looked at a record or written in it, by role: what the audit says, without whom. */
export function seenByRoles(
  seen: readonly { by: string; times: number; first: string; last: string }[],
  roleOf: (person: string) => string,
): SeenByRole[] {
  return [...Map.groupBy(seen, ({ by }) => roleOf(by))]
    .map(([role, their]) => ({
      role,
      times: their.reduce((sum, { times }) => sum + times, 0),
      first: their.map(({ first }) => first).toSorted()[0] ?? '',
      last:
        their
          .map(({ last }) => last)
          .toSorted()
          .at(-1) ?? '',
    }))
    .toSorted((a, b) => (a.first < b.first ? -1 : 1))
}

const agreements: readonly string[] = ['plan.agreement', 'plan.objection', 'plan.anything-else']

/** Everyone who was named, also where it was put right, taken out, or is someone else's. */
const peopleIn = (events: readonly RecordedEvent[]): NamedPerson[] =>
  events.flatMap(event => (event.type === 'answered' && event.answer.kind === 'people' ? event.answer.people : []))
