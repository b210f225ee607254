import { describe, expect, it } from 'vitest'
import type { QuestionClass, QuestionFlag } from '../../../../dialogs/practice/coding/questionClasses.ts'
import { type Heard, heardAs } from '../../../../dialogs/practice/young/heard.ts'
import { type PracticeState, stateAtFirst } from '../../../../dialogs/practice/young/practiceState.ts'
import { respond } from '../../../../dialogs/practice/young/respond.ts'
import { smallScenario } from '../../../support/smallScenario.ts'

const scenario = smallScenario()
const fresh = stateAtFirst(scenario, 'usual', 7)
const said = (code: QuestionClass, more: Partial<Heard> = {}, flags: QuestionFlag[] = []): Heard =>
  heardAs(code, { coded: { class: code, flags }, ...more })
const answer = (heard: Heard | 'waited', state: PracticeState = fresh, of = scenario) =>
  respond(of, 'usual', state, heard)
const saidIn = (all: readonly Heard[], of = scenario, from: PracticeState = stateAtFirst(of, 'usual', 7)) =>
  all.reduce((state, heard) => (state.ended ? state : respond(of, 'usual', state, heard).state), from)

describe('what is told', () => {
  it.each<[string, Heard, { kind: string; says: RegExp }]>([
    [
      'an invitation is answered in full',
      said('invitation', { topics: ['home'] }),
      { kind: 'tells', says: /all of it/ },
    ],
    ['a directive in few words', said('directive', { cued: ['bus'] }), { kind: 'tells', says: /^The bus\.$/ }],
    ['a yes-or-no by yes', said('option-posing', { cued: ['park'] }), { kind: 'yes', says: /^yes/ }],
    ['about something that is not there by no', said('option-posing'), { kind: 'no', says: /^no/ }],
    [
      '"do you remember" as it is asked',
      said('option-posing', { cued: ['bus'], isLiteral: true }),
      { kind: 'yes', says: /^yes/ },
    ],
    [
      'jargon by asking what it means',
      said('directive', {}, ['jargon']),
      { kind: 'asks-meaning', says: /^asks-meaning/ },
    ],
    ['warmth by being thanked', said('supportive'), { kind: 'reacts', says: /^is-thanked/ }],
    ['the limits by hearing them', said('other', { moves: ['limits'] }), { kind: 'reacts', says: /^hears-limits/ }],
    ['a promise of secrecy', said('other', {}, ['secrecy-promise']), { kind: 'reacts', says: /^is-promised/ }],
    [
      'blame by being hurt',
      said('directive', { cued: ['bus'] }, ['blaming-why']),
      { kind: 'reacts', says: /^is-blamed/ },
    ],
    ['a first word that is no question by a greeting', said('facilitator'), { kind: 'reacts', says: /^greets/ }],
    [
      'asked to say the limits back by saying them',
      said('invitation', { moves: ['limits', 'said-back'] }),
      { kind: 'reacts', says: /^hears-limits/ },
    ],
    [
      'a no that is taken and a question by answering it',
      said('invitation', { moves: ['accepts-no'], cued: ['bus'] }),
      { kind: 'tells', says: /the bus/ },
    ],
    [
      'a narrow question in no words they know by not knowing',
      said('directive'),
      { kind: 'does-not-know', says: /^does-not-know/ },
    ],
    [
      'whether they are hurt by no, where they are not',
      said('option-posing', { topics: ['health'] }),
      { kind: 'no', says: /^no/ },
    ],
    ['a goodbye', said('other', { moves: ['goodbye'] }), { kind: 'says-goodbye', says: /^says-goodbye/ }],
  ])('%s', (_title, heard, { kind, says }) => {
    const { reply } = answer(heard)
    expect(reply.kind).toBe(kind)
    expect(reply.says).toMatch(says)
  })

  it('restores in full what was told in short', () => {
    const short = answer(said('directive', { cued: ['bus'] })).state
    const { reply } = answer(said('cued-invitation', { cued: ['bus'] }), short)
    expect(reply.told).toContainEqual({ unit: 'bus', how: 'full' })
  })

  it('goes on with the same story at "mm-hm"', () => {
    const { reply } = answer(said('facilitator'), answer(said('directive', { cued: ['bus'] })).state)
    expect(reply.told.map(({ unit }) => unit)).toEqual(['bus'])
    expect(reply.says).toMatch(/all of it/)
  })

  it('says of what was told that it was, and what it was', () => {
    const { reply } = answer(said('directive', { cued: ['kay'] }), { ...fresh, told: { kay: 'full' } })
    expect(reply).toMatchObject({ kind: 'told-you', told: [] })
    expect(reply.says).toMatch(/^told-you .* The kay\.$/)
  })

  it('says no to what is put to them and is not so', () => {
    expect(answer(said('option-posing', { topics: ['home'], put: ['hit'] })).reply.kind).toBe('no')
  })

  it('answers whether it was understood, and whether they were, as such', () => {
    const checks = said('option-posing', { moves: ['tells-back'] })
    expect(answer(checks).reply.kind).toBe('yes')
    expect(answer(said('option-posing', { moves: ['limits'] })).reply.says).toMatch(/^hears-limits/)
  })

  it('tells no list: three things at most by somebody older', () => {
    const most = Array.from({ length: 200 }, (_, seed) => {
      const state = stateAtFirst(scenario, 'usual', seed)
      return answer(said('invitation', { topics: ['away'] }), state).reply.told.length
    })
    expect(Math.max(...most)).toBe(3)
  })
})

describe('a gate', () => {
  const open = (state: PracticeState) => answer(said('cued-invitation', { cued: ['threat'] }), state).reply
  const trusting: PracticeState = { ...fresh, trust: 90, told: { kay: 'full' }, moves: ['limits'] }

  it('opens with trust, what it needs told, and the limits said', () => {
    expect(open(trusting).told).toEqual([{ unit: 'threat', how: 'full' }])
  })

  it.each<[string, PracticeState]>([
    ['too little trust', { ...trusting, trust: 40 }],
    ['what it needs untold', { ...trusting, told: {} }],
    ['the limits not said', { ...trusting, moves: [] }],
    ['pressure', { ...trusting, pressure: 90 }],
  ])('stays shut with %s: a hint, then less than it was or nothing', (_why, state) => {
    const first = answer(said('cued-invitation', { cued: ['threat'] }), state)
    expect(first.reply).toMatchObject({ kind: 'hints', says: 'Kay would not like me to say.' })
    const second = answer(said('cued-invitation', { cued: ['threat'] }), first.state).reply
    expect(['minimises', 'does-not-know', 'rather-not']).toContain(second.kind)
  })

  it('is denied when it is asked for by yes or no', () => {
    const { reply, state } = answer(said('option-posing', { cued: ['threat'] }))
    expect(reply.kind).toBe('no')
    expect(state.denied).toEqual(['threat'])
  })
})

it('hints at what is shut where the rest of what was asked about is told', () => {
  const told = { ...fresh, topic: 'people' as const, told: { kay: 'full' as const } }
  const { reply } = answer(said('cued-invitation', { cued: ['kay', 'threat'], topics: ['people'] }), told)
  expect(reply.told).toEqual([{ unit: 'threat', how: 'hinted' }])
})

it('answers what is new to them, and says that it was told only where it was', () => {
  const again = said('option-posing', { cued: ['bus'] }, ['repeated'])
  expect(answer(again).reply.kind).toBe('yes')
  expect(answer(again, { ...fresh, told: { bus: 'short' } }).reply.kind).toBe('told-you')
  expect(answer(again, { ...fresh, denied: ['bus'] }).reply.kind).toBe('told-you')
  const because = answer(said('supportive', {}, ['repeated'])).effects.map(effect => effect.because)
  expect(because).not.toContain('repeated')
})

it('tells nothing else while what they let slip is taken up and still shut', () => {
  const slipped = { ...fresh, topic: 'safety' as const, told: { threat: 'hinted' as const } }
  const { reply } = answer(said('cued-invitation', { cued: ['bus', 'threat'], topics: ['away'] }), slipped)
  expect(reply.told.map(({ unit }) => unit)).not.toContain('bus')
})

it('explains away, when pressed, what was asked for and nothing else', () => {
  const pressed = { ...fresh, pressure: 35, refusals: 3 }
  const about = said('directive', { topics: ['safety'] })
  expect(answer(about, pressed).reply.kind).toBe('rather-not')
  expect(answer({ ...about, cued: ['threat'] }, pressed).reply.kind).toBe('minimises')
})

it('takes no promise of secrecy from words that say the limits as well', () => {
  const both = said('other', { moves: ['limits'] }, ['secrecy-promise'])
  expect(answer(both).state.isPromised).toBe(false)
  expect(answer(said('other', {}, ['secrecy-promise'])).state.isPromised).toBe(true)
  expect(answer(said('other', { moves: ['what-next'] }), answer(both).state).effects).not.toContainEqual(
    expect.objectContaining({ because: 'betrayed' }),
  )
})

describe('trust', () => {
  const moved = (heard: Heard, state: PracticeState = fresh) => answer(heard, state).state.trust - state.trust

  it.each<[string, Heard, (by: number) => boolean]>([
    ['rises with an invitation', said('invitation'), by => by > 0],
    ['rises more with one about what was told', said('cued-invitation'), by => by > 3],
    ['stays with a directive', said('directive'), by => by === 0],
    ['falls with a suggestion', said('suggestive'), by => by < 0],
    ['falls with blame', said('directive', {}, ['blaming-why']), by => by <= -8],
    ['dips with honest limits', said('other', { moves: ['limits'] }), by => by < 0 && by > -4],
    ['rises with a promise of secrecy', said('other', {}, ['secrecy-promise']), by => by > 0],
  ])('%s', (_title, heard, isSo) => {
    expect(isSo(moved(heard))).toBe(true)
  })

  it('loses two to three times by one judging word what a good question gains', () => {
    const gain = moved(said('cued-invitation'))
    const loss = -moved(said('directive', {}, ['blaming-why']))
    expect(loss / gain).toBeGreaterThanOrEqual(2)
    expect(loss / gain).toBeLessThanOrEqual(3)
  })

  it('falls further when a promise of secrecy is broken than it rose by it', () => {
    const promised = answer(said('other', {}, ['secrecy-promise'])).state
    const broken = answer(said('other', { moves: ['limits'] }), promised)
    expect(broken.reply.says).toMatch(/^is-betrayed/)
    expect(broken.state.trust).toBeLessThan(fresh.trust - 10)
  })

  it('gains less by each further support', () => {
    const once = saidIn([said('supportive')])
    const often = saidIn(Array.from({ length: 12 }, () => said('supportive')))
    expect(once.trust).toBeGreaterThan(fresh.trust)
    expect(moved(said('supportive'), often)).toBe(0)
  })
})

describe('refusing', () => {
  const pressing = said('suggestive', { isDoubting: true })

  it('goes up its ladder until they leave, and nothing can be said to somebody who has left', () => {
    const left = saidIn(Array.from({ length: 20 }, () => pressing))
    expect(left.ended).toBe('left')
    expect(() => answer(said('supportive'), left)).toThrow(/gone/)
  })

  it('comes down again with a break and a no that is taken', () => {
    const refusing = saidIn([pressing, pressing, pressing, pressing])
    const eased = [said('other', { moves: ['accepts-no'] }), said('other', { moves: ['break'] }), said('supportive')]
    const { reply } = answer(said('invitation', { topics: ['home'] }), saidIn(eased, scenario, refusing))
    expect(answer(said('invitation', { topics: ['home'] }), refusing).reply.kind).not.toBe('tells')
    expect(reply.kind).toBe('tells')
  })

  it('begins at once with somebody who declines, and ends when the no is taken', () => {
    const declining = smallScenario({ declines: true })
    const first = stateAtFirst(declining, 'usual', 7)
    expect(answer(said('invitation', { topics: ['home'] }), first, declining).reply.kind).not.toBe('tells')
    const taken = answer(said('other', { moves: ['accepts-no'] }), first, declining).state
    expect(answer(said('invitation', { topics: ['home'] }), taken, declining).reply.kind).toBe('tells')
  })
})

describe('what did not happen', () => {
  const led = said('suggestive', { put: ['hit'] })
  const share = (of: ReturnType<typeof smallScenario>, heard: Heard) =>
    Array.from(
      { length: 400 },
      (_, seed) => answer(heard, stateAtFirst(of, 'usual', seed), of).reply.mistakes.length,
    ).reduce((sum, each) => sum + each, 0) / 400

  it('is said by a compliant young child who is led, more when pressed: 17 and 58 in a hundred (Garven 1998)', () => {
    const young = smallScenario({ profile: 'cooperative-young', isCompliant: true })
    // What a young child says unled comes on top of it.
    const unled = share(young, said('option-posing'))
    expect(share(young, led)).toBeGreaterThan(0.12)
    expect(share(young, { ...led, isDoubting: true })).toBeGreaterThan(0.5)
    expect(unled).toBeLessThan(0.16)
  })

  it('is never said by a teenager who is not led', () => {
    for (const code of ['invitation', 'cued-invitation', 'directive', 'option-posing', 'facilitator'] as const) {
      expect(share(scenario, said(code, { put: ['hit', 'train'] }))).toBe(0)
    }
  })
})

it('gives the same bytes for the same words and seed, and others for another seed', () => {
  const talk = (seed: number) => {
    let state = stateAtFirst(scenario, 'usual', seed)
    return JSON.stringify(
      Array.from({ length: 12 }, (_, at) => {
        const responded = answer(at % 3 === 0 ? 'waited' : said('invitation'), state)
        state = responded.state
        return responded
      }),
    )
  }
  expect(talk(3)).toBe(talk(3))
  expect(new Set([1, 2, 3, 4, 5].map(talk)).size).toBeGreaterThan(1)
})
