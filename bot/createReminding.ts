import { setTimeout } from 'node:timers/promises'
import type { ChannelReminders, WaitingReminders } from '../console/casework/channelReminders.ts'
import { seesInterviews } from '../console/casework/roles.ts'
import type { Person } from '../console/contract/people.ts'
import type { Translator } from '../locales/translator.ts'
import { codeOf } from './codeOf.ts'
import type { BotLogger } from './createTalk.ts'
import { type Reach, reachIn } from './reach.ts'
import { screenLanguage } from './screenLanguage.ts'

export interface RemindingServices {
  /** Writes to someone who has written to the bot before. Throws where it did not get there. */
  tell(reach: Reach, text: string): Promise<void>
  waiting: ChannelReminders
  /** As they are now; nobody where they are suspended or gone. */
  personById(id: string): Promise<Person | undefined>
  /** Where this person can be written to. */
  reachesOf(person: string): Promise<readonly string[]>
  translator: Translator
  /** Where people open the desk. */
  deskUrl(): string
  now(): Date
  logger: BotLogger
  /** How often it is looked, in milliseconds; 0 for not by itself. */
  every?: number
  /** For how long a channel is waited for, in milliseconds: one that does not answer holds up nobody else. */
  patience?: number
}

/** So often one is tried: for some hours, as each time it waits longer. */
const mostTries = 8

/**
 * Tells workers on their channels that something is due: when, and where to look. Nothing of what or whom it is about leaves the
 * console, because others read over a shoulder and the channel keeps what it carried.
 */
export function createReminding(services: RemindingServices) {
  const {
    tell,
    waiting,
    personById,
    reachesOf,
    translator,
    deskUrl,
    now,
    logger,
    every = 15_000,
    patience = 30_000,
  } = services
  let delivering: Promise<void> | undefined

  async function deliver(): Promise<void> {
    for (const each of await waiting.take()) {
      const over = await isDone(each).catch(error => {
        logger.error({ code: codeOf(error), tries: each.tries }, 'reminder-not-told')
        return each.tries >= mostTries
      })
      if (over) await waiting.done(each.ids)
    }
  }

  /** One who was told, who has no channel any more, or who was tried often enough, is not told again. */
  async function isDone({ person: id, due, tries }: WaitingReminders): Promise<boolean> {
    const person = await personById(id)
    const reaches = person && seesInterviews(person.role) ? await reachesOf(person.id) : []
    const told = await Promise.allSettled(
      reaches.map(async kept => {
        const reach = reachIn(kept)
        const told = tell(reach, wordsOf(due, screenLanguage(reach.locale)))
        await Promise.race([told, noAnswer()])
      }),
    )
    if (told.length === 0 || told.some(({ status }) => status === 'fulfilled')) return true
    for (const each of told) {
      if (each.status === 'rejected') logger.error({ code: codeOf(each.reason), tries }, 'reminder-not-told')
    }
    return tries >= mostTries
  }

  async function noAnswer(): Promise<never> {
    await setTimeout(patience, undefined, { ref: false })
    throw Object.assign(new Error('The channel did not answer.'), { code: 'no-answer' })
  }

  function wordsOf(due: readonly string[], language: string): string {
    const [first = ''] = due
    const bot = translator.words(language, 'bot')
    const about = { time: timeWords(first, now(), language), count: due.length, link: deskUrl() }
    if (due.length > 1) return bot('reminder/several', about)
    return bot(Date.parse(first) > now().getTime() ? 'reminder/soon' : 'reminder/late', about)
  }

  const once = () => {
    delivering ??= deliver()
      .catch(error => logger.error({ code: codeOf(error) }, 'reminders-not-told'))
      .finally(() => {
        delivering = undefined
      })
    return delivering
  }
  const timer = every > 0 ? setInterval(() => void once(), every).unref() : undefined
  return { deliver: once, stop: () => clearInterval(timer) }
}

const zone = 'Europe/London'

/** The time alone where it is today, else the day as well, as clocks here say it. */
function timeWords(at: string, now: Date, language: string): string {
  const day = (date: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(date)
  const isToday = day(new Date(at)) === day(now)
  const asked = { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const withDay = { ...asked, weekday: 'long', day: 'numeric', month: 'long' } as const
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, isToday ? asked : withDay).format(new Date(at))
}
