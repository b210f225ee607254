import { randomUUID } from 'node:crypto'
import type { Database } from '../../console/records/database/openDatabase.ts'
import { guide2 } from '../../dialogs/guide/guide.ts'
import { wordKeysOf } from '../../dialogs/guide/wordKeys.ts'
import { english, type Reply, realInterviews, talking } from '../bot/botOverHttp.ts'
import { again, heardIn, restart, variantsFor } from './transcript.ts'

/** One conversation with the real bot, told line by line as a transcript has it. */
export async function conversing(database: Database) {
  const conversation = randomUUID()
  let process = await talking({ database })
  let sent = { text: '', id: '' }
  let last: Reply | undefined
  const seen = new Map<string | undefined, number>()
  const settings = process.services.settings.said.en
  const practitioner = english.words('en', 'bot')('your-name')
  const variants = variantsFor(wordKeysOf(guide2), { ...settings, practitioner })
  return {
    async said(text: string): Promise<{ heard: string; reply: Reply }> {
      if (text === restart) {
        await process.close()
        process = await talking({ database, interviews: realInterviews(database) })
      } else if (text !== again) {
        sent = { text, id: randomUUID() }
      }
      const reply = text === restart && last ? last : await process.say(sent.text, { conversation, id: sent.id })
      const interview = reply.data?.interview
      const events = (await process.events(interview)).slice(seen.get(interview) ?? 0)
      seen.set(interview, (seen.get(interview) ?? 0) + events.length)
      last = reply
      return { heard: heardIn(events, reply, variants), reply }
    },
    close: () => process.close(),
  }
}
