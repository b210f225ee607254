import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import { ExpectedError } from '../console/records/database/ExpectedError.ts'

/** Each line that is not empty, with its number. `looks` says what a line has to look like. NB: a fault names the line, never what is in it. */
export async function* jsonLines<T>(
  input: Readable,
  schema: z.ZodType<T>,
  looks: string,
): AsyncGenerator<{ number: number; line: T }> {
  let number = 0
  for await (const text of createInterface({ input })) {
    number += 1
    // Some editors begin a file with a mark that is no part of it.
    if (text.trim() === '') continue
    let parsed: T
    try {
      parsed = schema.parse(JSON.parse(text.replace(/^\uFEFF/, '')))
    } catch {
      throw new ExpectedError(`Line ${number} must be JSON: ${looks}.`)
    }
    yield { number, line: parsed }
  }
}
