import type { DeskLine } from '../../casework/episode/deskLine.ts'
import type { Cases } from '../../records/cases/cases.ts'
import type { Episodes } from '../../records/createEpisodes.ts'
import type { InterviewSummary, Interviews } from '../../records/interviews.ts'
import { createSerialQueues } from '../../records/serialQueues.ts'
import {
  type ConsoleSockets,
  caseRoomOf,
  deskRoom,
  deskRoomsFor,
  listRoom,
  listRoomsFor,
  roomOf,
} from './ConsoleSockets.ts'

export interface FollowServices {
  interviews: Pick<Interviews, 'eventsSince' | 'summary'>
  cases: Pick<Cases, 'read' | 'line'>
  episodes: Pick<Episodes, 'circleOf' | 'circleOfEpisode'>
}

/**
 * Tells the rooms of this process what other processes commit. They say only which interview and from where on: what was
 * said would lie in the database in the clear, outside the record. So it is read from the record, and only for someone.
 */
export function followOthers(
  io: ConsoleSockets,
  { interviews, cases, episodes }: FollowServices,
  failed: (error: unknown) => void,
): void {
  const queues = createSerialQueues()
  const changed = new Set<string>()
  const isOpenHere = (room: string) => io.of('/').adapter.rooms.has(room)

  io.on('interview:committed', (interview, after) => {
    if (isOpenHere(roomOf(interview))) queues.inTurn(interview, () => tellRoom(interview, after)).catch(failed)
    if (!isOpenHere(listRoom)) return
    changed.add(interview)
    queues.inTurn(listRoom, tellChanged).catch(failed)
  })

  io.on('case:committed', (episode, after) => {
    const isOpen = isOpenHere(caseRoomOf(episode))
    if (!isOpen && !isOpenHere(deskRoom)) return
    queues
      .inTurn(episode, async () => {
        const turn = isOpen ? await cases.read(episode, after) : undefined
        if (turn) io.local.to(caseRoomOf(episode)).emit('case:turn', turn)
        const line = await cases.line(episode)
        if (line) await tellDesk(io, episodes, line)
      })
      .catch(failed)
  })

  async function tellRoom(interview: string, after: number): Promise<void> {
    const events = await interviews.eventsSince(interview, after)
    io.local.to(roomOf(interview)).emit('interview:turn', { interview, events })
  }

  /** Each interview once, however often it changed since the last. */
  async function tellChanged(): Promise<void> {
    const ids = [...changed]
    changed.clear()
    for (const interview of ids) {
      const summary = await interviews.summary(interview)
      if (summary) await tellList(io, episodes, summary)
    }
  }
}

/** Tells the lists of those who need to know. */
export async function tellList(
  io: ConsoleSockets,
  episodes: Pick<Episodes, 'circleOf'>,
  summary: InterviewSummary,
): Promise<void> {
  const circle = await episodes.circleOf(summary.id)
  if (circle) io.local.to(listRoomsFor(circle)).emit('interviews:changed', summary)
}

/** Tells the desks of those who need to know. */
export async function tellDesk(
  io: ConsoleSockets,
  episodes: Pick<Episodes, 'circleOfEpisode'>,
  line: DeskLine,
): Promise<void> {
  const { episode } = line
  const circle = await episodes.circleOfEpisode(episode)
  if (!circle) return
  const rooms = deskRoomsFor(circle)
  for (const id of rooms.flatMap(room => [...(io.sockets.adapter.rooms.get(room) ?? [])])) {
    io.sockets.sockets.get(id)?.data.onDesk.add(episode)
  }
  io.local.to(rooms).emit('desk:changed', line)
}
