import type { TurnContext } from 'botbuilder'
import { seesInterviews } from '../console/casework/roles.ts'
import type { Person } from '../console/contract/people.ts'
import type { Translator } from '../locales/translator.ts'
import { activitiesOf } from './activities.ts'
import type { Logic } from './adapter.ts'
import { codeOf } from './codeOf.ts'
import type { BotLogger, Talk } from './createTalk.ts'
import type { IncomingActivity } from './incoming.ts'
import { kindOf } from './incoming.ts'
import { reachOf } from './reach.ts'
import { screenLanguage } from './screenLanguage.ts'

/** Whose the users of channels are: who someone is there is linked once to a person here. */
export interface ChannelPeople {
  personOf(identity: { channel: string; id: string }): Promise<Person | undefined>
  /** A link to open signed in, which makes whoever wrote this person. */
  linkFor(identity: { channel: string; id: string }): Promise<string>
  /** Remembers where whoever this is can be written to. */
  reach(identity: { channel: string; id: string }, reach: string): Promise<void>
}

export interface KnownServices {
  channels: ChannelPeople
  translator: Translator
  /** Seconds for which this person has sent too much already; 0 where they may go on. */
  waitOf?(person: string): Promise<number>
  logger: BotLogger
}

/** The logic of one turn on a channel: the talk for people who are known, and one message for everyone else. */
export function createKnownOnChannel({ channels, translator, waitOf, logger }: KnownServices, talk: Talk) {
  /** For what is due, so that they can be reminded there. A talk does not wait for it, nor end with it. */
  async function keepReach(identity: { channel: string; id: string }, context: TurnContext): Promise<void> {
    const reach = reachOf(context.activity)
    if (reach === undefined) return
    await channels
      .reach(identity, reach)
      .catch(error => logger.error({ code: codeOf(error) }, 'channel-reach-not-kept'))
  }

  return (activity: IncomingActivity): Logic =>
    async context => {
      const bot = translator.words(screenLanguage(activity.locale), 'bot')
      const say = async (text: string) => {
        // What else a channel sends is not said by anyone.
        if (kindOf(activity) === 'other') return
        await context.sendActivities(activitiesOf({ messages: [{ text, actions: [] }] }))
      }
      if (isGroup(activity)) return say(bot('channel/group'))
      const identity = { channel: activity.channelId ?? '', id: activity.from?.id ?? '' }
      if (identity.channel === '' || identity.id === '') return
      const person = await channels.personOf(identity)
      if (!person) {
        if (kindOf(activity) === 'other') return
        return say(bot('channel/link', { link: await channels.linkFor(identity) }))
      }
      if (!seesInterviews(person.role)) return say(bot('refused/not-allowed'))
      if (waitOf && (await waitOf(person.id)) > 0) return say(bot('refused/too-many'))
      await keepReach(identity, context)
      await talk.turn(activity, { by: person.id, team: person.team, from: 'bot' })(context)
    }
}

/** A child's words do not belong where others read along. */
function isGroup({ conversation }: IncomingActivity): boolean {
  const { isGroup: said, conversationType } = conversation
  return (
    (said !== undefined && said !== null && said !== false) ||
    ['groupChat', 'channel'].includes(String(conversationType))
  )
}
