import type { Guide } from '../../../dialogs/guide/schema.ts'
import { holds } from '../../../dialogs/plan/isDue.ts'
import { promptsIn } from '../../../dialogs/plan/promptsIn.ts'
import type { Original, RecordedEvent, Voice } from '../../../dialogs/record/events.ts'
import type { Entry, InterviewRecord, Value } from '../../../dialogs/record/record.ts'
import { recordFrom } from '../../../dialogs/record/recordFrom.ts'
import { placeOf, unknownPrompts } from './balancePlaces.ts'
import type { BalancePart } from './balanceTerms.ts'

/** How it came up: told yes or no, in words, chosen not to be said, asked and left, or never asked. They are never mixed. */
export type HowTold = 'yes' | 'no' | 'words' | 'chose-not-to-say' | 'nothing-said' | 'not-asked' | 'no-talk'

/** A line the record proposes for the balance: what was said, by whom, when and in answer to what. */
export interface Proposal {
  /** The event it stands on; `unknown/` and the prompt for what nobody answered. Stays the same as the record grows. */
  id: string
  part: BalancePart
  how: HowTold
  /** Prompt or coverage id, `concern` for the words a concern was raised with, or `no-talk`. */
  field: string
  /** Absent where nobody said anything. */
  voice?: Voice
  /** Server's time of the event. */
  at?: string
  interview?: string
  /** Word for word, as they are in the record. */
  words: readonly string[]
  original?: Original
}

/** An interview that covers the episode: all its events, in order, and the guide it keeps to. */
export interface InterviewToWeigh {
  events: readonly RecordedEvent[]
  guide: Guide
}

/** What the interviews propose: what was said in the order it was, after it what nobody knows in the order of the guide. */
export function proposalsOf(interviews: readonly InterviewToWeigh[]): Proposal[] {
  const talks = interviews.map(({ events, guide }) => ({ events, guide, record: recordFrom(events) }))
  const said = talks
    .flatMap(({ record, events }) => saidIn(record, events))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return [...said, ...unknownsIn(talks)]
}

/** What an event proposed while it stood, where it was put right or taken out since. */
export function proposalBefore(event: string, interviews: readonly InterviewToWeigh[]): Proposal | undefined {
  for (const { events } of interviews) {
    const found = events.find(({ id }) => id === event)
    if (!found) continue
    const then = events.filter(({ seq }) => seq <= found.seq)
    return saidIn(recordFrom(then), then).find(({ id }) => id === event)
  }
  return undefined
}

/** Whether it is what the young person said themselves, also through an interpreter. */
export const isTheirVoice = (voice: Voice | undefined): boolean => voice === 'young-person' || voice === 'interpreter'

type SaidProposal = Proposal & { at: string; voice: Voice }

function saidIn(record: InterviewRecord, events: readonly RecordedEvent[]): SaidProposal[] {
  const { interview } = record
  const withdrawn = new Set(events.flatMap(each => (each.type === 'withdrawn' ? [each.event] : [])))
  const raised = events.flatMap((event): SaidProposal[] => {
    if (event.type !== 'concernRaised' || event.words === undefined || withdrawn.has(event.id)) return []
    const { id, at, voice, words } = event
    return [{ id, part: 'worries', how: 'words', field: 'concern', voice, at, interview, words: [words] }]
  })
  const written = Object.values(record.fields).flatMap(({ id, entries }) => {
    const field = /^concern\/[^/]+\/(.+)$/.exec(id)?.[1] ?? id
    return entries.flatMap((entry): SaidProposal[] => {
      const part = partOf(field, entry, entries)
      const { event, at, voice, value } = entry
      return part ? [{ id: event, part, field, voice, at, interview, ...contentOf(value) }] : []
    })
  })
  const again = new Set(written.filter(({ field }) => field === 'concern.words').flatMap(({ words }) => words))
  // What was written when a concern was raised is often written once more in its place.
  return [...raised.filter(({ words }) => !words.some(each => again.has(each))), ...written]
}

function partOf(field: string, { value, voice }: Entry, all: readonly Entry[]): BalancePart | undefined {
  const place = placeOf(field)
  if (!place) return undefined
  const { part, noIsWorry } = place
  switch (value.kind) {
    case 'account':
    case 'text':
      return part
    case 'chose-not-to-say':
      return unknownIf(part, field)
    case 'plain':
    case 'coverage': {
      const told = value.kind === 'plain' ? value.said : value.told
      if (told === 'yes') return part
      if (told === 'chose-not-to-say') return unknownIf(part, field)
      if (noIsWorry) return 'worries'
      // A no of theirs to what someone else says is so is how they see it.
      return part === 'worries' && isTheirVoice(voice) && all.some(isYes) ? 'view' : undefined
    }
    default:
      return undefined
  }
}

const unknownIf = (part: BalancePart, field: string): BalancePart | undefined =>
  part === 'view' && !unknownPrompts.includes(field) ? undefined : 'unknowns'

const isYes = ({ value }: Entry) =>
  (value.kind === 'coverage' && value.told === 'yes') || (value.kind === 'plain' && value.said === 'yes')

function contentOf(value: Value): Pick<Proposal, 'how' | 'words' | 'original'> {
  switch (value.kind) {
    case 'account':
      return { how: 'words', words: [value.words], ...(value.original ? { original: value.original } : {}) }
    case 'text':
      return { how: 'words', words: [value.text] }
    case 'plain':
      return { how: value.said, words: value.detail === undefined ? [] : [value.detail] }
    case 'coverage':
      return { how: value.told, words: [value.detail, value.because].flatMap(each => each ?? []) }
    default:
      return { how: 'chose-not-to-say', words: [] }
  }
}

interface Talk {
  guide: Guide
  record: InterviewRecord
}

/** What matters for their safety and was answered in none of the interviews. Where nobody talked with them, that alone. */
function unknownsIn(all: readonly Talk[]): Proposal[] {
  if (all.length === 0) return []
  const talks = all.filter(({ record }) => record.path === 'talk')
  if (talks.length === 0)
    return [{ id: 'unknown/no-talk', part: 'unknowns', how: 'no-talk', field: 'no-talk', words: [] }]
  return unknownPrompts.flatMap((prompt): Proposal[] => {
    const wanted = talks.filter(({ guide, record }) => {
      const placed = promptsIn(guide).get(prompt)
      return placed && holds(placed.topic.askWhen, record) && holds(placed.prompt.askWhen, record)
    })
    const isAnswered = all.some(({ record }) => (record.fields[prompt]?.entries ?? []).length > 0)
    if (wanted.length === 0 || isAnswered) return []
    const wasAsked = wanted.some(({ record }) => record.dealt[prompt] === 'passed')
    const how: HowTold = wasAsked ? 'nothing-said' : 'not-asked'
    return [{ id: `unknown/${prompt}`, part: 'unknowns', how, field: prompt, words: [] }]
  })
}
