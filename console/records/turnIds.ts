import { hash } from 'node:crypto'
import { z } from 'zod'

/** Id of a turn's event by its place in the turn: the first has the turn's own, the others one that follows from it. */
export function eventIdOf(turn: string, place: number): string {
  if (place === 0) return turn
  const hex = hash('sha256', `${turn}/${place}`)
  // A version 8 UUID: its bits are ours to choose.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The UUID as Postgres writes it. Throws where it is none: the caller has to make one. */
export function uuidOf(id: string): string {
  if (!isUuid(id)) throw new Error('An id made by a client must be a UUID.')
  return id.toLowerCase()
}

/** By the pattern that the schema of ids goes by, alone: it is asked several times in each turn. */
export const isUuid = (id: string) => pattern.test(id)

const pattern = z.regexes.uuid()
