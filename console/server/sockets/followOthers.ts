import type { Interviews } from '../../records/interviews.ts'
import { createSerialQueues } from '../../records/serialQueues.ts'
import { type ConsoleSockets, listRoom, roomOf } from './ConsoleSockets.ts'

/**
 * Tells the rooms of this process what other processes commit. They say only which interview and from where on: what was
 * said would lie in the database in the clear, outside the record. So it is read from the record, and only for someone.
 */
export function followOthers(io: ConsoleSockets, interviews: Interviews, failed: (error: unknown) => void): void {
  const queues = createSerialQueues()
  const changed = new Set<string>()
  const isOpenHere = (room: string) => io.of('/').adapter.rooms.has(room)

  io.on('interview:committed', (interview, after) => {
    if (isOpenHere(roomOf(interview))) queues.inTurn(interview, () => tellRoom(interview, after)).catch(failed)
    if (!isOpenHere(listRoom)) return
    changed.add(interview)
    queues.inTurn(listRoom, tellList).catch(failed)
  })

  async function tellRoom(interview: string, after: number): Promise<void> {
    const events = await interviews.eventsSince(interview, after)
    io.local.to(roomOf(interview)).emit('interview:turn', { interview, events })
  }

  /** One reading of the list for all that changed since the last. */
  async function tellList(): Promise<void> {
    if (changed.size === 0) return
    const ids = new Set(changed)
    changed.clear()
    for (const summary of await interviews.list()) {
      if (ids.has(summary.id)) io.local.to(listRoom).emit('interviews:changed', summary)
    }
  }
}
