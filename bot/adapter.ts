import {
  type Activity,
  BotAdapter,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  TurnContext,
} from 'botbuilder'
import { AuthenticationError, type ServiceClientCredentialsFactory } from 'botframework-connector'
import type { IncomingActivity } from './incoming.ts'
import type { Reach } from './reach.ts'
import { hasFailed } from './turnState.ts'

/** What a turn is made of: runs with its context, sends what it has to say. */
export type Logic = (context: TurnContext) => Promise<void>

export interface LocalAnswer {
  activities: readonly Partial<Activity>[]
  /** The turn broke; what is in `activities` says how. */
  failed: boolean
}

/** Answers in the response and in no other way: whatever serviceUrl an activity names, nothing is ever posted to it. */
export class LocalAdapter extends BotAdapter {
  async answer(activity: IncomingActivity, logic: Logic): Promise<LocalAnswer> {
    const context = new TurnContext(this, { ...(activity as unknown as Activity), deliveryMode: 'expectReplies' })
    await this.runMiddleware(context, logic)
    return { activities: context.bufferedReplyActivities, failed: hasFailed(context) }
  }

  override sendActivities(): Promise<never> {
    throw new Error('Without an app id answers leave in the response alone.')
  }

  /** @deprecated of the SDK, and still asked for by it. */
  override continueConversation(): Promise<never> {
    throw new Error('Without an app id nothing is sent unless it is an answer.')
  }

  override updateActivity(): Promise<never> {
    throw new Error('Without an app id nothing that was sent can be changed.')
  }

  override deleteActivity(): Promise<never> {
    throw new Error('Without an app id nothing that was sent can be deleted.')
  }
}

/** The names the Bot Framework gives its settings. */
export interface BotCredentials {
  MicrosoftAppId?: string | undefined
  MicrosoftAppPassword?: string | undefined
  MicrosoftAppType?: string | undefined
  MicrosoftAppTenantId?: string | undefined
}

/** Takes activities of the registered channels alone, and answers them where the channel's signed token says. */
export class ChannelAdapter extends CloudAdapter {
  readonly #appId: string

  /** `tokens`: where the proof comes from that it is the bot that writes to a channel; Microsoft, unless another is given. */
  constructor(credentials: BotCredentials, tokens?: ServiceClientCredentialsFactory) {
    const given = Object.fromEntries(Object.entries(credentials).filter(([, value]) => value !== undefined))
    super(new ConfigurationBotFrameworkAuthentication(given, tokens))
    this.#appId = credentials.MicrosoftAppId ?? ''
  }

  /** Writes to someone who has written before, where the channel's signed activity said. Throws where it did not get there. */
  async tell(reach: Reach, text: string): Promise<void> {
    const { locale, ...rest } = reach
    const reference = locale === undefined ? rest : { ...rest, locale }
    await this.continueConversationAsync(this.#appId, reference, async context => {
      await context.sendActivity({ type: 'message', text, textFormat: 'plain' })
    })
  }

  /**
   * Runs the turn, or says that the sender is not the channel. NB: in place of the SDK's own `process`, which prints
   * what failed, activity and all, and answers with it.
   */
  async answer(
    authorization: string,
    activity: IncomingActivity,
    logic: Logic,
  ): Promise<InvokeResponse | 'not-the-channel' | undefined> {
    let isAuthentic = false
    try {
      return await this.processActivity(authorization, activity as unknown as Activity, context => {
        isAuthentic = true
        return logic(context)
      })
    } catch (error) {
      if (isAuthentic && !(error instanceof AuthenticationError)) throw error
      return 'not-the-channel'
    }
  }
}
