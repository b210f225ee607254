type Fields = Readonly<Record<string, string | number>>

/** What the console writes to its log: ids and codes, never what was said. Pino's logger is one. */
export interface CodeLogger {
  error(fields: Fields, code: string): void
}
