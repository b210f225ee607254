import { readWhen } from '../../../dialogs/replies/readWhen.ts'
import type { ConsoleProblem } from '../../contract/replies.ts'

/** What was typed where a moment is asked for. */
export type ReadMoment =
  | { kind: 'none' }
  | { kind: 'at'; at: string }
  /** No day and time can be read from it for certain: it is kept as it was written, and no clock runs from it. */
  | { kind: 'words'; words: string }
  | { kind: 'problem'; problem: ConsoleProblem }

/** Reads a moment written the UK way, on the clock on the wall in London. The day is never guessed from a time alone. */
export function readMoment(text: string): ReadMoment {
  if (text.trim() === '') return { kind: 'none' }
  const reading = readWhen(text)
  if (!reading.ok) return { kind: 'problem', problem: reading.problem }
  const { answer } = reading
  if (answer.kind !== 'when' || answer.date === undefined || answer.time === undefined)
    return { kind: 'words', words: text.trim() }
  return { kind: 'at', at: londonInstant(answer.date, answer.time) }
}

/**
 * As `instantOf` in casework/clocks, which a test holds it to and which no browser loads: an hour that comes twice in autumn is
 * taken for the first, one that is skipped in spring is an hour later.
 */
function londonInstant(date: string, time: string): string {
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  const inSummer = new Date(asUtc - 3_600_000)
  const isSummer = wall(inSummer) === `${date}T${time}`
  return (isSummer ? inSummer : new Date(asUtc)).toISOString()
}

/** 22/11/2026 14:05, as it is typed and read again. */
export function writtenMoment(at: string): string {
  const { year, month, day, hour, minute } = parts(new Date(at))
  return `${day}/${month}/${year} ${hour}:${minute}`
}

function wall(at: Date): string {
  const { year, month, day, hour, minute } = parts(at)
  return `${year}-${month}-${day}T${hour}:${minute}`
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const parts = (at: Date) =>
  Object.fromEntries(london.formatToParts(at).map(({ type, value }) => [type, value])) as Record<
    'year' | 'month' | 'day' | 'hour' | 'minute',
    string
  >
