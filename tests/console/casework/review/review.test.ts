import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clocksFor } from '../../../../console/casework/clocks/clocksFor.ts'
import { CaseEventBody } from '../../../../console/casework/episode/caseEvents.ts'
import { caseFrom, momentsOf } from '../../../../console/casework/episode/caseFile.ts'
import { caseRefusal } from '../../../../console/casework/episode/caseRefusal.ts'
import { type Lacking, lackingFor } from '../../../../console/casework/episode/closing.ts'
import { deskLineOf } from '../../../../console/casework/episode/deskLine.ts'
import { nextInReview, untold } from '../../../../console/casework/review/nextInReview.ts'
import { needsReviewer } from '../../../../console/casework/review/reviewRefusal.ts'
import { at, closedAs, eventsOf, fileOf, idOf, reviewBy, sent, sentBack, toHub, toWorker } from './caseOf.ts'

const held = { interview: idOf(500), held: at('02T12:00'), concerns: [] }
const timed = (moment: 'forwarded' | 'reviewed' | 'supervision' | 'meeting' | 'found', when: string) =>
  ({ type: 'timed', moment, at: when }) as const
const answer = (seq: number): CaseEventBody => ({
  ...{ type: 'answeredSentBack', at: at('04T10:00'), sentBack: idOf(seq), words: 'An aunt.' },
})

describe('clocks', () => {
  const clockOf = (id: string, bodies: CaseEventBody[], now = at('10T12:00')) =>
    clocksFor(momentsOf(fileOf(...bodies), [held]), now).find(clock => clock.id === id)

  it.each<[string, CaseEventBody[], object | undefined]>([
    ['DL-16', [], undefined],
    ['DL-16', [toWorker], { since: at('03T10:00').replace('Z', '.000Z'), state: 'late' }],
    ['DL-16', [toWorker, reviewBy('allocated-worker', at('04T09:00'))], { state: 'met' }],
    // The coordinator's own review is not the worker's.
    ['DL-16', [toWorker, reviewBy('coordinator')], { state: 'late' }],
    ['DL-16', [toHub, reviewBy('coordinator')], { state: 'met' }],
    // From the hub to a worker who was allocated: their own 24 hours.
    ['DL-16', [toHub, reviewBy('coordinator'), toWorker], { due: '2026-06-04T10:00:00.000Z', state: 'late' }],
    // What was written by hand before counts on, and the earliest wins.
    ['DL-16', [timed('forwarded', at('03T08:00')), toWorker], { due: '2026-06-04T08:00:00.000Z' }],
    ['DL-16', [timed('forwarded', at('03T08:00')), timed('reviewed', at('03T09:00'))], { state: 'met' }],
    [
      'DL-16',
      [toWorker, { type: 'forwarded', at: at('05T10:00'), to: 'early-help-worker' }],
      { due: '2026-06-04T10:00:00.000Z' },
    ],
    ['DL-17', [timed('supervision', at('05T09:00')), reviewBy('supervision', at('05T10:00'))], { state: 'late' }],
    // The next supervision is another: setting it does not put right that this one was late.
    [
      'DL-17',
      [
        timed('supervision', at('05T09:00')),
        reviewBy('supervision', at('05T10:00')),
        timed('supervision', at('20T09:00')),
      ],
      { state: 'late', due: '2026-06-05T09:00:00.000Z' },
    ],
    ['DL-17', [reviewBy('supervision', at('05T10:00')), timed('supervision', at('20T09:00'))], { state: 'met' }],
    ['DL-18', [timed('meeting', at('08T09:00')), reviewBy('meeting', at('08T09:00'))], { state: 'met' }],
    ['DL-18', [timed('meeting', at('08T09:00')), reviewBy('allocated-worker')], { state: 'late' }],
  ])('%s after %j', (id, bodies, expected) => {
    const clock = clockOf(id, bodies)
    if (expected === undefined) return expect(clock).toBeUndefined()
    const { since, ...rest } = expected as { since?: string }
    expect(clock).toMatchObject(rest)
    if (since) expect(new Date(clock?.since ?? '').toISOString()).toBe(since)
  })

  it('are as before when a review is taken back', () => {
    const bodies = [timed('supervision', at('05T09:00')), reviewBy('supervision', at('05T08:00'))]
    expect(clockOf('DL-17', [...bodies, { type: 'withdrawn', event: idOf(3) }])).toMatchObject({ state: 'late' })
  })
})

describe('closing as completed', () => {
  it.each<[CaseEventBody[], Lacking[]]>([
    [[sent], ['forwarded']],
    [[sent, toWorker], []],
    [[sent, timed('forwarded', at('03T09:00'))], []],
    [[sent, toHub], ['coordinator-review']],
    [[sent, toHub, reviewBy('allocated-worker')], ['coordinator-review']],
    [[sent, toHub, reviewBy('coordinator')], []],
    [[sent, toHub, toWorker], []],
    [[sent, toWorker, toHub], ['coordinator-review']],
    [[sent, toWorker, sentBack], ['sent-back-answered']],
    [[sent, toWorker, sentBack, answer(4)], []],
  ])('after %j lacks %j', (bodies, lacking) => {
    expect(lackingFor('completed', fileOf(...bodies), true)).toEqual(lacking)
  })

  it('is for those who see to others’ work where the hub has it', () => {
    expect(needsReviewer(eventsOf(sent, toHub, reviewBy('coordinator'), closedAs('completed')))).toBe(true)
    expect(needsReviewer(eventsOf(sent, toWorker, closedAs('completed')))).toBe(false)
    expect(needsReviewer(eventsOf(toHub, closedAs('transferred')))).toBe(false)
  })

  it('takes what comes later: reviews, news, a follow-up, why it was late; not what would leave something lacking', () => {
    const closed = [sent, toWorker, closedAs('completed')]
    const refusal = (body: CaseEventBody) => caseRefusal(eventsOf(...closed, body), true)
    for (const body of [
      reviewBy('meeting'),
      { type: 'heardBack', at: at('09T12:00'), from: 'school', words: 'She is back.' },
      { type: 'late', deadline: 'DL-12', reason: 'service' },
      { type: 'sharingAsked', recipient: 'school', stage: 'end', answer: 'agreed', items: 'all' },
    ] satisfies CaseEventBody[])
      expect([body.type, refusal(body)]).toEqual([body.type, undefined])
    expect(refusal(toHub)).toBe('case-lacking')
    expect(refusal(sentBack)).toBe('case-closed')
    // Whether the talk was held is not looked at for what cannot take it away.
    expect(caseRefusal(eventsOf(...closed, reviewBy('meeting')), false)).toBeUndefined()
  })

  it('asks nothing more of a case that was closed before it was asked for', () => {
    const old = [sent, timed('found', at('01T08:00')), closedAs('completed')]
    expect(caseRefusal(eventsOf(...old, { type: 'withdrawn', event: idOf(3) }), true)).toBeUndefined()
    expect(caseRefusal(eventsOf(...old, { type: 'withdrawn', event: idOf(2) }), true)).toBe('case-lacking')
    expect(caseRefusal(eventsOf(...old, { type: 'withdrawn', event: idOf(3) }), false)).toBe('case-lacking')
  })

  it('always has what its reason needs, whatever is written and taken back', () => {
    const body = fc.oneof(
      { weight: 3, arbitrary: fc.nat(14).map((n): CaseEventBody => ({ type: 'withdrawn', event: idOf(n + 1) })) },
      {
        weight: 4,
        arbitrary: fc.constantFrom<CaseEventBody>(
          ...[sent, toWorker, toHub, sentBack, reviewBy('coordinator'), reviewBy('allocated-worker')],
          ...[closedAs('completed'), closedAs('not-offered'), { type: 'reopened' as const }],
          { type: 'notOffered', reason: 'moved-area' },
          timed('forwarded', at('03T09:00')),
        ),
      },
      { weight: 1, arbitrary: fc.nat(14).map(n => answer(n + 1)) },
    )
    const begun = fc.constantFrom<CaseEventBody[]>(
      [sent, toWorker],
      [sent, toHub, reviewBy('coordinator'), closedAs('completed')],
      [sent, toHub, toWorker, closedAs('completed')],
      [{ type: 'notOffered', reason: 'moved-area' }, closedAs('not-offered')],
    )
    let closings = 0
    fc.assert(
      fc.property(begun, fc.array(body, { maxLength: 20 }), (first, bodies) => {
        let events = eventsOf()
        for (const next of [...first, ...bodies]) {
          const wanted = eventsOf(...events.slice(1).map(each => each.body), next)
          if (caseRefusal(wanted, true) !== undefined) continue
          events = wanted
          const file = caseFrom(events)
          if (file.state !== 'closed' || file.closedBecause === undefined) continue
          closings += 1
          expect(lackingFor(file.closedBecause, file, true)).toEqual([])
        }
      }),
      { numRuns: 3_000 },
    )
    expect(closings).toBeGreaterThan(1_000)
  })
})

describe('who may', () => {
  it.each<[CaseEventBody[], boolean]>([
    [[reviewBy('coordinator')], true],
    [[reviewBy('supervision')], true],
    [[reviewBy('allocated-worker')], false],
    [[reviewBy('meeting')], false],
    [[sentBack], true],
    [[sentBack, answer(2)], false],
    [[toHub], false],
    [[reviewBy('coordinator'), { type: 'withdrawn', event: idOf(2) }], true],
    [[sentBack, { type: 'withdrawn', event: idOf(2) }], true],
    [[toHub, { type: 'withdrawn', event: idOf(2) }], false],
  ])('%j needs a reviewer: %j', (bodies, needs) => {
    expect(needsReviewer(eventsOf(...bodies))).toBe(needs)
  })
})

describe('what was sent back', () => {
  it('is open until it is answered, once, and on the line of the desk until then', () => {
    const line = (...bodies: CaseEventBody[]) => deskLineOf(fileOf(...bodies), [held], at('10T12:00'))
    expect(line(sentBack)).toMatchObject({ sentBack: 1, toReview: true })
    expect(line(sentBack, answer(2), reviewBy('coordinator'))).toMatchObject({ sentBack: 0, toReview: false })
    expect(deskLineOf(fileOf(), [], at('10T12:00')).toReview).toBe(false)
    expect(caseRefusal(eventsOf(sentBack, answer(2)), true)).toBeUndefined()
    expect(caseRefusal(eventsOf(sentBack, answer(3)), true)).toBe('unknown-event')
    expect(caseRefusal(eventsOf(sentBack, answer(2), answer(2)), true)).toBe('unknown-event')
  })
})

describe('the one thing to do now', () => {
  const declined: CaseEventBody = { type: 'declined', at: at('02T09:00'), by: 'young-person' }
  const told: CaseEventBody = {
    ...{ type: 'passedOn', at: at('02T10:00'), what: 'decline', to: 'allocated-worker', means: 'secure-email' },
  }
  const contact: CaseEventBody = {
    ...{ type: 'actionAdded', kind: 'follow-up-contact', owner: 'interviewer', due: at('20T09:00') },
  }
  const kept: CaseEventBody = {
    ...{ type: 'followUpHeld', at: at('09T09:00'), action: idOf(5), means: 'phone' },
    ...{ sameWorker: false, who: 'Kit', wantsMore: 'yes' },
  }
  const byAll = [toWorker, reviewBy('coordinator'), reviewBy('allocated-worker')]
  it.each<[CaseEventBody[], boolean, string]>([
    [[], false, 'hold'],
    [[declined], false, 'pass-decline'],
    [[declined, told], false, 'close'],
    [[], true, 'forward'],
    [[toWorker], true, 'coordinator-review'],
    [[toHub], true, 'coordinator-review'],
    [[toHub, reviewBy('coordinator')], true, 'close'],
    [[toWorker, reviewBy('coordinator')], true, 'worker-review'],
    [byAll, true, 'set-supervision'],
    [[...byAll, timed('supervision', at('20T09:00'))], true, 'close'],
    [[...byAll, contact], true, 'follow-up'],
    [[...byAll, contact, kept], true, 'set-supervision'],
    [[toHub, sentBack], true, 'answer'],
    [[closedAs('transferred')], true, 'closed'],
  ])('after %j, held %j, is %s', (bodies, isHeld, step) => {
    expect(nextInReview(fileOf(...bodies), isHeld)).toBe(step)
  })

  it('owes attempts to children’s services and the police, each; and a late referral to the weekly meeting', () => {
    const tried: CaseEventBody = {
      ...{ type: 'attempted', at: at('02T09:00'), means: 'phone', to: 'young-person', outcome: 'no-answer' },
    }
    const toldOf = (to: 'police' | 'childrens-services'): CaseEventBody => ({
      ...{ type: 'passedOn', at: at('02T10:00'), what: 'attempts', to, means: 'secure-email' },
    })
    expect(untold(fileOf(tried))).toEqual(['attempts'])
    expect(untold(fileOf(tried, toldOf('police')))).toEqual(['attempts'])
    expect(untold(fileOf(tried, toldOf('police'), toldOf('childrens-services')))).toEqual([])
    expect(untold(fileOf(), true)).toEqual(['delay'])
  })
})

describe('a follow-up', () => {
  const arranged: CaseEventBody = {
    ...{ type: 'actionAdded', kind: 'follow-up-contact', owner: 'interviewer', due: at('08T09:00') },
  }
  const kept: CaseEventBody = {
    ...{ type: 'followUpHeld', at: at('09T09:00'), action: idOf(2), means: 'phone', sameWorker: true },
    ...{ wantsMore: 'not-sure', howTheyAre: 'Better.' },
  }

  it('that was held ends what arranged it, and can be taken back', () => {
    expect(fileOf(arranged, kept).actions).toMatchObject([{ ended: { outcome: 'done', at: at('09T09:00') } }])
    const back = fileOf(arranged, kept, { type: 'withdrawn', event: idOf(3) })
    expect([back.actions[0]?.ended, back.review.followUps]).toEqual([undefined, []])
    expect(caseRefusal(eventsOf(arranged, kept, kept), true)).toBe('unknown-event')
    expect(caseRefusal(eventsOf(kept), true)).toBe('unknown-event')
  })
})

describe('what is refused as it is', () => {
  const { need: _need, ...withoutNeed } = toHub as Extract<CaseEventBody, { type: 'forwarded' }>
  it.each([
    ['the hub without what is needed', withoutNeed],
    ['a meeting that is not named', { ...reviewBy('meeting'), meeting: undefined }],
    ['a meeting of somebody who is none', { ...reviewBy('coordinator'), meeting: 'strategy' }],
    ['a check that is left out', { ...reviewBy('coordinator'), checks: { actions: 'yes', patterns: 'no' } }],
    ['nothing said', { ...sentBack, words: ' ' }],
  ])('%s', (_, body) => {
    expect(CaseEventBody.safeParse(body).success).toBe(false)
  })
})

describe('a moment that a review brings about', () => {
  it.each(['forwarded', 'reviewed', 'supervised', 'reviewedAtMeeting'] as const)(
    'is not written by hand any more, where nobody would know whose review it was: %s',
    moment => {
      expect(caseRefusal(eventsOf({ type: 'timed', moment, at: at('04T10:00') }), true)).toBe('bad-request')
    },
  )

  it('that is still to come is set by hand', () => {
    expect(caseRefusal(eventsOf(timed('supervision', at('20T10:00'))), true)).toBeUndefined()
  })
})
