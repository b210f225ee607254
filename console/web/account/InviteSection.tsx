import { useId, useState } from 'preact/hooks'
import type { Invite, Person } from '../../contract/people.ts'
import { useApp } from '../session/AppContext.ts'
import { CancelButton } from '../shared/CancelButton.tsx'
import { TextField } from '../shared/Field.tsx'
import { Form } from '../shared/Form.tsx'
import { RoleAndTeam } from './RoleAndTeam.tsx'
import { useTry } from './useTry.ts'

interface Props {
  teams: readonly string[]
  onInvite: (invitation: Invite) => Promise<boolean>
}

/** A link for someone new: as what, and in which team. */
export function InviteSection({ teams, onInvite }: Props) {
  const { say } = useApp()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [written, setWritten] = useState<{ role: Person['role']; team: string }>({ role: 'interviewer', team: '' })
  const [note, setNote] = useState('')
  const { faults, setFaults } = useTry()
  const submit = async () => {
    if (!written.team.trim()) return setFaults([{ field: `${id}-team`, words: say('invite/team-missing') }])
    setFaults([])
    const made = await onInvite({
      ...written,
      team: written.team.trim(),
      ...(note.trim() ? { note: note.trim() } : {}),
    })
    if (!made) return
    setOpen(false)
    setNote('')
  }
  if (!open) {
    return (
      <p class="list__begin">
        <button type="button" class="button button--next" onClick={() => setOpen(true)}>
          {say('invite/invite')}
        </button>
      </p>
    )
  }
  return (
    <section class="account-part narrow">
      <h2 class="govuk-heading-m">{say('invite/invite')}</h2>
      <Form faults={faults} onSubmit={() => void submit()}>
        <RoleAndTeam {...written} teams={teams} onChange={setWritten} faults={faults} teamId={`${id}-team`} />
        <TextField
          id={`${id}-note`}
          label={say('invite/note')}
          hint={say('invite/note-hint')}
          value={note}
          onValue={setNote}
          faults={faults}
        />
        <div class="form__others">
          <button type="submit" class="button">
            {say('invite/make')}
          </button>
          <CancelButton onCancel={() => setOpen(false)} />
        </div>
      </Form>
    </section>
  )
}
