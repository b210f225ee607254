import type { Guide, Regime } from '../../../dialogs/guide/schema.ts'
import { recordFrom } from '../../../dialogs/record/recordFrom.ts'
import { caseFrom } from '../../casework/episode/caseFile.ts'
import { shareItems } from '../../casework/sharing/shareItems.ts'
import type { Person } from '../../contract/people.ts'
import type { Cases } from '../../records/cases/cases.ts'
import type { Interviews } from '../../records/interviews.ts'
import type { Permissions } from '../access/needs.ts'

export interface ReadCaseToShare {
  cases: Pick<Cases, 'read'>
  interviews: Pick<Interviews, 'eventsSince'>
  permissions: Pick<Permissions, 'refusal'>
  /** `regime`: what is done here with what was said, where no interview says it. */
  sharing: { regime: Regime; guideOf(version: number): Guide }
}

export type CaseToShare = Exclude<Awaited<ReturnType<typeof readCaseToShare>>, string>

/** A case with every interview that covers it, and all that was written down in them that someone may be told. */
export async function readCaseToShare(
  { cases, interviews, permissions, sharing }: ReadCaseToShare,
  episode: string,
  person: Person,
) {
  const state = await cases.read(episode, 0)
  if (!state) return 'no-such-case' as const
  const file = caseFrom(state.events)
  // One that covers another episode too may be of a circle this person is not in: without it, something would be missing.
  for (const interview of file.interviews)
    if ((await permissions.refusal(person, 'interview.read', interview)) !== undefined) return 'need-to-know' as const
  const read = (await Promise.all(file.interviews.map(each => interviews.eventsSince(each, 0)))).filter(
    events => events.length > 0,
  )
  const records = read.map(recordFrom)
  const covering = read.map((events, place) => ({ events, guide: sharing.guideOf(records[place]?.guide ?? 1) }))
  const regime = records.at(-1)?.regime ?? sharing.regime
  return { state, file, records, covering, regime, items: shareItems(covering, state.events, regime) }
}
