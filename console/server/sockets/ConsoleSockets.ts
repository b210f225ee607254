import type { Server, Socket } from 'socket.io'
import type { ClientToServer, Person, ServerToClient } from '../../contract.ts'

/** What processes tell each other: which interview changed, and the number of the event before the change. */
interface ProcessToProcess {
  'interview:committed': (interview: string, after: number) => void
}

interface OfSocket {
  person: Person
}

export type ConsoleSockets = Server<ClientToServer, ServerToClient, ProcessToProcess, OfSocket>
export type ConsoleSocket = Socket<ClientToServer, ServerToClient, ProcessToProcess, OfSocket>

/** Everyone who has an interview open. */
export const roomOf = (interview: string) => `interview/${interview.toLowerCase()}`

/** Everyone who has the list open. */
export const listRoom = 'interviews'
