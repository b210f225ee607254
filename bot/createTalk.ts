import type { BotAdapter } from 'botbuilder'
import { DialogSet, DialogTurnStatus } from 'botbuilder-dialogs'
import { activitiesOf } from './activities.ts'
import type { Logic } from './adapter.ts'
import { codeOf } from './codeOf.ts'
import { type ConversationServices, createConversation } from './conversation.ts'
import { type IncomingActivity, incomingFrom, type Sender } from './incoming.ts'
import { inOrder } from './inOrder.ts'
import { dialogStateFrom, InterviewDialog } from './interviewDialog.ts'
import { openConversations } from './openConversations.ts'
import { beginTurn, hasBegun, markFailed, progressIn, sentIn } from './turnState.ts'

/** Where faults are told: ids and codes only. pino is one. */
export interface BotLogger {
  error(fields: Readonly<Record<string, string | number>>, message: string): void
}

export interface TalkServices extends ConversationServices {
  now(): Date
  logger: BotLogger
}

/** What the bot does with a turn, whichever adapter brings it. */
export interface Talk {
  /** The logic of one turn with this activity from this person. */
  turn(activity: IncomingActivity, sender: Sender): Logic
  /** Has the adapter say calmly when a turn breaks, and log no more than a code. */
  guard(adapter: BotAdapter): void
}

export function createTalk(services: TalkServices): Talk {
  const { conversations, logger, now, translator } = services
  const open = openConversations(conversations)
  const dialogs = new DialogSet(dialogStateFrom(open)).add(new InterviewDialog(createConversation(services), open))
  const queue = inOrder()

  return {
    turn: (activity, sender) => context => {
      const incoming = incomingFrom(activity, sender, now())
      beginTurn(context, incoming)
      return queue(incoming.conversation, async () => {
        const dc = await dialogs.createContext(context)
        const result = await dc.continueDialog()
        if (result.status === DialogTurnStatus.empty) await dc.beginDialog('interview')
      })
    },
    guard(adapter) {
      adapter.onTurnError = async (context, error) => {
        const turn = hasBegun(context) ? sentIn(context).turn : 'none'
        const { saved } = progressIn(context)
        logger.error({ turn, saved, code: codeOf(error) }, 'bot-turn-failed')
        markFailed(context)
        const bot = translator.words(hasBegun(context) ? sentIn(context).screen : 'en', 'bot')
        const where = { value: 'where', title: bot('action/where') }
        const message = { text: bot(`fault/${saved}`), actions: saved === 'nothing' ? [] : [where] }
        await context.sendActivities(activitiesOf({ messages: [message] }))
      }
    },
  }
}
