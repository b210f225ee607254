import type { Readable } from 'node:stream'

/** What a command is given besides its arguments. */
export interface Surroundings {
  input: Readable
  /** One line, or several, to standard output. */
  print(text: string): void
  environment: Readonly<Record<string, string | undefined>>
}

/** Does what it is asked for. Throws an ExpectedError, with a sentence for whoever asked, where it cannot. */
export type Command = (args: readonly string[], surroundings: Surroundings) => Promise<void>

/** Each in a file of its own, read when it is asked for. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  guide: async () => (await import('./guide.ts')).guide,
  sources: async () => (await import('./sources.ts')).sources,
  code: async () => (await import('./code.ts')).code,
  hear: async () => (await import('./hear.ts')).hear,
  script: async () => (await import('./script.ts')).script,
  languages: async () => (await import('./languages.ts')).languages,
  scenarios: async () => (await import('./scenarios.ts')).scenarios,
  clocks: async () => (await import('./clocks.ts')).clocks,
  token: async () => (await import('./token.ts')).token,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  keys: async () => (await import('./keys.ts')).keys,
  verify: async () => (await import('./verify.ts')).verify,
  retention: async () => (await import('./retention.ts')).retention,
}
