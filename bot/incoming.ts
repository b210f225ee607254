import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Origin } from '../dialogs/record/events.ts'
import { screenLanguage } from './screenLanguage.ts'
import { uuidFrom } from './turnId.ts'

const Account = z.looseObject({ id: z.string().max(500).nullish() })

/** As much of a Bot Framework activity as is read here. The rest is let through for the SDK. */
export const IncomingActivity = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().max(500).nullish(),
  channelId: z.string().max(100).nullish(),
  conversation: z.looseObject({ id: z.string().min(1).max(500) }),
  from: Account.nullish(),
  recipient: Account.nullish(),
  text: z.string().nullish(),
  locale: z.string().max(100).nullish().catch(undefined),
  value: z.unknown().optional(),
  timestamp: z.union([z.string(), z.date()]).nullish(),
  localTimestamp: z.union([z.string(), z.date()]).nullish(),
  membersAdded: z.array(Account).nullish(),
})
export type IncomingActivity = z.infer<typeof IncomingActivity>

/** Who is at the other end. */
export interface Sender {
  by: string
  /** Their team: whose episodes they need to know of. */
  team: string
  from: Origin
}

/** One thing sent to the bot. */
export interface Incoming {
  kind: 'message' | 'joined' | 'other'
  /** The conversation, and the person in it: nobody comes into another's interview by naming its conversation. */
  conversation: string
  /** The same for an activity that is sent again, on any process. */
  turn: string
  text: string
  by: string
  team: string
  from: Origin
  deviceAt: string
  /** The language this person is spoken to in. */
  screen: string
}

/** What was sent, by whom. An activity without an id cannot be told from a second one, so it gets an id of its own. */
export function incomingFrom(activity: IncomingActivity, { by, team, from }: Sender, now: Date): Incoming {
  const text = activity.text ?? (typeof activity.value === 'string' ? activity.value : '')
  const conversation = uuidFrom(by, activity.channelId ?? '', activity.conversation.id)
  return {
    kind: kindOf(activity),
    conversation,
    // The text is part of it: a client that counts its ids from 1 again must not have new words taken for old ones.
    turn: activity.id ? uuidFrom('turn', conversation, activity.id, activity.type, text) : randomUUID(),
    text,
    by,
    team,
    from,
    screen: screenLanguage(activity.locale),
    deviceAt: timeIn(activity.localTimestamp) ?? timeIn(activity.timestamp) ?? now.toISOString(),
  }
}

/** What is said, someone who came in, or whatever else a channel tells. */
export function kindOf({ type, membersAdded, recipient }: IncomingActivity): Incoming['kind'] {
  if (type === 'message') return 'message'
  const joined = membersAdded?.some(member => !recipient?.id || member.id !== recipient.id)
  return type === 'conversationUpdate' && joined ? 'joined' : 'other'
}

function timeIn(value: string | Date | null | undefined): string | undefined {
  const time = new Date(value ?? Number.NaN)
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString()
}
