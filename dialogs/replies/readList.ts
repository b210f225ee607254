import type { Reading } from './readReply.ts'

const parts = (text: string) =>
  text
    .split(/[,;،؛\n]/)
    .map(part => part.trim())
    .filter(part => part !== '')

/** Reads people parted by commas, semicolons or new lines; what follows a hyphen or in brackets is who they are to the child. */
export function readPeople(text: string): Reading {
  const people = parts(text).map(part => {
    const [, called, relation] = /^(.+?)(?:\s+[-\u2013]\s+(.+)|\s*\((.+)\))?$/u.exec(part)?.filter(found => found) ?? []
    return { called: called ?? part, ...(relation === undefined ? {} : { relation }) }
  })
  return people.length === 0 ? { ok: false, problem: 'empty' } : { ok: true, answer: { kind: 'people', people } }
}

/** Reads places parted by semicolons or new lines, because an address has commas of its own. */
export function readPlaces(text: string): Reading {
  const places = text
    .split(/[;؛\n]/)
    .map(part => part.trim())
    .filter(part => part !== '')
  return places.length === 0 ? { ok: false, problem: 'empty' } : { ok: true, answer: { kind: 'places', places } }
}
