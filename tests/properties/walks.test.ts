import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guide2 } from '../../dialogs/guide/guide.ts'
import type { Prompt } from '../../dialogs/guide/schema.ts'
import type { Intent } from '../../dialogs/intent.ts'
import { isDue } from '../../dialogs/plan/isDue.ts'
import { nextStep } from '../../dialogs/plan/nextStep.ts'
import { promptsIn } from '../../dialogs/plan/promptsIn.ts'
import type { Answer } from '../../dialogs/record/events.ts'
import { recordFrom } from '../../dialogs/record/recordFrom.ts'
import { idOf, Talk } from '../support/talk.ts'

const prompts = [...promptsIn(guide2).values()]
const walks = { numRuns: 10_000 }

/** One random thing a practitioner may do: which kind, and a number to choose by. */
const move = fc.tuple(fc.nat(19), fc.nat(100_000))
const walk = fc.array(move, { maxLength: 25 })

describe('random walks through the whole guide', () => {
  it('never meet a dead end, and ask nothing twice that was not asked for again', () => {
    fc.assert(
      fc.property(walk, moves => {
        const talk = walked(moves)
        const askedAgain = goneBackTo(talk)
        const asked = new Set<string>()
        // Straight on from wherever the walk left it: every prompt once, each concern's own, and then the end.
        let left = prompts.length + guide2.concern.prompts.length * talk.record.concerns.length + 1
        if (talk.now === 'paused') talk.do({ do: 'resume' })
        for (; left > 0 && !talk.now.startsWith('closed'); left--) {
          if (talk.now === 'paused') talk.do({ do: 'resume' })
          const step = nextStep(guide2, talk.record)
          if (step.kind !== 'ask') break
          const key = `${step.prompt.id}/${step.concern?.id ?? ''}`
          if (asked.has(key)) throw new Error(`${key} is asked twice`)
          asked.add(key)
          if (!step.concern && talk.record.dealt[step.prompt.id] && !askedAgain.has(step.prompt.id)) {
            throw new Error(`${step.prompt.id} was dealt with and is asked again`)
          }
          if (!talk.do({ do: 'next' }).ok) throw new Error('next is refused')
        }
        expect(talk.now).toMatch(/^closed/)
        // A talk that closes as complete has nothing due left in it.
        if (talk.now !== 'closed: stopped') expect(prompts.find(each => isDue(each, talk.record))).toBeUndefined()
      }),
      walks,
    )
  }, 240_000)

  it('fold to the same record from the same events, and to a valid one from any prefix of them', () => {
    fc.assert(
      fc.property(walk, fc.nat(1000), (moves, cut) => {
        const { events, record } = walked(moves)
        expect(recordFrom(structuredClone(events))).toEqual(record)
        const prefix = events.slice(0, 1 + (cut % events.length))
        const partial = recordFrom(prefix)
        expect(partial.seq).toBe(prefix.length)
        nextStep(guide2, partial)
      }),
      walks,
    )
  }, 120_000)
})

function walked(moves: readonly (readonly [number, number])[]): Talk {
  const talk = new Talk(guide2)
  for (const [kind, number] of moves) talk.do(intentFor(talk, kind, number))
  return talk
}

/** Prompts that somebody went to on purpose, whose account is open, or whose answer was withdrawn. */
function goneBackTo(talk: Talk): Set<string> {
  const ids = talk.events.flatMap(event =>
    event.type === 'movedTo' || event.type === 'accounted' ? [event.prompt] : [],
  )
  return new Set(ids)
}

function intentFor(talk: Talk, kind: number, number: number): Intent {
  const step = nextStep(guide2, talk.record)
  const pick = <T>(from: readonly T[]): T | undefined => from[number % from.length]
  const anyEvent = pick(talk.events)?.id ?? idOf(1)
  const coverage = pick(guide2.coverage)?.id ?? ''
  switch (kind) {
    case 0:
      return { do: 'go', to: pick(prompts)?.prompt.id ?? '' }
    case 1:
      return { do: 'go', to: pick(prompts)?.topic.id ?? '' }
    case 2:
      return { do: 'back' }
    case 3:
      return { do: 'skip' }
    case 4:
      return { do: 'rather-not' }
    case 5:
      return { do: 'cover', coverage, told: pick(['yes', 'no', 'chose-not-to-say'] as const) ?? 'no' }
    case 6:
      return { do: 'withdraw', event: anyEvent }
    case 7:
      return number % 4 === 0 ? { do: 'concern', concern: idOf(9000 + (number % 7)) } : { do: 'next' }
    case 8:
      return number % 3 === 0 ? { do: 'pause' } : { do: 'resume' }
    case 9:
      return number % 9 === 0
        ? (pick([{ do: 'stop', whoseChoice: 'young-person' }, { do: 'decline' }, { do: 'not-reached' }] as const) ?? {
            do: 'next',
          })
        : { do: 'next' }
    case 10:
      return { do: 'set-aside', coverage, account: anyEvent }
    case 11:
      return asideAnswer(pick(prompts)?.prompt, number)
    default:
      return step.kind === 'ask' ? answering(step.prompt, number) : { do: 'resume' }
  }
}

function asideAnswer(prompt: Prompt | undefined, number: number): Intent {
  return prompt ? answering(prompt, number) : { do: 'next' }
}

function answering(prompt: Prompt, number: number): Intent {
  if (prompt.kind === 'say') return { do: 'say', prompt: prompt.id }
  if (prompt.kind === 'account') return { do: 'account', prompt: prompt.id, words: `Words ${number}` }
  return { do: 'answer', prompt: prompt.id, answer: answerTo(prompt, number) }
}

function answerTo(prompt: Prompt, number: number): Answer {
  const option = prompt.options?.[number % prompt.options.length] ?? 'none'
  switch (prompt.kind) {
    case 'choice':
      return { kind: 'choice', option }
    case 'choices':
      return { kind: 'choices', options: [option] }
    case 'plain':
      return { kind: 'plain', said: number % 2 === 0 ? 'yes' : 'no' }
    case 'scale':
      return { kind: 'scale', value: number % 11 }
    case 'when':
      return { kind: 'when', asSaid: 'after Eid' }
    case 'people':
      return { kind: 'people', people: [{ called: 'Example Sam' }] }
    case 'places':
      return { kind: 'places', places: ['Exampleton'] }
    default:
      return { kind: 'text', text: 'Noted' }
  }
}
