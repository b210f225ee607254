import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noBalanceEdits } from '../../../../console/casework/balance/balanceEdits.ts'
import type { BalanceEventBody } from '../../../../console/casework/balance/balanceEvents.ts'
import { balanceOf, linesIn } from '../../../../console/casework/balance/balanceOf.ts'
import { balanceReport } from '../../../../console/casework/balance/balanceReport.ts'
import { balanceParts } from '../../../../console/casework/balance/balanceTerms.ts'
import { proposalsOf } from '../../../../console/casework/balance/proposalsOf.ts'
import { toldToChild } from '../../../../console/casework/balance/toldToChild.ts'
import { type EventBody, Told, Voice } from '../../../../dialogs/record/events.ts'
import { idOf } from '../../../support/talk.ts'
import { editsOf, interviewOf } from './weighed.ts'

const talk = interviewOf(
  { type: 'covered', coverage: 'push.bullying', told: 'yes', because: 'They laugh at me.' },
  { type: 'covered', coverage: 'safe.trusted-person', told: 'yes' },
  { type: 'accounted', prompt: 'balance.good-things', words: 'My gran.' },
  { type: 'covered', coverage: 'push.bullying', told: 'yes', voice: 'practitioner', detail: 'A view.' },
)
const bullying = idOf(2)
const lineIn = (edits: readonly BalanceEventBody[], id = bullying, takenBack: number[] = []) =>
  balanceOf([talk], editsOf(edits, takenBack)).find(line => line.id === id)

describe('a line of the balance', () => {
  it('is what the record says until somebody changes it, and then has both', () => {
    expect(lineIn([])).toMatchObject({ part: 'worries', written: undefined, standing: 'in-record' })
    const changed = lineIn([{ type: 'balanceChanged', line: bullying, words: 'Unkind words at school.' }])
    expect(changed).toMatchObject({
      written: { words: 'Unkind words at school.', by: 'interviewer' },
      said: { words: ['They laugh at me.'], voice: 'young-person' },
    })
  })

  it('is moved, left out and put back, and each taking back brings what was there before', () => {
    const edits: BalanceEventBody[] = [
      { type: 'balanceChanged', line: bullying, words: 'One.' },
      { type: 'balanceChanged', line: bullying, words: 'Two.', part: 'unknowns' },
      { type: 'balanceLeftOut', line: bullying },
    ]
    expect(lineIn(edits)).toMatchObject({ part: 'unknowns', movedFrom: 'worries', leftOut: idOf(502) })
    expect(lineIn(edits, bullying, [2])).toMatchObject({ leftOut: undefined, written: { words: 'Two.' } })
    expect(lineIn(edits, bullying, [1, 2])).toMatchObject({ part: 'worries', written: { words: 'One.' } })
    expect(lineIn(edits, bullying, [0, 1, 2])).toEqual(lineIn([]))
  })

  it('of the practitioner is there, can be changed, and is gone when it is taken back', () => {
    const own: BalanceEventBody = { type: 'balanceLine', part: 'strengths', words: 'Asked for help.' }
    const change: BalanceEventBody = { type: 'balanceChanged', line: `own/${idOf(500)}`, words: 'Asked twice.' }
    expect(lineIn([own], `own/${idOf(500)}`)).toMatchObject({
      part: 'strengths',
      written: { words: 'Asked for help.' },
    })
    expect(lineIn([own, change], `own/${idOf(500)}`)).toMatchObject({ written: { words: 'Asked twice.' } })
    const without = balanceOf([talk], editsOf([own, change], [0]))
    expect(without.map(({ id }) => id)).toEqual(proposalsOf([talk]).map(({ id }) => id))
  })

  it('stays where it was edited, with what was said then, when the record puts it right', () => {
    const edits = editsOf([{ type: 'balanceChanged', line: bullying, words: 'Unkind words.' }])
    const later = interviewOf(...talk.events.slice(1), {
      type: 'covered',
      coverage: 'push.bullying',
      told: 'no',
      corrects: bullying,
    })
    const line = balanceOf([later], edits).find(({ id }) => id === bullying)
    expect(line).toMatchObject({
      standing: 'changed',
      written: { words: 'Unkind words.' },
      said: { words: ['They laugh at me.'] },
    })
    // What was not asked and has been answered since stays as it was edited, too.
    const asked = editsOf([{ type: 'balanceChanged', line: 'unknown/safety.hurt-now', words: 'Ask on Monday.' }])
    const answered = interviewOf({ type: 'answered', prompt: 'safety.hurt-now', answer: { kind: 'plain', said: 'no' } })
    expect(balanceOf([answered], asked).find(({ id }) => id === 'unknown/safety.hurt-now')).toMatchObject({
      standing: 'changed',
      part: 'unknowns',
      written: { words: 'Ask on Monday.' },
    })
  })

  it('keeps what was written where the interview cannot be read', () => {
    const [line] = balanceOf([], editsOf([{ type: 'balanceChanged', line: bullying, words: 'Unkind words.' }]))
    expect(line).toMatchObject({ said: undefined, standing: 'changed', written: { words: 'Unkind words.' } })
  })
})

describe('what is told back', () => {
  it('is their own words, strengths, and worries only as they were worded for them', () => {
    const told = toldToChild(
      balanceOf([talk], editsOf([{ type: 'balanceChanged', line: bullying, forChild: 'I worry about school.' }])),
    )
    expect(told.strengths).toEqual([{ id: idOf(4), kind: 'theirs', words: ['My gran.'], original: undefined }])
    expect(told.worries).toEqual([{ id: bullying, kind: 'practitioner', words: 'I worry about school.' }])
    expect(told.toSay).toEqual(['safe.trusted-person'])
    // The practitioner's view of the same is a worry that nobody worded.
    expect(told.worriesLeft).toBe(1)
  })

  it('has what they said in their language where it is kept, and never what someone else said', () => {
    const told = toldToChild(
      balanceOf(
        [
          interviewOf(
            {
              type: 'accounted',
              prompt: 'balance.good-things',
              words: 'A friend.',
              voice: 'interpreter',
              original: { language: 'ar', words: 'نص مخترع' },
            },
            {
              type: 'answered',
              prompt: 'after.strengths',
              answer: { kind: 'text', text: 'A view.' },
              voice: 'practitioner',
            },
            { type: 'accounted', prompt: 'balance.what-needs-to-happen', words: 'Rules.', voice: 'parent-or-carer' },
          ),
        ],
        noBalanceEdits,
      ),
    )
    expect(told.strengths).toMatchObject([{ original: { language: 'ar', words: 'نص مخترع' } }])
    expect(told.view).toEqual([])
  })
})

it('tells back no words of a no, which mean nothing without what was asked', () => {
  const gifts = { type: 'covered', coverage: 'exploitation.gifts' } as const
  const talkOf = interviewOf(
    { ...gifts, told: 'yes', voice: 'practitioner' },
    { ...gifts, told: 'no', detail: 'My cousin gave it to me.' },
  )
  const balance = balanceOf([talkOf], noBalanceEdits)
  expect(linesIn(balance, 'view')).toMatchObject([{ said: { how: 'no', words: ['My cousin gave it to me.'] } }])
  expect(toldToChild(balance)).toMatchObject({ view: [], toSay: [] })
})

const coverages = [
  'push.bullying',
  'harm.threatened',
  'safe.trusted-person',
  'return.support-wanted',
  'exploitation.gifts',
]
const prompts = ['balance.good-things', 'balance.what-needs-to-happen', 'safety.anything-bad', 'after.parents-account']
/** Words that say whose they are, so that a mix would be seen. */
const ownWords = (voice: string) => fc.integer({ min: 0, max: 99 }).map(number => `${voice} said ${number}`)
const spoken: fc.Arbitrary<EventBody & { voice: Voice }> = fc.constantFrom(...Voice.options).chain(voice =>
  fc.oneof(
    fc
      .record({
        coverage: fc.constantFrom(...coverages),
        told: fc.constantFrom(...Told.options),
        detail: ownWords(voice),
      })
      .map(each => ({ type: 'covered' as const, voice, ...each })),
    fc
      .record({ prompt: fc.constantFrom(...prompts), words: ownWords(voice) })
      .map(each => ({ type: 'accounted' as const, voice, ...each })),
    fc.constantFrom(...prompts).map(prompt => ({ type: 'choseNotToSay' as const, voice, prompt })),
    fc.integer({ min: 2, max: 12 }).map(number => ({ type: 'withdrawn' as const, voice, event: idOf(number) })),
  ),
)
const lines = fc.oneof(
  fc.integer({ min: 2, max: 12 }).map(idOf),
  fc.integer({ min: 500, max: 512 }).map(number => `own/${idOf(number)}`),
  fc.constantFrom('unknown/safety.hurt-now', 'unknown/safety.frightening'),
)
const part = fc.constantFrom(...balanceParts)
const written = fc.integer({ min: 0, max: 99 }).map(number => `written ${number}`)
const edit: fc.Arbitrary<BalanceEventBody> = fc.oneof(
  fc.record({ type: fc.constant('balanceLine' as const), part, words: written }),
  fc.record(
    { type: fc.constant('balanceChanged' as const), line: lines, part, words: written, forChild: written },
    { requiredKeys: ['type', 'line', 'words'] },
  ),
  fc.record({ type: fc.constant('balanceLeftOut' as const), line: lines }),
)
const scenes = fc.record({
  said: fc.array(spoken, { maxLength: 10 }),
  more: fc.array(spoken, { maxLength: 4 }),
  edits: fc.array(edit, { maxLength: 12 }),
  takenBack: fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 6 }),
})

describe('whatever is said and edited', () => {
  it('no line of the record is lost or changed, none is invented, and none is there twice', () => {
    fc.assert(
      fc.property(scenes, ({ said, edits, takenBack }) => {
        const interview = interviewOf(...said)
        const proposals = proposalsOf([interview])
        const kept = editsOf(edits, takenBack)
        const balance = balanceOf([interview], kept)
        const byId = new Map(balance.map(line => [line.id, line]))
        expect(byId.size).toBe(balance.length)
        for (const proposal of proposals) expect(byId.get(proposal.id)?.said).toEqual(proposal)
        const touched = new Set([...kept.changes, ...kept.leftOut].map(({ line }) => line))
        const own = new Set(kept.own.map(({ event }) => `own/${event}`))
        const known = new Set(proposals.map(({ id }) => id))
        for (const { id, standing } of balance) {
          expect(standing).toBe(known.has(id) ? 'in-record' : own.has(id) ? 'own' : 'changed')
          if (standing === 'changed') expect(touched.has(id)).toBe(true)
        }
        // Every line is in one part, or left out.
        const shown = balanceParts.flatMap(each => linesIn(balance, each))
        expect(shown.length + balance.filter(({ leftOut }) => leftOut !== undefined).length).toBe(balance.length)
        expect(balanceReport(balance)).toHaveLength(shown.length)
      }),
      { numRuns: 1_000 },
    )
  })

  it('voices are never mixed: what is said bears the voice that said it, and what is written nobody else’s', () => {
    fc.assert(
      fc.property(scenes, ({ said, edits, takenBack }) => {
        const balance = balanceOf([interviewOf(...said)], editsOf(edits, takenBack))
        for (const { said: proposal, written: put, forChild } of balance) {
          for (const words of proposal?.words ?? []) expect(words).toMatch(new RegExp(`^${proposal?.voice} said `))
          for (const mine of [put, forChild]) if (mine) expect(mine.words).toMatch(/^written /)
        }
        for (const line of balanceReport(balance)) {
          for (const words of line.said) expect(words.startsWith(`${line.voice} said `)).toBe(true)
        }
        const told = toldToChild(balance)
        for (const line of [...told.strengths, ...told.worries, ...told.view]) {
          if (line.kind === 'practitioner') expect(line.words).toMatch(/^written /)
          else for (const words of line.words) expect(words).toMatch(/^(young-person|interpreter) said /)
        }
        for (const line of told.worries) expect(line.kind).toBe('practitioner')
      }),
      { numRuns: 1_000 },
    )
  })

  it('taking back every edit brings the proposals back', () => {
    fc.assert(
      fc.property(scenes, ({ said, edits }) => {
        const interview = interviewOf(...said)
        const all = edits.map((_, place) => place)
        expect(balanceOf([interview], editsOf(edits, all))).toEqual(balanceOf([interview], noBalanceEdits))
      }),
      { numRuns: 500 },
    )
  })

  it('what was edited stays when the record goes on', () => {
    fc.assert(
      fc.property(scenes, ({ said, more, edits, takenBack }) => {
        const kept = editsOf(edits, takenBack)
        const before = balanceOf([interviewOf(...said)], kept)
        const after = new Map(balanceOf([interviewOf(...said, ...more)], kept).map(line => [line.id, line]))
        for (const { id, written: put, forChild, leftOut } of before) {
          if (!put && !forChild && !leftOut) continue
          expect(after.get(id)).toMatchObject({ written: put, forChild, leftOut })
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
