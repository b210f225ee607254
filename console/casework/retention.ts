import { z } from 'zod'

export const RetentionRule = z.strictObject({
  circumstance: z
    .string()
    .min(1)
    .max(100)
    .nullable()
    .describe('A code of the circumstances noted before the talk, such as looked-after; null for everyone.'),
  years: z.int().min(1).max(150),
  after: z.enum(['birth', 'last-change']),
  source: z.string().trim().min(1).max(300).describe("A regulation, or the authority's own schedule."),
  lastChecked: z.iso.date().nullable().describe('When somebody checked that it holds here; null for never.'),
})
/** For how many years a record is kept, and after what. Where several apply, the one that keeps it longest counts. */
export type RetentionRule = z.infer<typeof RetentionRule>

/**
 * What holds until an authority sets its own. NB: nobody has checked either for any authority, so neither erases anything:
 * schedules differ, and some keep a record until a 25th birthday, others for years after the last of it.
 */
export const defaultRetention: readonly RetentionRule[] = [
  {
    circumstance: null,
    years: 25,
    after: 'birth',
    source: 'Return Talk, until the authority sets what its own schedule says',
    lastChecked: null,
  },
  {
    circumstance: 'looked-after',
    years: 75,
    after: 'birth',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, retention of case records',
    lastChecked: null,
  },
]

export const PracticeKept = z.strictObject({
  years: z.int().min(1).max(20),
  source: z.string().trim().min(1).max(300).describe("The authority's own schedule for training records."),
  lastChecked: z.iso.date().nullable().describe('When somebody checked that it holds here; null for never.'),
})
/** For how many years practice is kept after the last that happened in it. Nobody having checked it, it erases nothing. */
export type PracticeKept = z.infer<typeof PracticeKept>

export const defaultPracticeKept: PracticeKept = {
  years: 3,
  source: 'Return Talk, until the authority sets what its own schedule says',
  lastChecked: null,
}

/** What happened before this in practice is no longer kept. */
export function practiceKeptSince({ years }: Pick<PracticeKept, 'years'>, now: Date): Date {
  const since = new Date(now)
  since.setUTCFullYear(since.getUTCFullYear() - years)
  return since
}

/** What is known about an episode without opening a word of it. Times are ISO 8601 in UTC. */
export interface KeptEpisode {
  /** When its first interview was begun. */
  openedAt: string
  /** When its newest event was kept. */
  changedAt: string
  /** Code of the age that was noted; null where none was. */
  age: string | null
  /** Codes of the circumstances that were noted. */
  circumstances: readonly string[]
  held: boolean
}

export interface Due {
  due: boolean
  /** The last day it is kept, YYYY-MM-DD in Europe/London. Null where no rule is for it: then it is kept. */
  lastDay: string | null
  /** The rule that keeps it longest. */
  rule: RetentionRule | null
}

/** Why an episode may not be erased, by whom and since when (ISO 8601 in UTC). */
export interface Hold {
  by: string
  at: string
  reason: string
}

/** How long an interview's episode is kept, and whether it is held. */
export interface Standing extends Due {
  hold: Hold | null
}

/**
 * Whether an episode has been kept for as long as the rules say: from the day after its last one. Never while it is held.
 * Days are those of Europe/London. Nobody notes a date of birth, so everyone is taken to be as young as the noted age allows.
 */
export function dueForErasure(episode: KeptEpisode, rules: readonly RetentionRule[], now: Date): Due {
  const [longest] = rules
    .filter(({ circumstance }) => circumstance === null || episode.circumstances.includes(circumstance))
    .map(rule => ({ rule, lastDay: lastDayBy(rule, episode) }))
    .toSorted((a, b) => (a.lastDay < b.lastDay ? 1 : -1))
  if (!longest) return { due: false, lastDay: null, rule: null }
  return { ...longest, due: !episode.held && dayOf(now) > longest.lastDay }
}

function lastDayBy({ years, after }: RetentionRule, { openedAt, changedAt, age }: KeptEpisode): string {
  if (after === 'last-change') return yearsLater(dayOf(new Date(changedAt)), years)
  return yearsLater(dayOf(new Date(openedAt)), years - (youngest[age ?? ''] ?? 0))
}

/** How old someone of a noted age is at the least. */
const youngest: Readonly<Record<string, number>> = { 'under-11': 0, 'from-11-to-15': 11, 'over-15': 16 }

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day in Europe/London, YYYY-MM-DD, whatever the clocks did. */
const dayOf = (at: Date): string => london.format(at)

/** The same day of another year; 29 February becomes 1 March where there is none. */
function yearsLater(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10)
}
