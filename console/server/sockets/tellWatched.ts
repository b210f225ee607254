import type { Practice } from '../../records/practice/practice.ts'
import { type ConsoleSocket, practiceRoomOf } from './ConsoleSockets.ts'

/** Tells everyone who has an attempt open how many trainers have. `without`: a socket that is just leaving. */
export async function tellWatched(
  { nsp }: Pick<ConsoleSocket, 'nsp'>,
  attempts: Pick<Practice, 'owner'>,
  attempt: string,
  without?: string,
): Promise<void> {
  const room = practiceRoomOf(attempt)
  const [owner, present] = await Promise.all([attempts.owner(attempt), nsp.in(room).fetchSockets()])
  if (!owner) return
  const watching = present.filter(({ id, data }) => id !== without && data.person.id !== owner.person)
  const trainers = new Set(watching.map(({ data }) => data.person.id)).size
  nsp.to(room).emit('practice:watched', { attempt, trainers })
}
