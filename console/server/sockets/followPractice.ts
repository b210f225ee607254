import type { PracticeRoom } from '../../records/practice/createPracticeRoom.ts'
import { createSerialQueues } from '../../records/serialQueues.ts'
import { type ConsoleSockets, practiceRoomOf } from './ConsoleSockets.ts'

/**
 * Tells everyone who has an attempt open what was committed in it, here and in other processes, which say only which attempt it is
 * and from where on. Returns how to stop.
 */
export function followPractice(
  io: ConsoleSockets,
  { attempts }: Pick<PracticeRoom, 'attempts'>,
  isOneOfSeveral: boolean,
  failed: (error: unknown) => void,
): () => void {
  const queues = createSerialQueues()
  const stopFollowing = attempts.onChange(({ attempt, after, since, change, via }) => {
    const room = io.local.to(practiceRoomOf(attempt))
    const others = via === undefined ? room : room.except(via)
    others.emit('practice:turn', change)
    if (isOneOfSeveral) io.serverSideEmit('practice:committed', attempt, after, since)
  })
  const stopHearingOfRemovals = attempts.onRemoved(attempt => {
    letGo(attempt)
    if (isOneOfSeveral) io.serverSideEmit('practice:removed', attempt)
  })
  io.on('practice:committed', (attempt, after, since) => {
    if (io.of('/').adapter.rooms.has(practiceRoomOf(attempt))) {
      queues.inTurn(attempt, () => tellRoom(attempt, after, since)).catch(failed)
    }
  })
  io.on('practice:removed', attempt => {
    attempts.forget(attempt)
    letGo(attempt)
  })

  async function tellRoom(attempt: string, after: number, since: number): Promise<void> {
    const change = await attempts.changesSince(attempt, after, since)
    if (change) io.local.to(practiceRoomOf(attempt)).emit('practice:turn', change)
  }

  function letGo(attempt: string): void {
    const room = io.local.in(practiceRoomOf(attempt))
    room.emit('practice:closed', attempt)
    room.socketsLeave(practiceRoomOf(attempt))
  }

  return () => {
    stopFollowing()
    stopHearingOfRemovals()
  }
}
