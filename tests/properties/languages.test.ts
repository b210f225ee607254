import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scriptOf } from '../../console/casework/scriptOf.ts'
import { guide2 } from '../../dialogs/guide/guide.ts'
import type { Prompt } from '../../dialogs/guide/schema.ts'
import type { Intent } from '../../dialogs/intent.ts'
import { nextStep } from '../../dialogs/plan/nextStep.ts'
import { promptsIn } from '../../dialogs/plan/promptsIn.ts'
import { InterpreterFlag, type RecordedEvent } from '../../dialogs/record/events.ts'
import { languageCodes } from '../../locales/languages.ts'
import { idOf, Talk } from '../support/talk.ts'

const prompts = [...promptsIn(guide2).values()].map(({ prompt }) => prompt)
const wordsSaid = [
  'I went with my friend',
  'ذهبتُ مع صديقي',
  'ምስ ዓርከይ ከይደ',
  'Tôi đi với bạn',
  'زه له خپل ملګري سره لاړم',
  '  – 3 "x" \u200f',
]

/** What is done, and a number to choose by. */
const move = fc.tuple(fc.nat(15), fc.nat(100_000))
const language = fc.constantFrom(...languageCodes)
const runs = { numRuns: 1_000 }

describe('switching the language', () => {
  it('at every prompt, whatever was answered, leaves the record byte for byte what it was without', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(move, fc.array(language, { maxLength: 3 })), { maxLength: 25 }), steps => {
        const [still, switching] = [new Talk(guide2), new Talk(guide2)]
        for (const [[kind, number], to] of steps) {
          for (const each of to) expect(switching.do({ do: 'language', to: each }).ok).toBe(true)
          const done = still.do(intentFor(still, kind, number))
          expect(switching.do(intentFor(switching, kind, number)).ok).toBe(done.ok)
          expect(switching.now).toBe(still.now)
          expect(scriptIn(switching)).toBe(scriptIn(still))
        }
        expect(kept(switching)).toBe(kept(still))
      }),
      runs,
    )
  }, 60_000)

  it('through all of them at each prompt of the guide changes nothing but the language', () => {
    for (const { id } of prompts) {
      const talk = new Talk(guide2)
      talk.do({ do: 'go', to: id })
      const [before, step] = [kept(talk), nextStep(guide2, talk.record)]
      for (const to of [...languageCodes, 'en']) {
        talk.do({ do: 'language', to })
        expect(talk.record.language).toBe(to)
        expect([id, nextStep(guide2, talk.record)]).toEqual([id, step])
      }
      expect(kept(talk)).toBe(before)
    }
  })

  it('is told of each thing said: in which language the talk then was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(move, language), { maxLength: 15 }), steps => {
        const talk = new Talk(guide2)
        for (const [[kind, number], to] of steps) {
          talk.do({ do: 'language', to })
          const before = talk.events.length
          talk.do(intentFor(talk, kind, number))
          for (const event of talk.events.slice(before)) expect(event.language).toBe(to)
        }
        const said = new Map(talk.events.map(event => [event.id, event.language]))
        for (const { entries } of Object.values(talk.record.fields)) {
          for (const entry of entries) expect(entry.language).toBe(said.get(entry.event))
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('what an interpreter lets the room know, and other words for a prompt', () => {
  const aside = fc.tuple(fc.constantFrom('flag', 'rephrase', 'withdraw'), fc.nat(100_000))

  it('never change a field, what was dealt with, or what comes next', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(move, fc.array(aside, { maxLength: 3 })), { maxLength: 20 }), steps => {
        const [without, having] = [new Talk(guide2), new Talk(guide2)]
        for (const [[kind, number], asides] of steps) {
          for (const [what, which] of asides) having.do(asideFor(having, what, which))
          without.do(intentFor(without, kind, number))
          having.do(intentFor(having, kind, number))
          expect(having.now).toBe(without.now)
          expect(scriptIn(having)).toBe(scriptIn(without))
        }
        expect(kept(having)).toBe(kept(without))
      }),
      runs,
    )
  }, 60_000)

  it('stand in the order they came until they are taken back, which is once', () => {
    fc.assert(
      fc.property(fc.array(aside, { maxLength: 30 }), asides => {
        const talk = new Talk(guide2)
        const flags: string[] = []
        const rephrasings: string[] = []
        for (const [what, which] of asides) {
          const intent = asideFor(talk, what, which)
          const { ok } = talk.do(intent)
          const made = talk.events.at(-1)?.id ?? ''
          if (intent.do === 'flag') flags.push(made)
          if (intent.do === 'rephrase') rephrasings.push(made)
          if (intent.do !== 'withdraw') continue
          const standing = [flags, rephrasings].find(each => each.includes(intent.event))
          expect(ok).toBe(standing !== undefined)
          standing?.splice(standing.indexOf(intent.event), 1)
          expect(talk.do(intent)).toEqual({ ok: false, problem: 'unknown-event' })
        }
        expect(talk.record.flags.map(({ event }) => event)).toEqual(flags)
        expect(talk.record.rephrasings.map(({ event }) => event)).toEqual(rephrasings)
        for (const each of [...talk.record.flags, ...talk.record.rephrasings]) {
          expect(talk.events.find(({ id }) => id === each.event)).toMatchObject({ by: each.by, at: each.at })
        }
      }),
      runs,
    )
  })

  it('are words kept as they are, in whatever language', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...prompts),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        language,
        (prompt, words, to) => {
          const talk = new Talk(guide2)
          talk.do({ do: 'language', to })
          const account = talk.do({
            do: 'account',
            prompt: 'leaving.before-you-went',
            words: 'a',
            original: { language: to, words },
          })
          const other = talk.do({ do: 'rephrase', prompt: prompt.id, words })
          expect([account.ok, other.ok]).toEqual([true, true])
          expect(talk.record.rephrasings).toMatchObject([{ prompt: prompt.id, words }])
          expect(talk.values('leaving.before-you-went')).toEqual([
            { kind: 'account', words: 'a', original: { language: to, words } },
          ])
        },
      ),
      { numRuns: 300 },
    )
  })
})

/** All that is kept of a talk but the language and what only counts events, with events told by their place among the rest. */
function kept({ record, events }: Talk): string {
  const own = events.filter(isOwn)
  const places = new Map(own.map(({ id }, place) => [id, place]))
  const place = (id: string) => places.get(id)
  const { fields, dealt, concerns, setAside, trail, at, last, path, state, stoppedBy } = record
  return JSON.stringify({
    fields: Object.values(fields).map(({ id, entries, events: behind }) => ({
      id,
      entries: entries.map(({ event, by, from, voice, value }) => ({ event: place(event), by, from, voice, value })),
      behind: behind.map(place),
    })),
    dealt,
    concerns: concerns.map(({ id, words, dealt: dealtIn }) => ({ id, words, dealtIn })),
    setAside: Object.entries(setAside).map(([coverage, accounts]) => [coverage, accounts.map(place)]),
    ...{ trail, at, last, path, state, stoppedBy },
  })
}

/** What is neither a switch, nor of an interpreter, nor takes such a thing back. */
function isOwn(event: RecordedEvent, _: number, all: readonly RecordedEvent[]): boolean {
  if (event.type === 'withdrawn') return all.some(each => each.id === event.event && isOwn(each, 0, all))
  return !['languageChanged', 'interpreterFlagged', 'rephrased'].includes(event.type)
}

/** The script without its language. */
function scriptIn({ record }: Talk): string {
  const { language: _, ...script } = scriptOf(guide2, record)
  return JSON.stringify(script)
}

function asideFor(talk: Talk, what: 'flag' | 'rephrase' | 'withdraw', number: number): Intent {
  const pick = picking(number)
  const prompt = pick(prompts)?.id ?? ''
  if (what === 'rephrase') return { do: 'rephrase', prompt, words: pick(wordsSaid) ?? '' }
  if (what === 'withdraw') {
    const asides = talk.events.filter(({ type }) => type === 'interpreterFlagged' || type === 'rephrased')
    return { do: 'withdraw', event: pick(asides)?.id ?? idOf(0) }
  }
  return { do: 'flag', flag: pick(InterpreterFlag.options) ?? 'said', ...(number % 3 === 0 ? {} : { prompt }) }
}

/** The same thing done in two talks: events are picked by their place among those that both have. */
function intentFor(talk: Talk, kind: number, number: number): Intent {
  const pick = picking(number)
  const step = nextStep(guide2, talk.record)
  const event = pick(talk.events.filter(isOwn))?.id ?? idOf(0)
  const coverage = pick(guide2.coverage)?.id ?? ''
  switch (kind) {
    case 0:
      return { do: 'go', to: pick(prompts)?.id ?? '' }
    case 1:
      return { do: 'back' }
    case 2:
      return { do: 'skip' }
    case 3:
      return { do: 'rather-not' }
    case 4:
      return { do: 'cover', coverage, told: pick(['yes', 'no', 'chose-not-to-say'] as const) ?? 'no' }
    case 5:
      return { do: 'withdraw', event }
    case 6:
      return number % 3 === 0 ? { do: 'concern', concern: idOf(9000 + (number % 5)) } : { do: 'next' }
    case 7:
      return number % 3 === 0 ? { do: 'pause' } : { do: 'resume' }
    case 8:
      return number % 9 === 0 ? { do: 'stop', whoseChoice: 'young-person' } : { do: 'next' }
    case 9:
      return { do: 'set-aside', coverage, account: event }
    default: {
      const prompt = kind < 12 ? pick(prompts) : step.kind === 'ask' ? step.prompt : undefined
      return prompt ? answering(prompt, number) : { do: 'resume' }
    }
  }
}

function answering({ id, kind, options = [] }: Prompt, number: number): Intent {
  const pick = picking(number)
  const words = pick(wordsSaid) ?? ''
  const option = pick(options) ?? 'none'
  switch (kind) {
    case 'say':
      return { do: 'say', prompt: id }
    case 'account':
      return { do: 'account', prompt: id, words }
    case 'choice':
      return { do: 'answer', prompt: id, answer: { kind, option } }
    case 'choices':
      return { do: 'answer', prompt: id, answer: { kind, options: [option] } }
    case 'plain':
      return { do: 'answer', prompt: id, answer: { kind, said: number % 2 === 0 ? 'yes' : 'no' } }
    case 'scale':
      return { do: 'answer', prompt: id, answer: { kind, value: number % 11 } }
    case 'when':
      return { do: 'answer', prompt: id, answer: { kind, asSaid: words } }
    case 'people':
      return { do: 'answer', prompt: id, answer: { kind, people: [{ called: words }] } }
    case 'places':
      return { do: 'answer', prompt: id, answer: { kind, places: [words] } }
    case 'text':
      return { do: 'answer', prompt: id, answer: { kind, text: words } }
  }
}

const picking =
  (number: number) =>
  <T>(from: readonly T[]): T | undefined =>
    from[number % from.length]
