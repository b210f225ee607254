import type { Audit } from '../../records/audit/audit.ts'
import { heldFor } from '../../records/heldFor.ts'
import type { Holder, SessionRow, SessionStore } from '../../records/people/createSessionStore.ts'
import type { KeptState } from '../../records/people/PeopleTables.ts'

const minute = 60_000
/** However busy, a session ends after this. */
export const sessionHours = 12
/** Between the two steps of signing in, and for setting up a second factor. */
const halfWayMinutes = { 'second-factor': 10, 'set-up': 30 } as const
/** A cookie can be of any length; what is held here is not. */
const longestSecret = 100
/** How old what another process did may be here. */
const heldMs = 10_000

/** What became of a session that nobody can go on with: it is gone, or locked. */
export type EndedHow = 'ended' | 'locked'

/** Sessions as requests and sockets ask for them. */
export interface Sessions {
  begin(holder: Holder, state: KeptState, browser: string): Promise<{ id: string; secret: string }>
  /** The session with this secret. `counts`: whether being asked for shows that somebody is there. */
  of(secret: string, counts: boolean): Promise<SessionRow | undefined>
  ofAccount(account: string): Promise<SessionRow[]>
  /** On, under a new secret. Undefined where it is gone. */
  moveOn(session: SessionRow, state: KeptState, change?: { begun: boolean }): Promise<string | undefined>
  lock(session: SessionRow): Promise<void>
  end(id: string): Promise<boolean>
  endOf(account: string, but?: string): Promise<readonly string[]>
  /** Told at once of what this process ends or locks. Returns how to stop listening. */
  onEnded(listener: (session: string, how: EndedHow) => void): () => void
  /** Of these, those whose person may go on: to be asked every 10 seconds about sockets, for what other processes ended. */
  stillOpen(ids: readonly string[]): Promise<readonly string[]>
  /** Locks and ends what time has come for, whether or not anybody asks for it. */
  sweep(): Promise<void>
}

export interface SessionsOptions {
  store: SessionStore
  audit: Audit
  now: () => Date
  idleMinutes: number
  onFault(error: unknown): void
}

export function createSessions({ store, audit, now, idleMinutes, onFault }: SessionsOptions): Sessions {
  const listeners = new Set<(session: string, how: EndedHow) => void>()
  const held = heldFor(heldMs, now, secret => store.of(secret))
  /** When somebody was last there, and when that was last written down. */
  const active = new Map<string, { at: number; written: number }>()
  const idleMs = idleMinutes * minute

  function told(ids: readonly string[], how: EndedHow): void {
    if (ids.length === 0) return
    held.forget()
    for (const id of ids) {
      active.delete(id)
      for (const listener of listeners) listener(id, how)
    }
  }

  const audited = (ids: readonly string[], act: 'locked' | 'session-ended', by = 'system') =>
    Promise.all(ids.map(id => audit.write({ by, act, about: id, from: 'console' })))

  async function ended(ids: readonly string[]): Promise<readonly string[]> {
    told(ids, 'ended')
    await audited(ids, 'session-ended')
    return ids
  }

  async function lockedIdle(since: number, ids?: readonly string[]): Promise<void> {
    const locked = await store.lockIdle(new Date(since), ids)
    told(locked, 'locked')
    await audited(locked, 'locked')
  }

  function isOver({ state, begun_at }: SessionRow, at: number): boolean {
    const age = at - begun_at.getTime()
    const halfWay = state === 'second-factor' || state === 'set-up' ? halfWayMinutes[state] * minute : Infinity
    return age >= Math.min(sessionHours * 60 * minute, halfWay)
  }

  function stay({ id, active_at }: SessionRow, at: number): void {
    const { written } = active.get(id) ?? { written: active_at.getTime() }
    const isDue = at - written >= minute
    active.set(id, { at, written: isDue ? at : written })
    if (isDue) store.active(id, new Date(at)).catch(onFault)
  }

  async function of(secret: string, counts: boolean): Promise<SessionRow | undefined> {
    const session = await held.of(secret)
    if (!session) return undefined
    const at = now().getTime()
    if (isOver(session, at)) {
      if (await store.end(session.id)) await ended([session.id])
      return undefined
    }
    if (session.state !== 'signed-in') return session
    const last = Math.max(session.active_at.getTime(), active.get(session.id)?.at ?? 0)
    if (at - last >= idleMs) {
      // Asked of the database, where somebody may have been there through another process.
      held.forget()
      await lockedIdle(at - idleMs, [session.id])
      const again = await store.of(secret)
      if (again?.state !== 'signed-in') return again
    }
    if (counts) stay(session, at)
    return session
  }

  return {
    begin: (holder, state, browser) => store.begin(holder, state, browser),
    of: async (secret, counts) => (secret.length > longestSecret ? undefined : of(secret, counts)),
    ofAccount: account => store.ofAccount(account),
    async moveOn(session, state, change) {
      const secret = await store.moveOn(session.id, state, change)
      held.forget()
      active.delete(session.id)
      return secret
    },
    async lock({ id, account, ready }) {
      if (!(await store.lock(id))) return
      told([id], 'locked')
      await audited([id], 'locked', account ?? ready ?? 'system')
    },
    async end(id) {
      const was = await store.end(id)
      if (was) told([id], 'ended')
      return was
    },
    async endOf(account, but) {
      const ids = await store.endOf(account, but)
      told(ids, 'ended')
      return ids
    },
    onEnded(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stillOpen: ids => store.inState(ids, 'signed-in'),
    async sweep() {
      const at = now().getTime()
      const before = (minutes: number) => new Date(at - minutes * minute)
      await ended(await store.endOld(before(sessionHours * 60), before(halfWayMinutes['set-up'])))
      // A minute later than asked for at a request: activity is written down once a minute.
      await lockedIdle(at - idleMs - minute)
    },
  }
}
