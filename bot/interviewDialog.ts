import type { StatePropertyAccessor, TurnContext } from 'botbuilder'
import { Dialog, type DialogContext, type DialogState, type DialogTurnResult } from 'botbuilder-dialogs'
import { activitiesOf } from './activities.ts'
import type { Answer, Conversation } from './conversation.ts'
import type { OpenConversations } from './openConversations.ts'
import { progressIn, sentIn } from './turnState.ts'

const id = 'interview'

/** Carries turns between a channel and the interview. Decides nothing. */
export class InterviewDialog extends Dialog {
  private readonly conversation: Conversation
  private readonly open: OpenConversations

  constructor(conversation: Conversation, open: OpenConversations) {
    super(id)
    this.conversation = conversation
    this.open = open
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { context } = dc
    return this.deliver(dc, await this.conversation.beforeInterview(sentIn(context), progressIn(context)))
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { context } = dc
    const interview = String(dc.activeDialog?.state.interview)
    return this.deliver(dc, await this.conversation.inInterview(interview, sentIn(context), progressIn(context)))
  }

  private async deliver({ context }: DialogContext, answer: Answer): Promise<DialogTurnResult> {
    this.open.answered(sentIn(context).conversation, answer)
    if (answer.messages.length > 0) await context.sendActivities(activitiesOf(answer))
    return Dialog.EndOfTurn
  }
}

/**
 * The SDK's dialog state, worked out from which interview the conversation is about. Nothing of it is stored: the SDK
 * would overwrite one of two answers sent at once, and would keep a place that the record does not know of.
 */
export function dialogStateFrom(open: OpenConversations): StatePropertyAccessor<DialogState> {
  return {
    async get(context: TurnContext): Promise<DialogState> {
      const interview = await open.interviewOf(sentIn(context).conversation)
      return { dialogStack: interview === undefined ? [] : [{ id, state: { interview } }] }
    },
    async set() {},
    async delete() {},
  }
}
