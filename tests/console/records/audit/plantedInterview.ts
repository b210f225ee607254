import { randomBytes, randomUUID } from 'node:crypto'
import type { Database } from '../../../../console/records/database/openDatabase.ts'

/** An interview by robin with this many events, as far as the audit looks at it: their hashes are any. */
export async function plantedInterview(
  { db }: Database,
  events = 1,
  { id = randomUUID(), by = 'robin', at = new Date('2026-06-01T09:00:00.000Z') } = {},
): Promise<string> {
  const episode = randomUUID()
  await db
    .insertInto('episodes')
    .values({
      id: episode,
      worker: by,
      team: 'north',
      reviewers: [],
      restricted: false,
      opened_at: at,
      destroyed_at: at,
    })
    .execute()
  await db
    .insertInto('interviews')
    .values({
      id,
      episode,
      seq: 1,
      head: randomBytes(32),
      guide: 1,
      opened_by: by,
      opened_at: at,
      changed_at: at,
      known_as: Buffer.from('sealed'),
      state: 'open',
      stage: null,
      language: 'en',
      open_concerns: 0,
    })
    .execute()
  for (let seq = 1; seq <= events; seq++) await plantedEvent({ db }, id, seq, by, at)
  return id
}

export async function plantedEvent(
  { db }: Pick<Database, 'db'>,
  interview: string,
  seq: number,
  by = 'robin',
  at = new Date(),
) {
  await db
    .insertInto('events')
    .values({
      interview,
      seq,
      id: randomUUID(),
      turn: randomUUID(),
      body: JSON.stringify({}),
      sealed: null,
      by,
      from: 'console',
      voice: 'practitioner',
      language: 'en',
      device_at: at.toISOString(),
      at,
      hash: randomBytes(32),
    })
    .execute()
}
