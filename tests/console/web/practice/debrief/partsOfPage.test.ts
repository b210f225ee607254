import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageByStage } from '../../../../../console/web/practice/debrief/coverageByStage.ts'
import { effectsByReason } from '../../../../../console/web/practice/debrief/effectsByReason.ts'
import { highlighted } from '../../../../../console/web/practice/debrief/highlighted.ts'
import { saysTooLittle } from '../../../../../console/web/practice/debrief/saysTooLittle.ts'
import { shownTurns } from '../../../../../console/web/practice/debrief/shownTurns.ts'
import { countsOfTold } from '../../../../../console/web/practice/debrief/toldParts.ts'
import { trustMoves } from '../../../../../console/web/practice/debrief/trustMoves.ts'
import { debriefMade, sayings } from './debriefMade.ts'

const { debrief, scenario } = debriefMade(sayings)

describe('highlighted', () => {
  const marked = (text: string, ...words: string[]) =>
    highlighted(text, words)
      .map(part => (part.isMarked ? `[${part.text}]` : part.text))
      .join('')

  it.each([
    ['Did Rob hit your mum?', ['hit'], 'Did Rob [hit] your mum?'],
    ['Why did you go?', ['Why', 'Why did you'], '[Why did you] go?'],
    ['Mm-hm.', ['Mm-hm'], '[Mm-hm].'],
    ['Mm-hm', ['Mm-hm'], 'Mm-hm'],
    ['What happened?', [''], 'What happened?'],
    ['What happened?', ['not in it'], 'What happened?'],
    ['🙂 Were you there?', ['Were you'], '🙂 [Were you] there?'],
  ])('marks in %j the words %j', (text, words, shown) => {
    expect(marked(text, ...words)).toBe(shown)
  })

  it('loses and adds nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'grapheme' })), (text, words) => {
        const parts = highlighted(text, words)
        expect(parts.map(part => part.text).join('')).toBe(text)
        expect(parts.every((part, place) => part.isMarked !== parts[place - 1]?.isMarked)).toBe(true)
      }),
    )
  })
})

describe('the turns shown', () => {
  const none = { comments: [], disputes: [] }
  const at = '2026-06-01T09:00:00.000Z'

  it('are all of them, those to word better or missed, or those somebody wrote beside', () => {
    const weak = debrief.turns.filter(turn => turn.weak ?? turn.missedCue)
    expect(weak.length).toBeGreaterThan(0)
    expect(shownTurns(debrief.turns, none, 'all')).toEqual(debrief.turns)
    expect(shownTurns(debrief.turns, none, 'weak')).toEqual(weak)
    expect(shownTurns(debrief.turns, none, 'commented')).toEqual([])
    const notes = {
      comments: [{ id: 'a', turn: 2, text: 'Well put.', by: 'trainer', at }],
      disputes: [{ turn: 5, class: 'directive', why: 'It asks where.', by: 'trainee', at }],
    } as const
    expect(shownTurns(debrief.turns, notes, 'commented').map(({ number }) => number)).toEqual([2, 5])
  })
})

describe('where trust moved most', () => {
  it('is the largest gain and the largest fall, each with its largest reason', () => {
    const { gain, fall } = trustMoves(debrief.turns)
    const moves = debrief.turns.map(({ trust }) => trust.after - trust.before)
    expect(gain?.by).toBe(Math.max(...moves))
    expect(fall?.by).toBe(Math.min(...moves))
    const fell = debrief.turns.find(({ number }) => number === fall?.turn)
    expect(fell?.effects.some(({ on, by, because }) => on === 'trust' && by < 0 && because === fall?.because)).toBe(
      true,
    )
  })

  it('is nowhere where it never moved', () => {
    expect(trustMoves([])).toEqual({})
  })
})

it('adds up what each reason moved, and leaves out what comes to nothing and that talking tires', () => {
  expect(
    effectsByReason([
      { on: 'trust', by: -8, because: 'blamed' },
      { on: 'pressure', by: 10, because: 'blamed' },
      { on: 'trust', by: -4, because: 'judged' },
      { on: 'trust', by: -10, because: 'blamed' },
      { on: 'trust', by: -2, because: 'honest' },
      { on: 'trust', by: 2, because: 'honest' },
      { on: 'energy', by: -1, because: 'tires' },
    ]),
  ).toEqual([
    {
      because: 'blamed',
      effects: [
        { on: 'trust', by: -18 },
        { on: 'pressure', by: 10 },
      ],
    },
    { because: 'judged', effects: [{ on: 'trust', by: -4 }] },
  ])
})

it('counts every detail once among what came out', () => {
  const counts = countsOfTold(debrief)
  expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(scenario.units.length)
})

it('puts each item of the guide that the young person can tell in one stage', () => {
  const lines = coverageByStage(debrief.coverage, scenario).flatMap(stage => stage.lines)
  expect(new Set(lines.map(({ item }) => item)).size).toBe(lines.length)
  expect(lines.length).toBe(debrief.coverage.filter(({ state }) => state !== 'not-in-scenario').length)
})

it.each([
  [[], true],
  [['Hello.', '', '', ''], true],
  [['Hello.', 'Tell me what happened.', 'And then?'], false],
])('says of %j whether it is too short: %j', (said, isShort) => {
  expect(saysTooLittle(debriefMade(said).debrief)).toBe(isShort)
})
