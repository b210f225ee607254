import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLogger } from '../../console/server/logger.ts'
import { english, talking } from './botOverHttp.ts'

const marked = 'MARKED-WORDS of a young person'
const fault = () => Promise.reject(new Error(`could not keep ${marked}`))
const bot = english.words('en', 'bot')

let talk: Awaited<ReturnType<typeof talking>>
beforeAll(async () => {
  talk = await talking()
  await talk.say('start')
})
afterAll(() => talk.close())

/** A bot whose log is caught. */
async function failing(broken: Partial<typeof talk.services.interviews>) {
  const log: string[] = []
  const logger = createLogger('info', { write: line => void log.push(line) })
  const { database, services } = talk
  return { log, ...(await talking({ database, logger, interviews: { ...services.interviews, ...broken } })) }
}

it.each([
  ['nothing was recorded', { lastKnown: fault }, 'nothing'],
  ['it is not certain', { turn: fault }, 'not-sure'],
])('says that %s, calmly, and logs no word of it', async (_, broken, saved) => {
  const { log, say, close } = await failing(broken)
  const reply = await say(marked)
  await close()
  expect(reply.text).toBe(bot(`fault/${saved}`))
  expect(reply.status).toBe(500)
  expect(log).toHaveLength(1)
  expect(JSON.parse(log[0] ?? '')).toMatchObject({ msg: 'bot-turn-failed', saved, code: 'Error' })
  expect(log.join()).not.toContain('MARKED')
})

it('says that it is saved where only the answer broke', async () => {
  const { interviews } = talk.services
  const { log, say, close } = await failing({
    async turn(...args) {
      const turn = await interviews.turn(...args)
      // A record that cannot be shown, as from a newer program.
      return turn.ok ? { ...turn, record: { ...turn.record, guide: 99 } } : turn
    },
  })
  const reply = await say(marked)
  await close()
  expect(reply.text).toBe(bot('fault/saved'))
  expect(log.join()).not.toContain('MARKED')
})

it('logs no word of a refused activity', async () => {
  const { log, post, authorization, close } = await failing({})
  await post({ type: 'message', text: { marked }, conversation: { id: marked } }, authorization)
  await close()
  expect(log.join()).not.toContain('MARKED')
})
