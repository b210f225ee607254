import type { Voice } from '../../../dialogs/record/events.ts'
import type { CaseFile } from '../episode/caseFile.ts'
import type { ForPolice } from './forPolice.ts'
import type { IntelligenceItem } from './intelligence.ts'
import { type Certainty, IntelligenceKind, type Reveals } from './intelligenceEvents.ts'

/** A part of the form as it is read. Every format is written from these and from nothing else. */
export type FormPart =
  | { part: 'heading'; level: 1 | 2; text: string }
  | { part: 'note'; text: string }
  /** Somebody's own words. */
  | { part: 'said'; text: string }
  | { part: 'facts'; rows: readonly FormRow[] }
  /** To be written on by hand. */
  | { part: 'lines'; label: string; count: number }

/** `theirs`: the value is somebody's own words. */
export interface FormRow {
  name: string
  value: string
  theirs: boolean
}

export interface PoliceForm {
  title: string
  parts: readonly FormPart[]
}

/** What the words of the form are, in the language it is written in. */
export interface FormWords {
  say(key: FormWord): string
  kind(kind: IntelligenceKind): string
  voice(voice: Voice): string
  certainty(certainty: Certainty): string
  reveals(reveals: Reveals): string
  time(at: string): string
}

export const formWords = [
  'title',
  'not-graded',
  'others',
  'who',
  'called',
  'reference',
  'missing',
  'back',
  'not-known',
  'known',
  'relation',
  'known-as',
  'from',
  'how-known',
  'third-party',
  'is-third-party',
  'no-third-party',
  'written',
  'handling',
  'careful',
  'sender',
  'sender-how',
] as const
export type FormWord = (typeof formWords)[number]

/**
 * The form for police: whose episode, and each thing that may be on it with who it comes from apart from how they know it, whether
 * it is about someone else, and how to handle it. Nothing that is held back is on it, not even that there is something.
 */
export function policeForm(
  file: Pick<CaseFile, 'calledAs' | 'reference' | 'timed'>,
  { goes }: Pick<ForPolice, 'goes'>,
  words: FormWords,
): PoliceForm {
  const { say, time } = words
  const row = (name: FormWord, value: string, theirs = false): FormRow => ({ name: say(name), value, theirs })
  const when = (moments: readonly (string | null | undefined)[]) => {
    const known = moments.find(at => typeof at === 'string')
    return known ? time(known) : say('not-known')
  }
  const { wentMissing, lastSeen, returned, found } = file.timed
  const items = IntelligenceKind.options.flatMap(kind => {
    const its = goes.filter(({ item }) => item.kind === kind)
    return its.flatMap(({ item }, place) => partsOf(item, place + 1, words))
  })
  return {
    title: say('title'),
    parts: [
      { part: 'note', text: say('not-graded') },
      ...(goes.some(({ item }) => item.thirdParty) ? [{ part: 'note' as const, text: say('others') }] : []),
      { part: 'heading', level: 1, text: say('who') },
      {
        part: 'facts',
        rows: [
          row('called', file.calledAs ?? say('not-known'), file.calledAs !== undefined),
          ...(file.reference === undefined ? [] : [row('reference', file.reference)]),
          row('missing', when([wentMissing, lastSeen])),
          row('back', when([returned, found])),
        ],
      },
      { part: 'heading', level: 1, text: say('known') },
      ...items,
      { part: 'heading', level: 1, text: say('sender') },
      { part: 'lines', label: say('sender-how'), count: 3 },
    ],
  }
}

function partsOf(item: IntelligenceItem, number: number, words: FormWords): FormPart[] {
  const { say } = words
  const row = (name: FormWord, value: string | undefined, theirs = false): FormRow[] =>
    value === undefined ? [] : [{ name: say(name), value, theirs }]
  return [
    { part: 'heading', level: 2, text: `${words.kind(item.kind)} ${number}` },
    { part: 'said', text: item.words },
    {
      part: 'facts',
      rows: [
        ...row('relation', item.relation, true),
        ...row('known-as', item.knownToChildAs, true),
        ...row('from', words.voice(item.source)),
        ...row('how-known', words.certainty(item.certainty)),
        ...row('third-party', say(item.thirdParty ? 'is-third-party' : 'no-third-party')),
        ...row('handling', words.reveals(item.handling.reveals)),
        ...row('careful', item.handling.careful, true),
        ...row('written', words.time(item.time)),
      ],
    },
  ]
}
