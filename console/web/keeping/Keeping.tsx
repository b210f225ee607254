import { useEffect, useState } from 'preact/hooks'
import { mayDo } from '../../casework/roles.ts'
import type { EraseEpisode, HoldEpisode, KeepingResponse } from '../../contract/keeping.ts'
import { useTry } from '../account/useTry.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { ErrorSummary, Form } from '../shared/Form.tsx'
import { ReasonField } from '../shared/ReasonField.tsx'
import { dayAndTime, wholeDate } from '../words/timeWords.ts'

const fewest = 10

/** For how long the record is kept, under it: holding it, erasing it, handing out what is held. Not printed. */
export function Keeping() {
  const { say, session } = useApp()
  const { room } = useRoom()
  const { person } = session
  if (!person || !mayDo(person.role, 'interview.export')) return null
  return (
    <section class="keeping" aria-labelledby="keeping">
      <h2 class="govuk-heading-m" id="keeping">
        {say('keeping/title')}
      </h2>
      <p class="govuk-body">{say('keeping/export-why')}</p>
      <a class="button button--quiet" href={`/interviews/${room.interview}/export`}>
        {say('keeping/export')}
      </a>
      {mayDo(person.role, 'interview.hold') && <HeldOrNot interview={room.interview} />}
    </section>
  )
}

function HeldOrNot({ interview }: { interview: string }) {
  const { say, session } = useApp()
  const { busy, faults, attempt } = useTry()
  const [standing, setStanding] = useState<KeepingResponse>()
  const [gone, setGone] = useState(false)
  const path = `/api/interviews/${interview}`
  useEffect(
    () => void ask<KeepingResponse>('GET', `${path}/keeping`).then(answer => answer.ok && setStanding(answer.value)),
    [path],
  )
  if (gone) return <Gone />
  if (!standing) return null
  const mayErase = session.person !== null && mayDo(session.person.role, 'interview.erase')
  const release = async () => {
    const now = await attempt(() => ask<KeepingResponse>('DELETE', `${path}/hold`))
    if (now) setStanding(now)
  }
  return (
    <>
      <Kept standing={standing} />
      <ErrorSummary faults={faults} />
      {standing.hold ? (
        <button type="button" class="button button--quiet" disabled={busy} onClick={() => void release()}>
          {say('keeping/release')}
        </button>
      ) : (
        <HoldIt path={path} onHeld={setStanding} />
      )}
      {mayErase && !standing.hold && <EraseIt path={path} onErased={() => setGone(true)} />}
    </>
  )
}

/** The page above holds the words still, and so does this device: both let go of them. */
function Gone() {
  const { say } = useApp()
  const { journal } = useWork()
  const { room } = useRoom()
  useEffect(() => {
    void journal.forgetEvents(room.interview)
    const left = setTimeout(() => location.replace('/interviews'), 3_000)
    return () => clearTimeout(left)
  }, [])
  return (
    <p class="govuk-body" role="status">
      {say('keeping/erased')}
    </p>
  )
}

function Kept({ standing: { lastDay, rule, hold, due } }: { standing: KeepingResponse }) {
  const { say, language } = useApp()
  const nameOf = usePersonName()
  return (
    <>
      <p class="govuk-body">
        {lastDay ? say('keeping/until', { day: wholeDate(lastDay, language) }) : say('keeping/for-good')}{' '}
        {due && say('keeping/due')}
      </p>
      {rule && (
        <p class="govuk-body-s">
          {say(`keeping/rule-${rule.after}`, { years: rule.years, source: rule.source })}{' '}
          {rule.lastChecked === null && <span class="unchecked-mark">{say('keeping/unchecked')}</span>}
        </p>
      )}
      {hold && (
        <div class="keeping__hold">
          <p class="govuk-body">{say('keeping/held', { who: nameOf(hold.by), when: dayAndTime(hold.at, language) })}</p>
          <p class="keeping__reason" dir="auto">
            {hold.reason}
          </p>
        </div>
      )}
    </>
  )
}

function HoldIt({ path, onHeld }: { path: string; onHeld: (standing: KeepingResponse) => void }) {
  const { say } = useApp()
  const { busy, faults, setFaults, attempt } = useTry()
  const [reason, setReason] = useState('')
  const hold = async () => {
    if (reason.trim().length < fewest) return setFaults([{ field: 'hold-reason', words: say('keeping/reason-short') }])
    const asked: HoldEpisode = { reason: reason.trim() }
    const now = await attempt(() => ask<KeepingResponse>('POST', `${path}/hold`, asked))
    if (now) onHeld(now)
  }
  return (
    <details class="fold">
      <summary>{say('keeping/hold')}</summary>
      <p class="govuk-body">{say('keeping/hold-why')}</p>
      <Form faults={faults} onSubmit={() => void hold()}>
        <ReasonField id="hold-reason" label={say('keeping/hold-reason')} reason={reason} onReason={setReason} />
        <button type="submit" class="button" disabled={busy}>
          {say('keeping/hold-do')}
        </button>
      </Form>
    </details>
  )
}

function EraseIt({ path, onErased }: { path: string; onErased: () => void }) {
  const { say } = useApp()
  const { room } = useRoom()
  const { busy, faults, setFaults, attempt } = useTry()
  const [number, setNumber] = useState('')
  const [reason, setReason] = useState('')
  const first = room.interview.slice(0, 8)
  const erase = async () => {
    const wrong = [
      ...(number.trim().toLowerCase() === first ? [] : [{ field: 'erase-number', words: say('keeping/number-wrong') }]),
      ...(reason.trim().length < fewest ? [{ field: 'erase-reason', words: say('keeping/reason-short') }] : []),
    ]
    if (wrong.length > 0) return setFaults(wrong)
    const asked: EraseEpisode = { number: number.trim(), reason: reason.trim() }
    if (await attempt(() => ask('POST', `${path}/erase`, asked))) onErased()
  }
  return (
    <details class="fold">
      <summary>{say('keeping/erase')}</summary>
      <p class="govuk-body">
        <strong>{say('keeping/erase-for-good')}</strong>
      </p>
      <p class="govuk-body">{say('keeping/erase-what')}</p>
      <Form faults={faults} onSubmit={() => void erase()}>
        <div class="govuk-form-group">
          <label class="govuk-label govuk-label--s" for="erase-number">
            {say('keeping/number', { number: first })}
          </label>
          <input
            class="govuk-input govuk-input--width-10"
            id="erase-number"
            dir="ltr"
            autocomplete="off"
            spellcheck={false}
            maxLength={8}
            value={number}
            onInput={event => setNumber(event.currentTarget.value)}
          />
        </div>
        <ReasonField
          id="erase-reason"
          label={say('keeping/erase-reason')}
          hint={say('keeping/erase-reason-hint')}
          reason={reason}
          onReason={setReason}
        />
        <button type="submit" class="button button--concern" disabled={busy}>
          {say('keeping/erase-do')}
        </button>
      </Form>
    </details>
  )
}
