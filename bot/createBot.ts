import type { RequestHandler } from 'express'
import type { Person } from '../console/contract.ts'
import type { Interviews } from '../console/records/interviews.ts'
import type { Guide, Regime } from '../dialogs/guide/schema.ts'
import type { Lexicon } from '../dialogs/hearing/lexicon.ts'
import type { Translator } from '../locales/translator.ts'

/** Which interview a conversation of a channel is about. All that is kept of a conversation. */
export interface Conversations {
  interviewOf(conversation: string): Promise<string | undefined>
  link(conversation: string, interview: string): Promise<void>
}

/** What this authority says to every young person. */
export interface BotSettings {
  regime: Regime
  recipients: string
  reachMe: string
  helplines: string
}

/** Where faults are told: ids and codes only. pino is one. */
export interface BotLogger {
  error(fields: Readonly<Record<string, string | number>>, message: string): void
}

/** The names the Bot Framework gives its settings. Without an app id only tokens issued here are taken. */
export interface BotCredentials {
  MicrosoftAppId?: string | undefined
  MicrosoftAppPassword?: string | undefined
  MicrosoftAppType?: string | undefined
  MicrosoftAppTenantId?: string | undefined
}

export interface BotServices {
  interviews: Interviews
  conversations: Conversations
  translator: Translator
  /** The guide of a version; throws where there is none. */
  guideOf(version: number): Guide
  lexicon(language: string): Lexicon
  settings: BotSettings
  /** Whose bearer token it is; undefined where it is not one issued here or no longer good. */
  personOf(token: string): Person | undefined | Promise<Person | undefined>
  now(): Date
  logger: BotLogger
  credentials: BotCredentials
}

/** The handler of `POST /api/messages`. Parses its own body. */
export function createBot(_services: BotServices): RequestHandler {
  throw new Error('The bot is being built.')
}
