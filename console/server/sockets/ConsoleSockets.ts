import type { Server, Socket } from 'socket.io'
import type { Circle, Member } from '../../casework/needToKnow.ts'
import type { ClientToServer, Person, ServerToClient } from '../../contract.ts'

/** What processes tell each other: which interview changed, and the number of the event before the change. */
interface ProcessToProcess {
  'interview:committed': (interview: string, after: number) => void
  'episode:changed': (interview: string) => void
  'words:changed': (language: string) => void
}

interface OfSocket {
  person: Person
}

export type ConsoleSockets = Server<ClientToServer, ServerToClient, ProcessToProcess, OfSocket>
export type ConsoleSocket = Socket<ClientToServer, ServerToClient, ProcessToProcess, OfSocket>

/** Everyone who has an interview open. */
export const roomOf = (interview: string) => `interview/${interview.toLowerCase()}`

const ofInterview = 'interview/'

/** The interview whose room it is; undefined where it is another. */
export const interviewOfRoom = (room: string): string | undefined =>
  room.startsWith(ofInterview) ? room.slice(ofInterview.length) : undefined

/** Everyone who has the list open. */
export const listRoom = 'interviews'

/** Where someone with the list open hears of interviews: as worker or reviewer, and as one of a team. */
export const listRoomsOf = ({ id, team }: Member): string[] => [`list/person/${id}`, `list/team/${team}`]

/** Who hears of an interview of this circle. */
export const listRoomsFor = ({ worker, team, reviewers, restricted }: Circle): string[] => [
  ...[worker, ...reviewers].map(id => `list/person/${id}`),
  ...(restricted ? [] : [`list/team/${team}`]),
]
