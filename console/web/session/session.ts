import type { SessionResponse } from '../../contract/signIn.ts'
import { type Observable, observable } from '../live/observable.ts'
import { type Answer, ask, onUnheard } from './ask.ts'
import { forgetSession, isLockedHere, keepSession, keptSession } from './keptSession.ts'
import { keepPlace } from './placeOnPage.ts'
import { goneAfter, type Standing, standingAfter } from './standingAfter.ts'

/** Who is here, in this tab. Undefined until the server, or what this device keeps, has said so. */
export const standing: Observable<Standing | undefined> = observable<Standing | undefined>(undefined)

/** The other tabs. What they are told is that something changed, never what. */
type Tidings = 'locked' | 'changed' | 'gone'
const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('return-talk-session') : undefined
const tellTabs = (tidings: Tidings) => tabs?.postMessage(tidings)

/** Takes in what the server answered, and lets the other tabs ask for themselves. */
export function took(session: SessionResponse): void {
  show(session)
  tellTabs('changed')
}

/** Counts what was shown, so that an answer asked for earlier does not undo what came later. */
let shown = 0

function show(session: SessionResponse) {
  shown += 1
  keepSession(session)
  const next = standingAfter(standing.get(), session)
  if (next.away && !standing.get()?.away) keepPlace()
  standing.set(next)
}

let reading: Promise<boolean> | undefined

/** Asks the server who is here. Answers whether it could be asked: without a connection it stays as it was. */
export function readSession(): Promise<boolean> {
  reading ??= read().finally(() => {
    reading = undefined
  })
  return reading
}

async function read(): Promise<boolean> {
  const before = shown
  const answer = await ask<SessionResponse>('GET', '/api/session')
  if (shown !== before) return read()
  if (!answer.ok) {
    const kept = keptSession()
    if (!standing.get() && kept) show(kept)
    return false
  }
  const session = answer.value
  // Locked here without a connection: the server hears of it now, and does not open what was locked.
  if (session.state === 'signed-in' && isLockedHere(session.person?.id)) {
    show({ ...session, state: 'locked' })
    void ask('POST', '/api/session/lock')
  } else show(session)
  return true
}

/** Tells the server that somebody is here: what is typed is no request until it is kept. */
export async function stillHere(): Promise<void> {
  const before = shown
  const answer = await ask<SessionResponse>('POST', '/api/session/here')
  if (answer.ok && shown === before) show(answer.value)
}

/** Locks at once, in every tab; the server is told as soon as it can be. */
export function lock(): void {
  if (lockHere()) {
    tellTabs('locked')
    void ask('POST', '/api/session/lock')
  }
}

/**
 * Leaves the lock to the server, where someone goes to another site to show who they are: back from there this browser would
 * lock what the server has unlocked. Answers whether the server has it.
 */
export async function leaveLock(): Promise<boolean> {
  if (standing.get()?.now.state === 'locked' && !(await ask('POST', '/api/session/lock')).ok) return false
  forgetSession()
  return true
}

function lockHere(): boolean {
  const now = standing.get()?.now
  if (now?.state !== 'signed-in') return false
  show({ ...now, state: 'locked' })
  return true
}

/** Signs out on purpose: nothing of theirs stays on the screen, in this tab or another. What was not sent stays encrypted. */
export async function signOut(): Promise<Answer<SessionResponse>> {
  const answer = await ask<SessionResponse>('DELETE', '/api/session')
  if (answer.ok) {
    go(answer.value)
    tellTabs('gone')
  }
  return answer
}

/** Someone begins from nothing, as by an invitation: whoever was here before is no longer. */
export function beganWith(session: SessionResponse): void {
  go(session)
  tellTabs('gone')
}

function go(session: SessionResponse) {
  shown += 1
  keepSession(session)
  standing.set(goneAfter(session))
}

/** Something was refused as if nobody were signed in, or as if they were locked. */
export function doubted(problem: 'signed-out' | 'locked'): void {
  if (problem === 'locked') lockHere()
  void readSession()
}

/** Follows what the server and the other tabs say, from now on. */
export function followSession(): void {
  onUnheard(doubted)
  addEventListener('online', () => {
    if (standing.get()?.now.state === 'locked') void ask('POST', '/api/session/lock')
  })
  // A page that the browser had put aside knows nothing of what happened since.
  addEventListener('pageshow', ({ persisted }) => void (persisted && readSession()))
  tabs?.addEventListener('message', ({ data }: MessageEvent<Tidings>) => {
    if (data === 'locked') lockHere()
    else if (data === 'changed') void readSession()
    else if (data === 'gone')
      void ask<SessionResponse>('GET', '/api/session').then(answer => answer.ok && go(answer.value))
  })
}
