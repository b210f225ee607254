import type { CaseEventBody, WrittenMoment } from '../../casework/episode/caseEvents.ts'
import { demoTeam, idFor } from '../seedDemo.ts'
import type { Cases } from './cases.ts'

/** A child who does not exist, and what has been written of their episode. */
interface Example {
  name: string
  bodies: readonly CaseEventBody[]
  /** The case is that of their interview, which was begun before it. */
  isTalkedWith?: true
}

/**
 * Fills an empty desk with invented episodes, each at another place, as they would stand now: one whose clock runs out soon, one
 * that is late, one who said no, one whom nobody reached, one who is missing again and with nobody yet, and one who is still missing.
 */
export async function seedDemoCases(cases: Cases, now: Date): Promise<void> {
  const reader = { id: 'interviewer', team: demoTeam }
  if ((await cases.desk(reader, { which: 'open' })).length > 0) return
  for (const { name, bodies, isTalkedWith } of examplesAt(now)) {
    const actor = { by: 'interviewer', team: demoTeam, from: 'system', deviceAt: now.toISOString() } as const
    const named: CaseEventBody = { type: 'named', calledAs: name }
    const [first, ...rest] = bodies
    if (!first) continue
    const beginning = {
      episode: idFor(name, isTalkedWith ? 'interview' : 'episode'),
      id: idFor(name, 'case'),
      bodies: [first, named, ...rest],
    }
    await cases.begin(beginning, actor)
  }
}

function examplesAt(now: Date): readonly Example[] {
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString()
  const timed = (moment: WrittenMoment, hours: number): CaseEventBody => ({ type: 'timed', moment, at: ago(hours) })
  const called = (hours: number): CaseEventBody => ({
    type: 'attempted',
    at: ago(hours),
    means: 'phone',
    to: 'young-person',
    outcome: 'no-answer',
  })
  const police = { type: 'notified', source: 'police', reportedByFamily: false } as const
  return [
    {
      name: 'Example Siskin',
      bodies: [
        police,
        timed('wentMissing', 40),
        timed('found', 24),
        timed('returned', 23),
        timed('notified', 21),
        { type: 'described', facts: { livesHere: true, placedHereByAnother: false, accommodation: 'home' } },
      ],
    },
    {
      name: 'Example Goldcrest',
      isTalkedWith: true,
      bodies: [
        police,
        timed('wentMissing', 50),
        timed('found', 34),
        timed('returned', 33),
        timed('notified', 32),
        { type: 'offered', at: ago(30), means: 'phone', to: 'young-person', outcome: 'accepted' },
      ],
    },
    {
      name: 'Example Dipper',
      bodies: [
        { ...police, reportedByFamily: true },
        timed('wentMissing', 120),
        timed('found', 100),
        timed('returned', 99),
        timed('notified', 96),
        { type: 'offered', at: ago(80), means: 'visit', to: 'young-person', outcome: 'wants-to-think' },
        {
          type: 'described',
          facts: { lookedAfter: true, accommodation: 'residential', previous: { days30: 1, ever: 4 } },
        },
      ],
    },
    {
      name: 'Example Redwing',
      bodies: [
        { type: 'notified', source: 'school' },
        timed('found', 60),
        timed('returned', 58),
        timed('notified', 56),
        { type: 'offered', at: ago(40), means: 'phone', to: 'young-person', outcome: 'declined' },
        { type: 'declined', at: ago(40), by: 'young-person', words: 'I have said it all to my key worker already.' },
      ],
    },
    {
      name: 'Example Brambling',
      bodies: [
        { type: 'notified', source: 'social-worker' },
        timed('found', 150),
        timed('notified', 140),
        { type: 'offered', at: ago(130), means: 'text', to: 'young-person', outcome: 'no-answer' },
        called(110),
        called(90),
        timed('attemptRecorded', 89),
        timed('servicesNotified', 118),
      ],
    },
    {
      name: 'Example Nuthatch',
      bodies: [
        police,
        timed('found', 52),
        timed('returned', 50),
        timed('notified', 48),
        { type: 'described', facts: { placedHereByAnother: true, lookedAfter: true, accommodation: 'foster' } },
        { type: 'missingAgain', at: ago(12) },
        { type: 'allocated', worker: null },
      ],
    },
    {
      name: 'Example Fieldfare',
      bodies: [police, timed('lastSeen', 9), timed('wentMissing', 8), timed('reported', 7)],
    },
  ]
}
