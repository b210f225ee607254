/** What one person is to be told of on their channels: in one message, however much it is. */
export interface WaitingReminders {
  ids: readonly string[]
  person: string
  /** When each is or was due: ISO 8601 in UTC, the first first. */
  due: readonly string[]
  /** How often it was tried, this time counted. */
  tries: number
}

/** Reminders that are on their way to someone's channels: each goes out at least once, and waits longer after each time it did not. */
export interface ChannelReminders {
  /** Those whose time has come. Nobody else is given them for a minute or more, in any process. */
  take(): Promise<readonly WaitingReminders[]>
  /** They were told, or are not to be told any more. */
  done(ids: readonly string[]): Promise<void>
}
