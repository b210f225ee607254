import { useEffect, useMemo, useState } from 'preact/hooks'
import type { RecordedEvent } from '../../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../../dialogs/record/record.ts'
import { recordFrom } from '../../../dialogs/record/recordFrom.ts'
import { type CaseConcern, concernsOf } from '../../casework/actions/concernsOf.ts'
import { type FollowedInterview, followInterviews } from '../live/followInterviews.ts'
import { useWork } from '../session/AppContext.ts'

export interface CaseConcerns {
  /** The first that was raised first. */
  concerns: readonly CaseConcern[]
  interviews: ReadonlyMap<string, { record: InterviewRecord; events: readonly RecordedEvent[] }>
  /** Whether the server has still to be heard of one of the interviews. */
  fetching: boolean
  /** Whether one of them is not this person's to see. */
  outside: boolean
}

/** The concerns of these interviews, as they are raised and written. */
export function useConcerns(ids: readonly string[]): CaseConcerns {
  const { connection } = useWork()
  const [followed, show] = useState<ReadonlyMap<string, FollowedInterview>>(new Map())
  const which = ids.join()
  useEffect(() => {
    const following = followInterviews(which === '' ? [] : which.split(','), connection)
    const stop = following.state.listen(() => show(following.state.get()))
    return () => {
      stop()
      following.close()
    }
  }, [which, connection])
  return useMemo(() => {
    const here = which === '' ? [] : which.split(',').map(id => [id, followed.get(id)] as const)
    const interviews = new Map(
      here.flatMap(([id, known]) =>
        known && known.events.length > 0
          ? [[id, { record: recordFrom(known.events), events: known.events }] as const]
          : [],
      ),
    )
    return {
      interviews,
      concerns: [...interviews.values()]
        .flatMap(({ record, events }) => concernsOf(record, events))
        .toSorted((a, b) => Date.parse(a.raisedAt) - Date.parse(b.raisedAt)),
      fetching: here.some(([, known]) => known === undefined),
      outside: here.some(([, known]) => known?.outside === true),
    }
  }, [which, followed])
}
