import type { Server, Socket } from 'socket.io'
import type { Circle, Member } from '../../casework/needToKnow.ts'
import type { Person } from '../../contract/people.ts'
import type { ClientToServer, ServerToClient } from '../../contract/sockets.ts'

/** What processes tell each other: which interview changed, and the number of the event before the change. */
interface ProcessToProcess {
  'interview:committed': (interview: string, after: number) => void
  'episode:changed': (episode: string) => void
  /** Which case changed, and the number of the event before the change. */
  'case:committed': (episode: string, after: number) => void
  'words:changed': (language: string) => void
  /** Which attempt of the practice room changed, and the numbers of the turn and the event before the change. */
  'practice:committed': (attempt: string, after: number, since: number) => void
  'practice:removed': (attempt: string) => void
}

interface OfSocket {
  person: Person
  /** Episodes whose line was shown on its desk: it is told when one is not theirs to see any more, and of no other. */
  onDesk: Set<string>
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

/** Everyone who has a case open. */
export const caseRoomOf = (episode: string) => `${ofCase}${episode.toLowerCase()}`

const ofCase = 'case/'

/** The episode whose case's room it is; undefined where it is another. */
export const episodeOfRoom = (room: string): string | undefined =>
  room.startsWith(ofCase) ? room.slice(ofCase.length) : undefined

/** Everyone who has an attempt of the practice room open. */
export const practiceRoomOf = (attempt: string) => `${ofPractice}${attempt.toLowerCase()}`

const ofPractice = 'practice/'

/** The attempt whose room it is; undefined where it is another. */
export const attemptOfRoom = (room: string): string | undefined =>
  room.startsWith(ofPractice) ? room.slice(ofPractice.length) : undefined

/** Everyone who has the desk open. */
export const deskRoom = 'desk'

/** Where someone with the desk open hears of cases. */
export const deskRoomsOf = ({ id, team }: Member): string[] => [deskRoomOf(id), `desk/team/${team}`]

const deskRoomOf = (person: string) => `desk/person/${person}`

/** Who hears of a case of this circle. */
export const deskRoomsFor = ({ worker, team, reviewers, restricted }: Circle): string[] => [
  ...[worker, ...reviewers].map(deskRoomOf),
  ...(restricted ? [] : [`desk/team/${team}`]),
]

/** Where someone is reminded, whatever they have open. */
export const reminderRoomsOf = ({ id, team, role }: Person): string[] => [
  reminderRoomOf(id),
  ...(role === 'coordinator' ? [coordinatorsOf(team)] : []),
]

const reminderRoomOf = (person: string) => `reminders/person/${person}`
const coordinatorsOf = (team: string) => `reminders/coordinators/${team}`

/** Who is reminded of a clock of this circle's case: its worker; where there is none, the coordinators, if they need to know. */
export function reminderRoomsFor({ worker, team, reviewers, restricted }: Circle): string[] {
  if (worker !== '') return [reminderRoomOf(worker)]
  return restricted ? reviewers.map(reminderRoomOf) : [coordinatorsOf(team)]
}
