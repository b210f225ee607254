import { useState } from 'preact/hooks'
import type { KnownPerson } from '../../contract/people.ts'
import { useApp } from '../session/AppContext.ts'
import { CancelButton } from '../shared/CancelButton.tsx'
import { dayAndTime } from '../words/timeWords.ts'
import { RoleAndTeam } from './RoleAndTeam.tsx'

interface Props {
  person: KnownPerson
  busy: boolean
  onChange: (changed: Partial<Pick<KnownPerson, 'role' | 'team' | 'state'>>) => void
  onEndSessions: () => void
  onReset: () => void
}

/** One person with an account, and what can be done about it. Nobody does it to themselves. */
export function KnownPersonLine({ person, busy, onChange, onEndSessions, onReset }: Props) {
  const { say, language } = useApp()
  const [open, setOpen] = useState(false)
  const [resetting, setResetting] = useState(false)
  const [written, setWritten] = useState({ role: person.role, team: person.team })
  const { name, signInName, role, team, state, secondFactor, sessions, signedInAt, you } = person
  const change = () => {
    setWritten({ role, team })
    setResetting(false)
    setOpen(!open)
  }
  const save = () => {
    const changed = {
      ...(written.role === role ? {} : { role: written.role }),
      ...(written.team.trim() === team || !written.team.trim() ? {} : { team: written.team.trim() }),
    }
    if (Object.keys(changed).length > 0) onChange(changed)
    setOpen(false)
  }
  return (
    <li class="rows__one">
      <div class="rows__what">
        <strong>
          <bdi>{name}</bdi> {you && <span class="rows__you">{say('people-list/you')}</span>}
        </strong>
        <span class="rows__about">
          <bdi>{signInName}</bdi> · {say(`role/${role}`)} · <bdi>{team}</bdi>
        </span>
        <span class="rows__about">
          {signedInAt ? say('people-list/last', { when: dayAndTime(signedInAt, language) }) : say('people-list/never')}{' '}
          {say(secondFactor ? 'people-list/second' : 'people-list/no-second')}
        </span>
      </div>
      <div class="rows__do">
        <span class={`topic-state topic-state--${state === 'active' ? 'done' : 'concern'}`}>
          {say(`account-state/${state}`)}
        </span>
        {!you && (
          <button type="button" class="button button--quiet" aria-expanded={open} onClick={change}>
            {say('field/edit')}
            <span class="govuk-visually-hidden"> {name}</span>
          </button>
        )}
      </div>
      {open && (
        <div class="rows__more">
          <form
            onSubmit={event => {
              event.preventDefault()
              save()
            }}
          >
            <RoleAndTeam role={written.role} team={written.team} teams={[]} onChange={setWritten} />
            <div class="form__others">
              <button type="submit" class="button" disabled={busy}>
                {say('field/save')}
              </button>
              <CancelButton onCancel={() => setOpen(false)} />
            </div>
          </form>
          <div class="form__others">
            <button
              type="button"
              class="button button--quiet"
              disabled={busy}
              onClick={() => {
                onChange({ state: state === 'active' ? 'suspended' : 'active' })
                setOpen(false)
              }}
            >
              {say(state === 'active' ? 'people-list/suspend' : 'people-list/bring-back')}
            </button>
            {sessions > 0 && (
              <button type="button" class="button button--quiet" disabled={busy} onClick={onEndSessions}>
                {say('people-list/end-sessions', { count: sessions })}
              </button>
            )}
            {!resetting && (
              <button type="button" class="button button--quiet" disabled={busy} onClick={() => setResetting(true)}>
                {say('people-list/reset')}
              </button>
            )}
          </div>
          {resetting && (
            <div class="notice">
              <p>{say('people-list/reset-sure', { name })}</p>
              <div class="form__others">
                <button
                  type="button"
                  class="button"
                  disabled={busy}
                  onClick={() => {
                    onReset()
                    setOpen(false)
                  }}
                >
                  {say('people-list/reset-yes')}
                </button>
                <CancelButton onCancel={() => setResetting(false)} />
              </div>
            </div>
          )}
        </div>
      )}
    </li>
  )
}
