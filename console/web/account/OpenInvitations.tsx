import type { OpenInvitation } from '../../contract/people.ts'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { dayAndTime } from '../words/timeWords.ts'

interface Props {
  invitations: readonly OpenInvitation[]
  nameOf: (id: string) => string | undefined
  onCallBack: (id: string) => void
}

/** Links that nobody has used yet. */
export function OpenInvitations({ invitations, nameOf, onCallBack }: Props) {
  const { say, language } = useApp()
  const colleague = usePersonName()
  if (invitations.length === 0) return null
  return (
    <section class="account-part">
      <h2 class="govuk-heading-m">{say('invitations/title')}</h2>
      <ul class="rows">
        {invitations.map(({ id, role, team, note, person, invitedBy, until }) => (
          <li key={id} class="rows__one">
            <div class="rows__what">
              <strong>
                {person === null
                  ? say('invitations/new', { role: say(`role/${role}`) })
                  : say('invitations/again', { name: nameOf(person) ?? colleague(person) })}
              </strong>
              <span class="rows__about">
                <bdi>{team}</bdi>
                {note && (
                  <>
                    {' · '}
                    <bdi>{note}</bdi>
                  </>
                )}
              </span>
              <span class="rows__about">
                {say('invitations/by', {
                  by: nameOf(invitedBy) ?? colleague(invitedBy),
                  when: dayAndTime(until, language),
                })}
              </span>
            </div>
            <div class="rows__do">
              <button type="button" class="button button--quiet" onClick={() => onCallBack(id)}>
                {say('invitations/call-back')}
                {note && <span class="govuk-visually-hidden"> {note}</span>}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
