import type { ChoosePerson, SessionResponse } from '../../contract.ts'

/** Who is here and what this installation is set to. Kept for when the connection is lost: it holds nothing about a child. */
export async function readSession(): Promise<SessionResponse> {
  try {
    const response = await fetch('/api/session', { headers: { accept: 'application/json' } })
    if (!response.ok) throw new Error('The session did not come.')
    const session = (await response.json()) as SessionResponse
    localStorage.setItem(kept, JSON.stringify(session))
    return session
  } catch (error) {
    const last = localStorage.getItem(kept)
    if (last === null) throw error
    return JSON.parse(last) as SessionResponse
  }
}

const kept = 'session'

export async function choosePerson(person: string): Promise<SessionResponse> {
  const body: ChoosePerson = { person }
  const response = await fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error('Nobody was chosen.')
  const session = (await response.json()) as SessionResponse
  localStorage.setItem(kept, JSON.stringify(session))
  return session
}
