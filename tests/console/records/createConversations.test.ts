import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createConversations } from '../../../console/records/createConversations.ts'
import { type Database, openDatabase } from '../../../console/records/database/openDatabase.ts'
import { freshConnection, freshDatabase } from '../../support/database.ts'
import { begun, demoMember, storedInterviews } from '../../support/storedInterviews.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

describe('createConversations', () => {
  it('knows the newest interview of a conversation', async () => {
    const conversations = createConversations(database)
    const interviews = storedInterviews(database)
    const [first, second] = [await begun(interviews), await begun(interviews)]
    expect(await conversations.interviewOf('emulator/1')).toBeUndefined()
    await conversations.link('emulator/1', first)
    await conversations.link('emulator/1', second)
    await conversations.link('emulator/2', first)
    expect(await conversations.interviewOf('emulator/1')).toBe(second)
    expect(await conversations.interviewOf('emulator/2')).toBe(first)
  })
})

describe('openDatabase', () => {
  it('makes the tables once when two processes start at the same moment', async () => {
    const connection = await freshConnection()
    const both = await Promise.all([openDatabase(connection, () => {}), openDatabase(connection, () => {})])
    for (const each of both) {
      expect(await storedInterviews(each).list(demoMember)).toEqual([])
      await each.close()
    }
  })

  it('refuses data that another program wrote', async () => {
    const connection = await freshConnection()
    const first = await openDatabase(connection, () => {})
    await first.pool.query(`insert into kysely_migration values ('999-later', '2030-01-01')`)
    await first.close()
    await expect(openDatabase(connection, () => {})).rejects.toThrow('another version')
  })
})
