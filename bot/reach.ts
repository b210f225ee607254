import { type Activity, TurnContext } from 'botbuilder'
import { z } from 'zod'

const Account = z.looseObject({ id: z.string(), name: z.string().default('') })
const Conversation = Account.extend({
  isGroup: z.boolean().default(false),
  conversationType: z.string().default('personal'),
})

/** Where someone on a channel is written to: as much of a conversation as the channel needs to find it again. */
const Reach = z.object({
  channelId: z.string(),
  serviceUrl: z.url(),
  locale: z.string().optional(),
  conversation: Conversation,
  bot: Account,
  user: Account,
})
export type Reach = z.infer<typeof Reach>

/**
 * Of an activity whose sender was shown to be the channel; undefined where it does not say enough. NB: of no other, because whatever
 * `serviceUrl` it names is written to.
 */
export function reachOf(activity: Activity): string | undefined {
  const reach = Reach.safeParse(TurnContext.getConversationReference(activity))
  return reach.success ? JSON.stringify(reach.data) : undefined
}

/** As it was kept. Throws where it is none. */
export const reachIn = (kept: string): Reach => Reach.parse(JSON.parse(kept))
