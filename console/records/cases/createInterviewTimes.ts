import type { Guide } from '../../../dialogs/guide/schema.ts'
import { type TimesSoFar, timesAfter, timesOf } from '../../casework/episode/interviewTimes.ts'
import type { Interviews } from '../interviews.ts'
import { uuidOf } from '../turnIds.ts'
import type { KeptTimes } from './caseLine.ts'

export interface InterviewTimesServices {
  interviews: Pick<Interviews, 'eventsSince' | 'summary'>
  guides: readonly Guide[]
}

/** What interviews add to their cases. */
export interface CaseTimes {
  /** Of these interviews; what was kept stays of one whose words were destroyed. */
  of(all: readonly string[], kept?: readonly KeptTimes[]): Promise<KeptTimes[]>
  forget(id: string): void
}

const most = 500

/** What interviews add to the clocks of their cases, read from their records: of one that was read before, what is new. */
export function createInterviewTimes({ interviews, guides }: InterviewTimesServices): CaseTimes {
  const read = new Map<string, TimesSoFar>()

  function guideOf(version: number): Guide {
    const guide = guides.find(each => each.version === version)
    if (!guide) throw new Error(`No guide has version ${version}: run the Return Talk that the interview began with.`)
    return guide
  }

  async function one(interview: string, kept: KeptTimes | undefined): Promise<KeptTimes[]> {
    const before = read.get(interview)
    const summary = await interviews.summary(interview)
    // Its words were destroyed with another episode's, whose it was: what it had added by then stays.
    if (!summary) return kept ? [kept] : []
    const events = await interviews.eventsSince(interview, before?.record.seq ?? 0)
    const times = timesAfter(guideOf, before, events)
    if (!times) return kept ? [kept] : []
    read.delete(interview)
    read.set(interview, times)
    const [oldest] = read.keys()
    if (read.size > most && oldest !== undefined) read.delete(oldest)
    return [{ interview, state: summary.state, seq: times.record.seq, ...timesOf(times) }]
  }

  return {
    async of(all, kept = []) {
      const found = await Promise.all(
        all.map(interview =>
          one(
            interview,
            kept.find(each => each.interview === interview),
          ),
        ),
      )
      return found.flat()
    },
    forget: id => void read.delete(uuidOf(id)),
  }
}
