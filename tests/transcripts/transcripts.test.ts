import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../console/records/database/openDatabase.ts'
import { freshDatabase } from '../support/database.ts'
import { conversing } from './conversing.ts'
import type { Transcript } from './transcript.ts'

const folder = new URL('talks/', import.meta.url)
const transcripts = await Promise.all(
  readdirSync(folder).map(async name => {
    const file = (await import(new URL(name, folder).href)) as { transcript: Transcript }
    return file.transcript
  }),
)

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

it.each(transcripts)('$title', async ({ rows }) => {
  const talk = await conversing(database)
  const heard: (readonly [string, string])[] = []
  for (const [said] of rows) heard.push([said, (await talk.said(said)).heard])
  await talk.close()
  expect(heard).toEqual(rows)
})
