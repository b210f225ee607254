import { z } from 'zod'
import type { Answer, RecordedEvent, Told, Voice } from '../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../dialogs/record/record.ts'
import { concernField } from '../../dialogs/record/recordFrom.ts'
import type { CaseEventBody, RecordedCaseEvent } from './episode/caseEvents.ts'
import { type NamedPerson, type NameWords, namesIn, nameWordsOf, relationShown, type Span } from './namesIn.ts'
import { isAsSaid, isOthers, othersVoiceIn, toldInCase } from './toldInCase.ts'

const Part = {
  piece: z.string().min(1).max(100).describe('Event and place: words are never changed, so their places stay.'),
  from: z.int().min(0).max(20_000),
  to: z.int().min(1).max(20_000),
}
const Reason = z.string().trim().min(3).max(2_000)

/** What someone decided about single passages, in the order they did. */
export const ExportChoices = z.strictObject({
  leftOut: z.array(z.strictObject(Part)).max(2_000),
  putBack: z.array(z.strictObject({ ...Part, reason: Reason })).max(2_000),
})
export type ExportChoices = z.infer<typeof ExportChoices>

export const noChoices: ExportChoices = { leftOut: [], putBack: [] }

const isSomething = ({ from, to }: Span) => from < to

export const ExportChange = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('leave-out'),
    parts: z.array(z.strictObject(Part).refine(isSomething)).min(1).max(500),
  }),
  z.strictObject({ do: z.literal('put-back'), ...Part, reason: Reason }).refine(isSomething),
])
export type ExportChange = z.infer<typeof ExportChange>

/** Words as they are handed out, and between them what is left out: a name, or a passage that someone chose. */
export type Passage<Out> = { text: string } | ({ out: 'name' | 'by-hand'; relation: string | null } & Out)

/** For whoever prepares it: what was there, and where. */
export type Reviewed = Span & { was: string }

/** What is a code, a number or a date, and so names nobody. */
export type Coded =
  | Extract<Answer, { kind: 'choice' | 'choices' | 'scale' }>
  | { kind: 'plain'; said: 'yes' | 'no' }
  | { kind: 'when'; date?: string; time?: string }
  | { kind: 'coverage'; told: Told }
  | { kind: 'chose-not-to-say' }
  | { kind: 'people'; relations: readonly (string | null)[] }

export interface ExportedWords<Out> {
  piece: string
  as: 'words' | 'original' | 'detail' | 'because' | 'place'
  passages: readonly Passage<Out>[]
}

/** One thing that was written down. */
export interface ExportLine<Out = unknown> {
  event: string
  /** Prompt or coverage id; of a concern's own answer `concern/<concern>/<prompt>`; null where a concern was raised. */
  field: string | null
  at: string
  /** Who wrote it down: their role, and never their name. */
  by: string
  voice: Voice
  /** Whether it still stands, or was put right or taken out later. */
  stands: boolean
  coded: Coded | null
  words: readonly ExportedWords<Out>[]
}

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

/** The choices with one more. What is put back is not left out by an earlier one, and the other way round. */
export function withChange({ leftOut, putBack }: ExportChoices, change: ExportChange): ExportChoices {
  if (change.do === 'leave-out') {
    return change.parts.reduce(
      (all, part) => ({
        leftOut: [...apartFrom(all.leftOut, part), widest(all.leftOut, part)],
        putBack: apartFrom(all.putBack, part),
      }),
      { leftOut, putBack },
    )
  }
  const { do: _, ...part } = change
  return { leftOut: apartFrom(leftOut, part), putBack: [...apartFrom(putBack, part), part] }
}

type Placed = Span & { piece: string }

const apartFrom = <Each extends Placed>(all: readonly Each[], part: Placed): Each[] =>
  all.filter(each => each.piece !== part.piece || each.to <= part.from || part.to <= each.from)

/** With all that it overlaps, so that nothing that was left out shows again. */
function widest(leftOut: ExportChoices['leftOut'], part: Placed) {
  const over = leftOut.filter(each => each.piece === part.piece && each.from < part.to && part.from < each.to)
  return {
    piece: part.piece,
    from: Math.min(part.from, ...over.map(({ from }) => from)),
    to: Math.max(part.to, ...over.map(({ to }) => to)),
  }
}

/** Each thing a case has about the young person, with when. Words that others said are not in it. */
function caseLines(
  events: readonly RecordedCaseEvent[],
  isOthersOwn: (body: CaseEventBody) => boolean,
  { names, choices, roleOf, othersWords }: Writing,
): ExportLine<Reviewed>[] {
  const gone = new Set(events.flatMap(({ body }) => (body.type === 'withdrawn' ? [body.event] : [])))
  return events.flatMap(({ id, recordedAt, by, body }) => {
    const told = isOthersOwn(body) ? undefined : toldInCase(body)
    if (!told) return []
    const own = told.words.flatMap(([place, text]) =>
      text === undefined || othersWords.some(theirs => theirs.includes(text)) ? [] : [{ place, text }],
    )
    const line: ExportLine<Reviewed> = {
      event: id,
      field: `case/${body.type}`,
      at: recordedAt,
      by: roleOf(by),
      voice: told.voice,
      stands: !gone.has(id),
      coded: told.coded,
      words: own.map(({ place, text }) => {
        const piece = `${id}/${place}`
        return { piece, as: 'words', passages: passagesOf(piece, text, names, choices) }
      }),
    }
    return [line]
  })
}

interface Writing {
  names: NameWords
  choices: ExportChoices
  roleOf(person: string): string
  othersWords: readonly string[]
}

const agreements: readonly string[] = ['plan.agreement', 'plan.objection', 'plan.anything-else']

/** Everyone who was named, also where it was put right, taken out, or is someone else's. */
const peopleIn = (events: readonly RecordedEvent[]): NamedPerson[] =>
  events.flatMap(event => (event.type === 'answered' && event.answer.kind === 'people' ? event.answer.people : []))

interface Written {
  field: string | null
  coded: Coded | null
  words: readonly { place: string; as: ExportedWords<unknown>['as']; text: string }[]
}

/** What an event wrote down; undefined for one that only moved the talk along. */
function written(event: RecordedEvent): Written | undefined {
  switch (event.type) {
    case 'accounted':
      return {
        field: fieldOf(event),
        coded: null,
        words: [wordsAs('words', event.words), ...(event.original ? [wordsAs('original', event.original.words)] : [])],
      }
    case 'answered':
      return { field: fieldOf(event), ...answered(event.answer) }
    case 'choseNotToSay':
      return { field: fieldOf(event), coded: { kind: 'chose-not-to-say' }, words: [] }
    case 'covered': {
      const words = [
        ...(event.detail === undefined ? [] : [wordsAs('detail', event.detail)]),
        ...(event.because === undefined ? [] : [wordsAs('because', event.because)]),
      ]
      return { field: event.coverage, coded: { kind: 'coverage', told: event.told }, words }
    }
    case 'concernRaised':
      return { field: null, coded: null, words: event.words === undefined ? [] : [wordsAs('words', event.words)] }
    default:
      return undefined
  }
}

function answered(answer: Answer): Pick<Written, 'coded' | 'words'> {
  switch (answer.kind) {
    case 'choice':
    case 'choices':
    case 'scale':
      return { coded: answer, words: [] }
    case 'plain': {
      const words = answer.detail === undefined ? [] : [wordsAs('detail', answer.detail)]
      return { coded: { kind: 'plain', said: answer.said }, words }
    }
    case 'when': {
      const { asSaid, date, time } = answer
      const coded: Coded = {
        kind: 'when',
        ...(date === undefined ? {} : { date }),
        ...(time === undefined ? {} : { time }),
      }
      return { coded, words: [wordsAs('words', asSaid)] }
    }
    case 'people':
      return {
        coded: { kind: 'people', relations: answer.people.map(({ relation }) => relationShown(relation)) },
        words: [],
      }
    case 'places':
      return {
        coded: null,
        words: answer.places.map((text, place) => ({ place: `place-${place}`, as: 'place', text })),
      }
    case 'text':
      return { coded: null, words: [wordsAs('words', answer.text)] }
  }
}

const wordsAs = (as: 'words' | 'original' | 'detail' | 'because', text: string) => ({ place: as, as, text })

const fieldOf = ({ prompt, concern }: { prompt: string; concern?: string | undefined }) =>
  concern === undefined ? prompt : concernField(concern, prompt)

function passagesOf(
  piece: string,
  text: string,
  names: NameWords,
  { leftOut, putBack }: ExportChoices,
): Passage<Reviewed>[] {
  const here = <Each extends { piece: string }>(all: readonly Each[]) => all.filter(each => each.piece === piece)
  const back = here(putBack)
  const byHand = here(leftOut).map(({ from, to }) => ({ from, to, out: 'by-hand' as const, relation: null }))
  const byName = namesIn(text, names)
    .filter(name => !back.some(({ from, to }) => from <= name.from && name.to <= to))
    .map(name => ({ ...name, out: 'name' as const }))
  const spans = [...byHand, ...byName].toSorted((a, b) => a.from - b.from || b.to - a.to)
  const passages: Passage<Reviewed>[] = []
  let at = 0
  for (const { from, to, out, relation } of spans) {
    const start = Math.max(from, at)
    const end = Math.min(to, text.length)
    if (end <= start) continue
    if (start > at) passages.push({ text: text.slice(at, start) })
    passages.push({ out, relation, from: start, to: end, was: text.slice(start, end) })
    at = end
  }
  if (at < text.length) passages.push({ text: text.slice(at) })
  return passages
}
