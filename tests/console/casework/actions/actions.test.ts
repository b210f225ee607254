import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actionFacts,
  actionKinds,
  actionOutcomes,
  actionOwners,
} from '../../../../console/casework/actions/actionKinds.ts'
import { concernClock, openActions } from '../../../../console/casework/actions/actions.ts'
import { type RaisedConcern, sameDayPrompts, sameDayRules } from '../../../../console/casework/actions/sameDay.ts'
import { clocksFor } from '../../../../console/casework/clocks/clocksFor.ts'
import { CaseEventBody, type RecordedCaseEvent } from '../../../../console/casework/episode/caseEvents.ts'
import { caseFrom, momentsOf } from '../../../../console/casework/episode/caseFile.ts'
import { caseRefusal } from '../../../../console/casework/episode/caseRefusal.ts'
import { deskLineOf } from '../../../../console/casework/episode/deskLine.ts'
import { concern } from '../../../../dialogs/guide/concern.ts'

const idOf = (seq: number) => `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`
const [interview, one, another] = [idOf(700), idOf(801), idOf(802)]

/** The first of these is event 2: event 1 says who told of the episode. */
function recorded(...bodies: CaseEventBody[]): RecordedCaseEvent[] {
  return [{ type: 'notified', source: 'police' } as const, ...bodies].map((body, place) => ({
    id: idOf(place + 1),
    episode: idOf(900),
    seq: place + 1,
    by: 'interviewer',
    from: 'console',
    deviceAt: '2026-06-01T09:00:00+01:00',
    recordedAt: `2026-06-01T09:${String(place % 60).padStart(2, '0')}:00.000Z`,
    body: CaseEventBody.parse(body),
  }))
}
const fileOf = (...bodies: CaseEventBody[]) => caseFrom(recorded(...bodies))
const at = (text: string) => `2026-06-${text}:00.000Z`

type Added = Extract<CaseEventBody, { type: 'actionAdded' }>
type Done = Extract<CaseEventBody, { type: 'actionDone' }>
const added = (about: Partial<Added> = {}): Added => ({
  type: 'actionAdded',
  kind: 'hub-referral',
  owner: 'interviewer',
  due: null,
  ...about,
})
const done = (seq: number, about: Partial<Done> = {}): Done => ({
  type: 'actionDone',
  action: idOf(seq),
  outcome: 'done',
  at: at('01T12:00'),
  ...about,
})
const raised = { interview, id: one, raisedAt: at('01T10:00') }
const aboutIt = { interview, concern: one }

describe('the kinds of action', () => {
  it('answer every action of the guidance about what was said', () => {
    const items = readFileSync('../shared/domain/seed_items.tsv', 'utf8')
      .split('\n')
      .map(line => line.split('\t'))
    const asked = items.flatMap(([id = '', kind]) =>
      kind === 'A' &&
      /^(CHESH-(09|10)|WAKE-(09[7-9]|10[0-9]|12[45])|CBC-0(29|3|4[2-4]|51)|ECRC-(16|17)|TORB-04[0-3])/.test(id)
        ? [id]
        : [],
    )
    expect(asked.length).toBeGreaterThan(30)
    const answered = new Set<string>(actionKinds.flatMap(kind => [...actionFacts[kind].sources]))
    // Of these two, the first is between services and the second a meeting of the police: neither is about one case.
    expect(asked.filter(id => !answered.has(id))).toEqual(['ECRC-161', 'ECRC-163'])
    const known = new Set(items.map(([id]) => id))
    expect([...answered].filter(id => !known.has(id) && !id.startsWith('practice '))).toEqual([])
  })
})

describe('an action', () => {
  it('is open until it has an outcome, whose last one stands and can be taken back', () => {
    expect(fileOf(added()).actions).toMatchObject([{ event: idOf(2), writtenBy: 'interviewer', ended: undefined }])
    const refused = done(2, { outcome: 'refused', words: 'The clinic was full.' })
    expect(fileOf(added(), refused, done(2)).actions[0]?.ended?.outcome).toBe('done')
    const back: CaseEventBody = { type: 'withdrawn', event: idOf(4) }
    expect(fileOf(added(), refused, done(2), back).actions[0]?.ended?.outcome).toBe('refused')
    expect(fileOf(added(), refused, { type: 'withdrawn', event: idOf(2) }).actions).toEqual([])
  })

  it('has no outcome without having been added, nor once it was taken back', () => {
    expect(caseRefusal(recorded(done(9)), false)).toBe('unknown-event')
    expect(caseRefusal(recorded({ type: 'letter', at: at('01T10:00'), to: 'young-person' }, done(2)), false)).toBe(
      'unknown-event',
    )
    expect(caseRefusal(recorded(added(), { type: 'withdrawn', event: idOf(2) }, done(2)), false)).toBe('unknown-event')
    expect(caseRefusal(recorded(added(), done(2)), false)).toBeUndefined()
  })

  it('meets the clock of a referral once it is done, and not where it was refused or not needed', () => {
    const concerned: CaseEventBody = { type: 'timed', moment: 'concernRaised', at: at('01T10:00') }
    const stateOf = (...bodies: CaseEventBody[]) =>
      clocksFor(momentsOf(fileOf(concerned, ...bodies)), at('01T13:00')).find(({ id }) => id === 'DL-10')
    expect(stateOf(added())).toMatchObject({ state: 'due' })
    expect(stateOf(added(), done(3))).toMatchObject({ state: 'met', met: at('01T12:00') })
    for (const outcome of actionOutcomes.filter(each => each !== 'done'))
      expect(stateOf(added(), done(3, { outcome }))).toMatchObject({ state: 'due' })
    expect(stateOf(added({ kind: 'health' }), done(3))).toMatchObject({ state: 'due' })
    const atRisk: CaseEventBody = { type: 'timed', moment: 'immediateRisk', at: at('01T10:00') }
    expect(momentsOf(fileOf(atRisk, added(), done(3))).referred).toBe(at('01T12:00'))
    expect(momentsOf(fileOf(added({ kind: 'mutilation-report' }), done(2))).policeTold).toBe(at('01T12:00'))
  })

  it('is counted by the desk while it is open, by when it is due', () => {
    const file = fileOf(
      added({ due: at('03T10:00') }),
      added({ due: at('02T10:00') }),
      added(),
      added({ due: at('01T10:00') }),
      done(5),
    )
    expect(deskLineOf(file, [], at('02T12:00')).actionsDue).toEqual([at('02T10:00'), at('03T10:00')])
    expect(openActions(file.actions).map(({ event }) => event)).toEqual([idOf(3), idOf(2), idOf(4)])
  })

  it('is as if it had never been written once it was taken back, whatever came in between', () => {
    const action = fc.record({
      type: fc.constant('actionAdded' as const),
      kind: fc.constantFrom(...actionKinds),
      owner: fc.constantFrom(...actionOwners),
      due: fc.constantFrom(null, at('02T10:00'), at('04T10:00')),
    })
    const ending = fc.record({
      type: fc.constant('actionDone' as const),
      action: fc.integer({ min: 2, max: 12 }).map(idOf),
      outcome: fc.constantFrom(...actionOutcomes),
      at: fc.constantFrom(at('01T12:00'), at('03T12:00')),
    })
    const noted = fc.record({
      type: fc.constant('concernNoted' as const),
      interview: fc.constant(interview),
      concern: fc.constantFrom(one, another),
      at: fc.constant(at('01T12:00')),
      childTold: fc.constantFrom('told' as const, 'not-safe' as const, 'not-yet' as const),
    })
    fc.assert(
      fc.property(
        fc.array(fc.oneof(action, ending, noted), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        (bodies, which) => {
          const events = recorded(...bodies)
          const gone = events[1 + (which % bodies.length)]
          if (!gone) return
          const taken = caseFrom([...events, ...recorded(...bodies, { type: 'withdrawn', event: gone.id }).slice(-1)])
          const never = caseFrom(events.filter(({ id }) => id !== gone.id))
          expect([taken.actions, taken.concernNotes]).toEqual([never.actions, never.concernNotes])
          expect(momentsOf(taken)).toEqual(momentsOf(never))
          // Nothing that was added is lost, and nothing has an outcome that nobody wrote.
          const whole = caseFrom(events)
          expect(whole.actions).toHaveLength(bodies.filter(({ type }) => type === 'actionAdded').length)
          const ended = new Set(bodies.flatMap(body => (body.type === 'actionDone' ? [body.action] : [])))
          for (const each of whole.actions) expect(each.ended === undefined || ended.has(each.event)).toBe(true)
          const referrals = whole.actions.flatMap(({ kind, ended: how }) =>
            kind === 'hub-referral' && how?.outcome === 'done' ? [how.at] : [],
          )
          expect(momentsOf(whole).referred).toBe(referrals.toSorted()[0])
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

describe('the clock of one concern', () => {
  const clockAt = (now: string, ...bodies: CaseEventBody[]) => {
    const { actions, timed } = fileOf(...bodies)
    return concernClock(raised, actions, timed.referred, now)
  }

  it('runs out 24 hours after it was raised', () => {
    expect(clockAt(at('02T10:00'))).toEqual({ due: at('02T10:00'), met: undefined, state: 'due' })
    expect(clockAt('2026-06-02T10:00:00.001Z').state).toBe('late')
  })

  it('is met by its own referral, or by one after it that is about none; never by another one’s or an earlier one', () => {
    const its = added({ concern: aboutIt })
    expect(clockAt(at('03T10:00'), its, done(2))).toMatchObject({ met: at('01T12:00'), state: 'met' })
    expect(clockAt(at('01T13:00'), added(), done(2)).state).toBe('met')
    expect(clockAt(at('01T13:00'), added(), done(2, { at: at('01T09:00') })).state).toBe('due')
    expect(clockAt(at('01T13:00'), added({ concern: { interview, concern: another } }), done(2)).state).toBe('due')
    expect(clockAt(at('03T10:00'), its, done(2, { at: at('02T11:00') }))).toMatchObject({ state: 'late' })
    expect(clockAt(at('01T13:00'), { type: 'timed', moment: 'referred', at: at('01T11:00') }).state).toBe('met')
  })
})

describe('what has to be done on the same day', () => {
  const of = (kind: string | undefined): RaisedConcern => ({ ...raised, kind })
  const ids = (kind: string | undefined, ...bodies: CaseEventBody[]) =>
    sameDayPrompts([of(kind)], fileOf(...bodies).actions, at('01T12:00')).map(({ id }) => id)

  it('follows the kind of concern alone, all of them kinds that the talk has', () => {
    expect(ids('female-genital-mutilation')).toEqual(['mutilation'])
    expect(ids('sexual-harm')).toEqual(['health'])
    expect(ids('self-harm')).toEqual(['life'])
    expect(ids('another-concern')).toEqual([])
    expect(ids(undefined)).toEqual([])
    const options = concern.prompts.flatMap(each => [...(each.options ?? [])])
    for (const rule of sameDayRules) for (const kind of rule.concerns) expect(options).toContain(kind)
  })

  it('stays until an action for that concern has an outcome, and says when the day is over', () => {
    const its = added({ concern: aboutIt })
    expect(ids('self-harm', added(), done(2))).toEqual(['life'])
    expect(sameDayPrompts([of('hurt')], fileOf(its).actions, at('01T12:00'))).toMatchObject([
      { added: true, late: false },
    ])
    expect(ids('self-harm', its, done(2, { outcome: 'not-needed' }))).toEqual([])
    // Midnight in London is 23:00 in UTC.
    expect(sameDayPrompts([of('hurt')], [], at('01T22:59'))[0]?.late).toBe(false)
    expect(sameDayPrompts([of('hurt')], [], at('01T23:00'))[0]?.late).toBe(true)
  })
})
