import { describe, expect, it } from 'vitest'
import type { SessionResponse, SessionState } from '../../../../console/contract/signIn.ts'
import { goneAfter, standingAfter } from '../../../../console/web/session/standingAfter.ts'

describe('where someone stands', () => {
  const working = standingAfter(undefined, session('signed-in', 'ada'))

  it.each<SessionState>(['locked', 'signed-out', 'second-factor', 'set-up'])(
    'keeps the pages as they are while they are %s',
    state => {
      const now = session(state, state === 'locked' ? 'ada' : null)
      expect(standingAfter(working, now)).toEqual({ now, pages: working.pages, away: true })
    },
  )

  it('gives the pages back to whoever was there, and to whoever else comes their own', () => {
    const away = standingAfter(working, session('signed-out', null))
    for (const id of ['ada', 'ben']) {
      const now = session('signed-in', id)
      expect(standingAfter(away, now)).toEqual({ now, pages: now, away: false })
    }
  })

  it('shows no page to someone who is locked when the tab is opened', () => {
    const now = session('locked', 'ada')
    expect(standingAfter(undefined, now)).toEqual({ now, pages: now, away: true })
  })

  it('signs in on a page of its own where nobody was there before', () => {
    const begun = standingAfter(undefined, session('signed-out', null))
    expect(begun.away).toBe(false)
    const half = standingAfter(begun, session('second-factor', null))
    expect(half).toMatchObject({ away: false, pages: { state: 'second-factor' } })
  })

  it('leaves nothing of someone who has gone on purpose', () => {
    const gone = goneAfter(session('signed-out', null))
    expect(gone).toMatchObject({ away: false, pages: { person: null } })
  })
})

function session(state: SessionState, id: string | null): SessionResponse {
  return { state, person: id === null ? null : { id, role: 'interviewer', team: 'north' } } as SessionResponse
}
