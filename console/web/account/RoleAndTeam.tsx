import { useId } from 'preact/hooks'
import { roles } from '../../casework/roles.ts'
import type { Person } from '../../contract/people.ts'
import { useApp } from '../session/AppContext.ts'
import type { Fault } from '../shared/Fault.ts'
import { TextField } from '../shared/Field.tsx'

interface Props {
  role: Person['role']
  team: string
  /** Names of teams there are, to choose from while typing. */
  teams: readonly string[]
  onChange: (written: { role: Person['role']; team: string }) => void
  faults?: readonly Fault[]
  teamId?: string
}

// An interpreter comes by a code for one talk, and has no account.
const withAccounts = roles.filter(role => role !== 'interpreter')

/** What someone is here to do, and whose episodes they need to know of. */
export function RoleAndTeam({ role, team, teams, onChange, faults = [], teamId }: Props) {
  const { say } = useApp()
  const id = useId()
  const teamField = teamId ?? `${id}-team`
  return (
    <div class="form__pair">
      <div class="govuk-form-group">
        <label class="govuk-label" for={`${id}-role`}>
          {say('people-list/role')}
        </label>
        <select
          id={`${id}-role`}
          class="govuk-select"
          value={role}
          onChange={event => {
            const chosen = withAccounts.find(each => each === event.currentTarget.value)
            if (chosen) onChange({ role: chosen, team })
          }}
        >
          {withAccounts.map(each => (
            <option key={each} value={each}>
              {say(`role/${each}`)}
            </option>
          ))}
        </select>
      </div>
      <TextField
        id={teamField}
        label={say('people-list/team')}
        value={team}
        onValue={written => onChange({ role, team: written })}
        faults={faults}
        options={teams}
      />
    </div>
  )
}
