import { describe, expect, it } from 'vitest'
import { confidentialityOf } from '../../../../dialogs/practice/debrief/confidentialityOf.ts'
import { coverageLines } from '../../../../dialogs/practice/debrief/coverageLines.ts'
import { interpreterUse } from '../../../../dialogs/practice/debrief/interpreterUse.ts'
import { missedCues } from '../../../../dialogs/practice/debrief/missedCues.ts'
import { closingOf, openingOf } from '../../../../dialogs/practice/debrief/openingAndClosing.ts'
import { seenTurns } from '../../../../dialogs/practice/debrief/seenTurns.ts'
import { stageOrder } from '../../../../dialogs/practice/debrief/stageOrder.ts'
import { supportOf } from '../../../../dialogs/practice/debrief/supportOf.ts'
import { turnCounts } from '../../../../dialogs/practice/debrief/turnCounts.ts'
import { dontKnows, untoldDetails } from '../../../../dialogs/practice/debrief/untoldDetails.ts'
import { stateAtFirst } from '../../../../dialogs/practice/young/practiceState.ts'
import type { PracticeTurn } from '../../../../dialogs/practice/young/practiceTalk.ts'
import { code, row, stateWith, turnsOf } from './talks.ts'

const seen = (turns: PracticeTurn[]) => seenTurns(row, 'usual', 1, turns)
const first = stateAtFirst(row, 'usual', 1)
const hint = { reply: { kind: 'hints', told: [{ unit: 'lift', how: 'hinted' }] } } as const
const other = {}

describe('a missed cue', () => {
  const asks = (given: object) => ({ coded: { class: 'cued-invitation' }, heard: given }) as const
  it.each([
    ['nobody asks', [hint, other, other, other], true],
    ['it is asked about by name', [hint, other, asks({ cued: ['lift'] })], false],
    ['its topic is taken up', [hint, asks({ topics: ['people'] })], false],
    [
      'it is asked as a yes or no',
      [hint, { coded: { class: 'option-posing' }, heard: { cued: ['lift'] } } as const],
      true,
    ],
    ['it is asked about only in the fourth turn after', [hint, other, other, other, asks({ cued: ['lift'] })], true],
    ['it is told all the same', [hint, { state: stateWith({ told: { lift: 'full' } }) }], false],
    ['nothing comes after it', [hint], false],
  ])('is one or none where %s', (_what, given, isMissed) => {
    expect([...missedCues(row, turnsOf(...given))]).toEqual(isMissed ? [[1, 'lift']] : [])
  })
})

describe('what stayed untold', () => {
  const askedFor = (unit: string, given: Parameters<typeof stateWith>[0], asked = 'directive' as const) =>
    turnsOf({ coded: { class: asked }, heard: { cued: [unit] }, state: stateWith(given) })
  const why = (unit: string, turns: PracticeTurn[]) =>
    untoldDetails(row, seen(turns), first).find(each => each.unit === unit)

  it('says that nobody asked', () => {
    expect(why('lift', turnsOf(other))).toMatchObject({ why: 'not-asked', askedAt: [] })
  })

  it('says how much trust was lacking', () => {
    expect(why('lift', askedFor('lift', { trust: 48 }))).toMatchObject({
      why: 'not-telling',
      gate: ['trust'],
      trustShort: 7,
      askedAt: [1],
    })
  })

  it('says what had to come first, and what the practitioner had not done', () => {
    expect(why('threat', askedFor('threat', { trust: 70, pressure: 70 }))).toMatchObject({
      why: 'not-telling',
      gate: ['needs', 'pressure', 'after'],
      trustShort: 0,
      needs: ['lift'],
      after: ['limits'],
    })
  })

  it('says that it could have been told', () => {
    expect(why('lift', askedFor('lift', { trust: 80 }))).toMatchObject({ why: 'more-to-tell', gate: [] })
  })

  it('says that they were asked as a yes or no, and denied it', () => {
    const turns = askedFor('lift', { trust: 40, denied: ['lift'], told: { lift: 'hinted' } })
    expect(why('lift', turns)).toMatchObject({ why: 'asked-closed-and-denied', partly: 'hinted' })
  })
})

describe('a "don\'t know"', () => {
  const dunno = (heard: object, state: Parameters<typeof stateWith>[0]) =>
    dontKnows(
      row,
      seen(
        turnsOf({ coded: { class: 'directive' }, heard, reply: { kind: 'does-not-know' }, state: stateWith(state) }),
      ),
    )
  it.each([
    ['nothing to tell', { topics: ['money'] }, {}, 'not-known', []],
    ['a shut gate', { cued: ['lift'] }, { trust: 30 }, 'not-telling', ['lift']],
    ['an open gate', { cued: ['lift'] }, { trust: 90 }, 'did-not-come', ['lift']],
    ['a refusal', { topics: ['money'] }, { refusals: 3 }, 'not-telling', []],
  ])('is told apart: %s', (_what, heard, state, why, units) => {
    expect(dunno(heard, state)).toEqual([{ turn: 1, why, units }])
  })
})

describe('coverage', () => {
  it('says of each item what became of it', () => {
    const untold = untoldDetails(row, seen(turnsOf({ state: stateWith({ told: { lift: 'minimised' } }) })), first)
    expect(coverageLines(row, untold)).toEqual([
      { item: 'away.transport', state: 'minimised', units: ['lift'] },
      { item: 'safe.felt-unsafe', state: 'not-asked', units: ['threat'] },
    ])
    expect(coverageLines(row, [], ['away.transport', 'push.school'])).toEqual([
      { item: 'away.transport', state: 'told', units: ['lift'] },
      { item: 'push.school', state: 'not-in-scenario', units: [] },
    ])
  })
})

describe('what a turn counts as', () => {
  const safety = { code: 'option-posing', rule: 'plain-safety-question', words: 'Are you okay' } as const
  it.each([
    ['safety', { class: 'option-posing', because: [safety] }, {}],
    ['of-the-talk', { class: 'option-posing', because: [safety] }, { moves: ['interpreter-checked'] }],
    ['of-the-talk', { class: 'option-posing' }, { moves: ['break'] }],
    ['other', { class: 'option-posing' }, { moves: ['choice'], cued: ['lift'] }],
    ['other', { class: 'suggestive' }, { moves: ['choice'] }],
    ['recommended', { class: 'directive' }, { moves: ['choice'] }],
    ['facilitator', { class: 'facilitator' }, {}],
    ['apart', { class: 'supportive' }, {}],
  ] as const)('is %s: %o, %o', (counts, coded, heard) => {
    const [turn] = turnsOf({ coded: { ...coded, because: 'because' in coded ? [...coded.because] : [] }, heard })
    expect(turn && turnCounts(turn)).toBe(counts)
  })
})

describe('the order of the talk', () => {
  const about = (topic: 'away' | 'safety' | 'chat') =>
    ({ coded: { class: 'invitation' }, heard: { topics: [topic] } }) as const
  const does = (...moves: ('introduces' | 'limits' | 'tells-back' | 'what-next')[]) => ({ heard: { moves } }) as const
  const safety = {
    coded: { class: 'option-posing', because: [{ code: 'option-posing', rule: 'plain-safety-question', words: '' }] },
    heard: { topics: ['away'] },
  } as const
  const findings = (...given: Parameters<typeof turnsOf>) =>
    Object.fromEntries(stageOrder(turnsOf(...given)).checks.map(({ stage, finding }) => [stage, finding]))

  it('is kept where welcome and confidentiality come first, and balance and plan last', () => {
    const order = findings(
      does('introduces'),
      about('chat'),
      does('limits'),
      about('away'),
      other,
      does('tells-back'),
      does('what-next'),
    )
    expect(order).toMatchObject({
      welcome: 'in-its-place',
      'problem-free': 'in-its-place',
      confidentiality: 'in-its-place',
      'while-away': 'in-its-place',
      feelings: 'never',
      balance: 'in-its-place',
      plan: 'in-its-place',
    })
  })

  it('is not kept where they come after the first question about going missing, or too early', () => {
    const order = findings(does('what-next'), about('away'), does('introduces'), does('limits'), other, other)
    expect(order).toMatchObject({
      welcome: 'too-late',
      confidentiality: 'too-late',
      plan: 'too-early',
      balance: 'never',
    })
  })

  it('is kept where safety is asked about first', () => {
    expect(findings(safety, does('introduces'), does('limits'), about('away'))).toMatchObject({
      welcome: 'in-its-place',
      confidentiality: 'in-its-place',
    })
  })

  it('lets the young person lead in between', () => {
    const back = { coded: { class: 'invitation' }, heard: { topics: ['coming-back'] } } as const
    const order = findings(does('introduces'), does('limits'), back, about('safety'), about('away'))
    expect(order).toMatchObject({ 'coming-back': 'in-its-place', safety: 'in-its-place', 'while-away': 'in-its-place' })
  })

  it('scores the opening and the closing by what was done in its place', () => {
    const turns = turnsOf(does('introduces', 'limits'), about('away'), other, other, other, does('what-next'))
    expect(
      openingOf(turns)
        .filter(({ isDone }) => isDone)
        .map(({ check }) => check),
    ).toEqual(['introduces', 'limits'])
    const support = { at: [5], spread: 1, disclosures: 0, afterDisclosures: 0, contingentAt: [] }
    expect(closingOf(turns, support).filter(({ isDone }) => isDone)).toEqual([
      { check: 'what-next', isDone: true, turn: 6 },
      { check: 'thanks', isDone: true, turn: 5 },
    ])
  })
})

describe('confidentiality', () => {
  const limits = { heard: { moves: ['limits'] } } as const
  const told = {
    reply: { kind: 'tells', told: [{ unit: 'lift', how: 'full' }] },
    state: stateWith({ told: { lift: 'full' } }),
  } as const
  const after = { state: stateWith({ told: { lift: 'full' } }) }
  it.each([
    [
      'before',
      [limits, told, after, { ...after, ...limits }],
      { explained: 'before-disclosure', reminded: true, firstDisclosureAt: 2 },
    ],
    ['only after', [told, { ...after, ...limits }], { explained: 'after-disclosure', reminded: true }],
    [
      'too late to remind',
      [limits, told, after, after, after, { ...after, ...limits }],
      { explained: 'before-disclosure', reminded: false },
    ],
    ['never', [told, after], { explained: 'never', reminded: false, explainedAt: [] }],
    ['where nothing was told', [limits], { explained: 'nothing-disclosed', explainedAt: [1] }],
  ])('is explained %s', (_when, given, found) => {
    expect(confidentialityOf(row, seen(turnsOf(...given)))).toMatchObject(found)
  })

  it('says where secrecy was promised and where the promise was broken; a promise explains nothing', () => {
    const turns = turnsOf(
      { coded: { flags: ['secrecy-promise'] }, heard: { moves: ['limits'] } },
      { heard: { moves: ['what-next'] }, effects: [{ on: 'trust', by: -28, because: 'betrayed' }] },
    )
    expect(confidentialityOf(row, seen(turns))).toMatchObject({ promisedAt: [1], brokenAt: [2], explainedAt: [] })
  })
})

describe('support', () => {
  it('is found beside a question, counted after what was hard to tell, and never where it is praise', () => {
    const words = (text: string, coded: object, rest: object = {}) => ({
      said: { did: 'said' as const, words: text },
      coded,
      ...rest,
    })
    const told = {
      reply: { told: [{ unit: 'lift', how: 'full' as const }] },
      state: stateWith({ told: { lift: 'full' } }),
    }
    const after = { state: told.state }
    const turns = turnsOf(
      words('Who drove?', { class: 'directive' }, told),
      words('Thank you for telling me. What happened next?', { class: 'invitation' }, after),
      words('Well done for telling me.', { class: 'supportive', flags: ['contingent-praise'] }, after),
    )
    expect(supportOf(row, seen(turns), code)).toEqual({
      at: [2],
      spread: 1,
      disclosures: 1,
      afterDisclosures: 1,
      contingentAt: [3],
    })
  })
})

describe('speaking through an interpreter', () => {
  it('is scored on speaking to the young person, in short turns without idioms, and on asking whether they are content', () => {
    const turns = turnsOf(
      { heard: { moves: ['to-interpreter'] } },
      { heard: { isTooLongToCarry: true, hasIdiom: true } },
      { heard: { moves: ['interpreter-checked'] } },
    )
    expect(interpreterUse(turns)).toEqual({ toInterpreterAt: [1], tooLongAt: [2], idiomAt: [2], checkedAt: 3 })
  })
})
