import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../console/records/database/openDatabase.ts'
import { verifyChains } from '../../console/records/verifyChains.ts'
import type { Intent } from '../../dialogs/intent.ts'
import { recordFrom } from '../../dialogs/record/recordFrom.ts'
import { type Reply, realInterviews, talking } from '../bot/botOverHttp.ts'
import { granted, openConsole } from '../console/server/openConsole.ts'
import { freshDatabase } from '../support/database.ts'

const typed = [
  'next',
  'back',
  'skip',
  'rather not',
  'concern',
  'undo',
  'pause',
  'resume',
  'go leaving',
  'go safety',
  'We argued at home and I was scared.',
  'keep 1',
  'not 1',
  'yes',
  '3',
  '03/04/2025',
  'stop',
  'stop me',
  'decline',
  'not reached',
  'correct: no',
  'said',
]
const filledIn: readonly Intent[] = [
  { do: 'account', prompt: 'leaving.before-you-went', words: 'Filled in.' },
  { do: 'answer', prompt: 'safety.hurt-now', answer: { kind: 'plain', said: 'yes' } },
  { do: 'answer', prompt: 'safety.hurt-now', answer: { kind: 'plain', said: 'no' } },
  { do: 'rather-not', prompt: 'safety.hurt-now' },
  { do: 'answer', prompt: 'safety.how-safe', answer: { kind: 'scale', value: 4 } },
  { do: 'cover', coverage: 'push.arguments-at-home', told: 'yes' },
  { do: 'cover', coverage: 'push.arguments-at-home', told: 'no' },
  { do: 'next' },
  { do: 'resume' },
]

interface Process {
  bot: Awaited<ReturnType<typeof talking>>
  console: Awaited<ReturnType<typeof openConsole>>
}

let database: Database
const processes: Process[] = []
beforeAll(async () => {
  database = await freshDatabase()
  for (let each = 0; each < 2; each++) {
    const interviews = realInterviews(database)
    processes.push({ bot: await talking({ database, interviews }), console: await openConsole(interviews, database) })
  }
})
afterAll(async () => {
  for (const { bot, console } of processes) {
    await bot.close()
    await console.close()
  }
  await database.close()
})

/** Types at random, some of it twice at once to both processes. Gives back what came of it. */
async function typing(conversation: string, of: () => number): Promise<Reply[]> {
  const replies: Reply[] = []
  for (let each = 0; each < 25; each++) {
    const sent = [typed[Math.floor(of() * typed.length)] ?? 'next', { conversation, id: randomUUID() }] as const
    const to = of() < 0.3 ? processes : processes.slice(of() < 0.5 ? 0 : 1).slice(0, 1)
    replies.push(...(await Promise.all(to.map(({ bot }) => bot.say(...sent)))))
  }
  return replies
}

/** Fills in fields at random from an old view of the record. Gives back the ids of the events acknowledged. */
async function filling(interview: string, { console }: Process, of: () => number): Promise<string[]> {
  const client = await console.client()
  const acknowledged: string[] = []
  for (let each = 0; each < 25; each++) {
    const intent = filledIn[Math.floor(of() * filledIn.length)] ?? { do: 'next' }
    const asked = { interview, id: randomUUID(), deviceAt: '2026-06-01T10:00:00+01:00', seen: 1 + each, intent }
    const [answer, again] = await Promise.all([asked, asked].map(one => client.emitWithAck('interview:reply', one)))
    if (answer?.ok) expect(again).toEqual(answer)
    if (answer?.ok) acknowledged.push(...granted(answer).events.map(({ id }) => id))
  }
  return acknowledged
}

it('bots and consoles on two processes, all in one interview at random, leave one whole record', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31)
  const of = randomFrom(seed)
  const conversation = randomUUID()
  const begun = await processes[0]?.bot.say('start', { conversation })
  const interview = begun?.data?.interview ?? ''
  const typists = Array.from({ length: 3 }, () => typing(conversation, of))
  const fillers = processes.map(each => filling(interview, each, of))
  const replies = (await Promise.all(typists)).flat()
  const acknowledged = (await Promise.all(fillers)).flat()

  const events = (await processes[1]?.bot.events(interview)) ?? []
  const because = `with seed ${seed}`
  expect(
    replies.filter(({ status }) => status !== 200).map(({ text }) => text),
    because,
  ).toEqual([])
  expect(events.length, because).toBeGreaterThan(40)
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, place) => place + 1))
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
  expect(events.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged))
  for (const [place] of events.entries()) expect(recordFrom(events.slice(0, place + 1)).seq).toBe(place + 1)
  for await (const verified of verifyChains(database, interview)) expect(verified).toMatchObject({ ok: true })
})

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
