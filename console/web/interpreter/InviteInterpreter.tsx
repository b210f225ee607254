import { useState } from 'preact/hooks'
import type { InterpreterCode } from '../../contract/script.ts'
import { useTry } from '../account/useTry.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { fetched } from '../shared/fetched.tsx'
import { clockTime } from '../words/timeWords.ts'

const ScanSquare = fetched(() => import('../account/ScanSquare.tsx').then(module => module.ScanSquare))

/** A code for the interpreter, to be read out or scanned. It is shown this once. */
export function InviteInterpreter() {
  const { say, language } = useApp()
  const { room } = useRoom()
  const [made, setMade] = useState<InterpreterCode>()
  const { attempt, faults, busy } = useTry()
  const path = `/api/interviews/${room.interview}/interpreters`
  const invite = async () => setMade(await attempt(() => ask<InterpreterCode>('POST', path)))
  return (
    <div class="invite-interpreter">
      <button type="button" class="button button--quiet button--wide" disabled={busy} onClick={() => void invite()}>
        {say(made ? 'interpreter/another' : 'interpreter/invite')}
      </button>
      {faults.map(({ words }) => (
        <p key={words} class="govuk-error-message" role="alert">
          {words}
        </p>
      ))}
      {made && (
        <div class="invite-interpreter__code" role="status">
          <p class="invite-interpreter__large" dir="ltr">
            {made.code}
          </p>
          <ScanSquare uri={new URL(made.link, location.origin).href} label={say('interpreter/square')} />
          <p class="govuk-body">{say('interpreter/until', { time: clockTime(made.until, language) })}</p>
        </div>
      )}
    </div>
  )
}
