import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseEventBody } from '../../../../console/casework/episode/caseEvents.ts'
import { createReminders, type ToldReminder } from '../../../../console/records/cases/createReminders.ts'
import { type Database, openDatabase } from '../../../../console/records/database/openDatabase.ts'
import { freshConnection } from '../../../support/database.ts'
import { begunCase, type CasesOn, casesOn, worker, wrote } from '../../../support/storedCases.ts'
import { begun, request, taken } from '../../../support/storedInterviews.ts'

let database: Database
let another: Database
let on: CasesOn
let now = new Date('2026-06-01T09:00:00.000Z')
const at = (text: string) => new Date(`2026-06-${text}:00.000Z`)
beforeAll(async () => {
  const connection = await freshConnection()
  database = await openDatabase(connection, () => {})
  another = await openDatabase(connection, () => {})
  on = casesOn(database, { now: () => now })
})
afterAll(async () => {
  on.cases.stop()
  await another.close()
  await database.close()
})

/** What two processes and one started again told at this moment, all looking at once. */
async function toldAt(moment: Date): Promise<Pick<ToldReminder, 'episode' | 'clock' | 'kind'>[]> {
  now = moment
  const told: ToldReminder[] = []
  const all = [database, another, database].map(each =>
    createReminders({
      database: each,
      hoursBefore: 4,
      now: () => moment,
      onFault: error => expect(error).toBeUndefined(),
      every: 0,
    }),
  )
  for (const { onReminder } of all) onReminder(reminder => told.push(reminder))
  await Promise.all(all.map(({ sweep }) => sweep()))
  await Promise.all(all.map(({ sweep }) => sweep()))
  return told.map(({ episode, clock, kind }) => ({ episode, clock, kind }))
}

describe('reminders', () => {
  it('are told once when four hours are left and once when it is late, over all processes', async () => {
    // Notified at 08:00: to be offered by 08:00 the next day.
    const episode = await begunCase(on, { type: 'timed', moment: 'notified', at: '2026-06-01T08:00:00Z' })
    const about = (kind: 'soon' | 'late') => ({ episode, clock: 'DL-02', kind })
    const ofOffer = async (moment: Date) => (await toldAt(moment)).filter(({ clock }) => clock === 'DL-02')
    expect(await ofOffer(at('01T09:00'))).toEqual([])
    expect(await ofOffer(at('02T03:59'))).toEqual([])
    expect(await ofOffer(at('02T04:00'))).toEqual([about('soon')])
    await wrote(on, episode, { type: 'named', calledAs: 'Example Twite' })
    expect(await ofOffer(at('02T05:00'))).toEqual([])
    expect(await ofOffer(at('02T08:01'))).toEqual([about('late')])
    await wrote(on, episode, { type: 'named', calledAs: 'Example Linnet' })
    expect(await ofOffer(at('03T08:00'))).toEqual([])
  })

  it('come again for a clock that is due at another time, and not for what is done or closed', async () => {
    const episode = await begunCase(on, { type: 'timed', moment: 'notified', at: '2026-06-04T08:00:00Z' })
    const mine = async (moment: Date) => (await toldAt(moment)).filter(each => each.episode === episode)
    expect((await mine(at('05T05:00'))).map(({ clock }) => clock)).toContain('DL-02')
    await wrote(on, episode, { type: 'timed', moment: 'notified', at: '2026-06-04T20:00:00Z' })
    expect((await mine(at('05T17:00'))).map(({ clock }) => clock)).toContain('DL-02')
    await wrote(on, episode, { type: 'closed', because: 'transferred' })
    expect(await mine(at('09T17:00'))).toEqual([])
  })

  it('say of one that is late already only that it is', async () => {
    const episode = await begunCase(on, { type: 'timed', moment: 'notified', at: '2026-06-01T08:00:00Z' })
    const told = (await toldAt(at('12T09:00'))).filter(each => each.episode === episode)
    expect(told.filter(({ clock }) => clock === 'DL-02').map(({ kind }) => kind)).toEqual(['late'])
  })

  it('come for each concern on its own, also when the first was referred', async () => {
    const interview = await begun(on.interviews)
    const episode = await begunCase(on, { type: 'covered', interview })
    const [first, second] = [randomUUID(), randomUUID()]
    await taken(on.interviews, interview, request({ do: 'concern', concern: first }))
    await taken(on.interviews, interview, request({ do: 'concern', concern: second }))
    await on.cases.settled()
    const line = await on.cases.line(episode)
    expect(line?.due.map(({ id, concern }) => [id, concern])).toEqual([
      ['DL-10', 1],
      ['DL-10', 2],
    ])
    const [one, two] = line?.due.map(({ due }) => new Date(Date.parse(due) + 60_000)) ?? []
    const body: CaseEventBody = {
      type: 'actionAdded',
      kind: 'hub-referral',
      owner: 'interviewer',
      due: null,
      concern: { interview, concern: first },
    }
    const { events } = await wrote(on, episode, body)
    const action = events.at(-1)?.id ?? ''
    await wrote(on, episode, { type: 'actionDone', action, outcome: 'done', at: new Date().toISOString() })
    const later = [one, two].toSorted((a, b) => Number(a) - Number(b)).at(-1) ?? new Date()
    const told: ToldReminder[] = []
    const reminders = createReminders({ database, hoursBefore: 4, now: () => later, onFault: () => {}, every: 0 })
    reminders.onReminder(reminder => told.push(reminder))
    await reminders.sweep()
    expect(
      told.filter(each => each.episode === episode).map(({ clock, concern, kind }) => [clock, concern, kind]),
    ).toEqual([['DL-10', 2, 'late']])
  })

  it('carry who needs to know', async () => {
    const episode = randomUUID()
    const bodies = [
      { type: 'notified' as const, source: 'police' as const },
      { type: 'timed' as const, moment: 'notified' as const, at: '2026-06-12T08:00:00Z' },
      { type: 'allocated' as const, worker: null },
    ]
    await on.cases.begin({ episode, id: randomUUID(), bodies }, worker)
    const told: ToldReminder[] = []
    const one = createReminders({
      database,
      hoursBefore: 4,
      now: () => at('13T09:00'),
      onFault: () => {},
      every: 0,
    })
    one.onReminder(reminder => told.push(reminder))
    await one.sweep()
    expect(told.find(each => each.episode === episode)?.circle).toEqual({
      worker: '',
      team: 'demo',
      reviewers: [],
      restricted: false,
    })
  })
})
