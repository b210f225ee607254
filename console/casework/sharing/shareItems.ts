import type { Guide, Regime } from '../../../dialogs/guide/schema.ts'
import type { RecordedEvent, Voice } from '../../../dialogs/record/events.ts'
import type { Entry, Value } from '../../../dialogs/record/record.ts'
import { recordFrom } from '../../../dialogs/record/recordFrom.ts'
import type { RecordedCaseEvent } from '../episode/caseEvents.ts'
import type { NamedPerson } from '../namesIn.ts'

/** A part of what was written down, word for word. */
export interface Piece {
  as: 'words' | 'original' | 'detail' | 'because' | 'person' | 'place'
  text: string
}

/** One thing that was written down, which someone may be told or not. */
export interface ShareItem {
  /** The event it stands on. */
  id: string
  /** What it put right: what was decided of those against sharing holds for it too. */
  behind: readonly string[]
  /** Prompt or coverage id; `concern` or `concern/<prompt>` of a concern; `case/<event>` of the case. */
  field: string
  at: string
  voice: Voice
  regime: Regime
  /** Answers that are codes, numbers or dates. */
  codes: readonly string[]
  pieces: readonly Piece[]
  /** Harm or danger as the guide has it, a concern, or a yes to a plain safety question. Never a level of risk. */
  safeguarding: boolean
  /** May be a danger from someone, or a crime. */
  danger: boolean
  /** What they said about who may be told, which is itself not told to anyone they did not name. */
  wish: boolean
  aboutOthers: boolean
}

/** An interview that covers the episode: every event of it, and the guide it kept to. */
export interface InterviewToShare {
  events: readonly RecordedEvent[]
  guide: Guide
}

/** Everything written down that may be told, in the order it was. */
export function shareItems(
  interviews: readonly InterviewToShare[],
  caseEvents: readonly RecordedCaseEvent[],
  regime: Regime,
): ShareItem[] {
  const items = [...interviews.flatMap(itemsOfInterview), ...itemsOfCase(caseEvents, regime)]
  return items.toSorted((a, b) => order(a.at, b.at) || order(a.id, b.id))
}

/** Everyone who was named, also where it was taken out. */
export const peopleNamed = (interviews: readonly InterviewToShare[]): NamedPerson[] =>
  interviews.flatMap(({ events }) =>
    events.flatMap(event => (event.type === 'answered' && event.answer.kind === 'people' ? event.answer.people : [])),
  )

/** Whether it is what the young person said themselves. */
export const isTheirOwn = ({ voice }: Pick<ShareItem, 'voice'>): boolean =>
  voice === 'young-person' || voice === 'interpreter'

function itemsOfInterview({ events, guide }: InterviewToShare): ShareItem[] {
  const record = recordFrom(events)
  const corrected = new Map(
    events.flatMap(each => ('corrects' in each && each.corrects ? [[each.id, each.corrects]] : [])),
  )
  const signs = signsIn(guide)
  const withdrawn = new Set(events.flatMap(each => (each.type === 'withdrawn' ? [each.event] : [])))
  const raised = events.flatMap(event => {
    if (event.type !== 'concernRaised' || withdrawn.has(event.id)) return []
    const isDanger = isDangerous(record.fields[`concern/${event.concern}/concern.kind`]?.entries ?? [])
    return [
      {
        ...{ id: event.id, behind: [], field: 'concern', at: event.at, voice: event.voice, regime: record.regime },
        ...{ codes: [], pieces: event.words === undefined ? [] : [{ as: 'words' as const, text: event.words }] },
        ...{ safeguarding: true, danger: isDanger, wish: false, aboutOthers: event.voice === 'third-party' },
      },
    ]
  })
  const written = Object.values(record.fields).flatMap(({ id, entries }) =>
    entries.flatMap(entry => {
      const content = contentOf(entry.value)
      if (!content) return []
      const concern = /^concern\/([^/]+)\/(.+)$/.exec(id)
      const kinds = concern ? (record.fields[`concern/${concern[1]}/concern.kind`]?.entries ?? []) : []
      const isSafeguarding = concern !== null || isSign(id, entry, signs)
      const item: ShareItem = {
        id: entry.event,
        behind: chain(entry.event, corrected),
        field: concern ? `concern/${concern[2]}` : id,
        at: entry.at,
        voice: entry.voice,
        regime: record.regime,
        ...content,
        safeguarding: isSafeguarding,
        danger: concern ? isDangerous(kinds) : isSafeguarding && isDangerSign(id),
        wish: isWish(id),
        aboutOthers: entry.voice === 'third-party' || entry.value.kind === 'people',
      }
      return [item]
    }),
  )
  return [...raised, ...written]
}

/** What a parent or carer told, and what was given as the reason for saying no. */
function itemsOfCase(events: readonly RecordedCaseEvent[], regime: Regime): ShareItem[] {
  const gone = new Set(events.flatMap(({ body }) => (body.type === 'withdrawn' ? [body.event] : [])))
  return events.flatMap(({ id, recordedAt, body }) => {
    if (gone.has(id) || (body.type !== 'parentInformation' && body.type !== 'declined')) return []
    if (body.words === undefined) return []
    const isTheirs = body.type === 'declined' && body.by === 'young-person'
    const item: ShareItem = {
      ...{ id, behind: [], field: `case/${body.type}`, at: recordedAt, regime, codes: [] },
      voice: isTheirs ? 'young-person' : 'parent-or-carer',
      pieces: [{ as: 'words', text: body.words }],
      ...{ safeguarding: false, danger: false, wish: false, aboutOthers: false },
    }
    return [item]
  })
}

interface Signs {
  coverage: ReadonlySet<string>
  plain: ReadonlySet<string>
}

function signsIn({ coverage, stages }: Guide): Signs {
  const asked = stages.filter(({ id }) => id === 'safety').flatMap(({ topics }) => topics.flatMap(each => each.prompts))
  return {
    coverage: new Set(coverage.filter(({ safety }) => safety).map(({ id }) => id)),
    plain: new Set(asked.filter(({ kind }) => kind === 'plain').map(({ id }) => id)),
  }
}

function isSign(field: string, { value }: Entry, { coverage, plain }: Signs): boolean {
  if (value.kind === 'coverage') return coverage.has(field) && value.told === 'yes'
  return value.kind === 'plain' && value.said === 'yes' && plain.has(field)
}

/** What may be a danger from someone, or a crime: by the beginning of its name (ECRC-033, ECRC-138, WAKE-128 to 130). */
const dangerous = [
  'harm.physically-hurt',
  'harm.sexual',
  'harm.threatened',
  'harm.kept',
  'harm.someone',
  'harm.something-bad',
  'harm.at-risk',
  'harm.saw-crime',
  'push.violence-between-adults',
  'push.long-term-harm-at-home',
  'pull.groomed',
  'pull.criminal-exploitation',
  'pull.crime',
  'away.crime',
  'away.known-place',
  'away.intimate-contact',
  'return.prevented',
  'trafficking.',
  'exploitation.',
  'safety.hurt-now',
  'safety.kept',
  'safety.frightening',
  'safety.someone-else-in-danger',
] as const
const isDangerSign = (field: string) =>
  field !== 'harm.sexual-health' && dangerous.some(beginning => field.startsWith(beginning))

const notForPolice = ['self-harm', 'medical']
/** Every concern but those that a doctor is for; also one whose kind is not written down yet. */
const isDangerous = (kinds: readonly Entry[]) =>
  kinds.length === 0 || kinds.some(({ value }) => value.kind === 'choice' && !notForPolice.includes(value.option))

const isWish = (field: string) =>
  field.startsWith('sharing.') ||
  [
    'confidentiality.wishes',
    'confidentiality.agreement',
    'plan.agreement',
    'plan.objection',
    'plan.anything-else',
    'plan.one-thing',
  ].includes(field)

function contentOf(value: Value): Pick<ShareItem, 'codes' | 'pieces'> | undefined {
  const piece = (as: Piece['as'], text: string | undefined): Piece[] => (text === undefined ? [] : [{ as, text }])
  switch (value.kind) {
    case 'said':
      return undefined
    case 'account':
      return { codes: [], pieces: [...piece('words', value.words), ...piece('original', value.original?.words)] }
    case 'choice':
      return { codes: [value.option], pieces: [] }
    case 'choices':
      return { codes: value.options, pieces: [] }
    case 'plain':
      return { codes: [value.said], pieces: piece('detail', value.detail) }
    case 'scale':
      return { codes: [String(value.value)], pieces: [] }
    case 'when':
      return {
        codes: [value.date, value.time].filter(each => each !== undefined),
        pieces: piece('words', value.asSaid),
      }
    case 'people':
      return {
        // Their name stands alone, so that it is found in other words where this is withheld.
        codes: value.people.flatMap(({ relation }) => relation ?? []),
        pieces: value.people.map(({ called }) => ({ as: 'person', text: called })),
      }
    case 'places':
      return { codes: [], pieces: value.places.map(text => ({ as: 'place', text })) }
    case 'text':
      return { codes: [], pieces: piece('words', value.text) }
    case 'chose-not-to-say':
      return { codes: ['chose-not-to-say'], pieces: [] }
    case 'coverage':
      return { codes: [value.told], pieces: [...piece('detail', value.detail), ...piece('because', value.because)] }
  }
}

function chain(event: string, corrected: ReadonlyMap<string, string>): string[] {
  const behind: string[] = []
  for (let at = corrected.get(event); at !== undefined && !behind.includes(at); at = corrected.get(at)) behind.push(at)
  return behind
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
