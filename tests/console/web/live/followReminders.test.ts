import { expect, it } from 'vitest'
import { followReminders } from '../../../../console/web/live/followReminders.ts'
import { fakeConnection } from './fakeConnection.ts'

it('keeps the newest reminder first, and of one clock only the last', () => {
  const server = fakeConnection()
  const reminders = followReminders(server.connection)
  const soon = { episode: 'one', clock: 'DL-02', due: '2026-11-22T12:00:00.000Z', kind: 'soon' } as const
  const other = { ...soon, episode: 'two' }
  server.tell('desk:reminder', soon)
  server.tell('desk:reminder', other)
  server.tell('desk:reminder', { ...soon, kind: 'late' })
  expect(reminders.get()).toEqual([{ ...soon, kind: 'late' }, other])
})
