import type { SessionResponse } from '../../contract/signIn.ts'

const place = 'session'

/**
 * What opening without a connection needs: whose journal to open, for which pages, and whether it was locked. No name, no
 * colleague, nothing that signs in.
 */
interface KeptSession {
  state: 'signed-in' | 'locked'
  person: { id: string; role: NonNullable<SessionResponse['person']>['role']; team: string }
  methods: SessionResponse['methods']
  idleMinutes: number
  demo: boolean
  languages: readonly string[]
  settings: SessionResponse['settings']
}

export function keepSession(session: SessionResponse): void {
  const { state, person, methods, idleMinutes, demo, languages, settings } = session
  if (!person || (state !== 'signed-in' && state !== 'locked')) {
    forgetSession()
    return
  }
  const { id, role, team } = person
  const kept: KeptSession = { state, person: { id, role, team }, methods, idleMinutes, demo, languages, settings }
  localStorage.setItem(place, JSON.stringify(kept))
}

export const forgetSession = (): void => localStorage.removeItem(place)

/** As it was when there last was a connection. */
export function keptSession(): SessionResponse | undefined {
  const kept = read()
  if (!kept?.state) return undefined
  return {
    ...kept,
    people: [],
    casework: null,
    colleagues: {},
    signIn: { password: !kept.demo, sso: null, demo: kept.demo, firstStart: false },
  }
}

/** Whether this browser has locked itself, which the server may not know of yet. */
export const isLockedHere = (person: string | undefined): boolean => {
  const kept = read()
  return kept?.state === 'locked' && kept.person.id === person
}

function read(): KeptSession | undefined {
  try {
    return (JSON.parse(localStorage.getItem(place) ?? 'null') as KeptSession | null) ?? undefined
  } catch {
    return undefined
  }
}
