import type { RecordedCaseEvent } from '../episode/caseEvents.ts'
import type { Balance } from './balanceOf.ts'

const ofBalance: readonly string[] = ['balanceLine', 'balanceChanged', 'balanceLeftOut']

/**
 * Whether the balance is another than it was when this event of its case was written, such as that it was told back: what the
 * young person agreed to then is not what stands there now.
 */
export function changedSince(event: string, events: readonly RecordedCaseEvent[], balance: Balance): boolean {
  const then = events.find(({ id }) => id === event)
  if (!then) return false
  const edits = new Set(events.filter(({ body }) => ofBalance.includes(body.type)).map(({ id }) => id))
  const isEdit = ({ id, body }: RecordedCaseEvent) =>
    edits.has(id) || (body.type === 'withdrawn' && edits.has(body.event))
  const saidSince = balance.some(
    ({ said }) => said?.at !== undefined && Date.parse(said.at) > Date.parse(then.recordedAt),
  )
  return saidSince || events.some(each => each.seq > then.seq && isEdit(each))
}
