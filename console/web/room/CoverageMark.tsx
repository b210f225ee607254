import { useId, useState } from 'preact/hooks'
import type { Told } from '../../../dialogs/record/events.ts'
import { useApp } from '../session/AppContext.ts'
import { useRoom } from './RoomContext.ts'

/** Marks one thing listened for, with a few words if there are any. */
export function CoverageMark({ coverage, onDone }: { coverage: string; onDone: () => void }) {
  const { say } = useApp()
  const { room, record, state, screenWords } = useRoom()
  const id = useId()
  const present = record.fields[coverage]?.entries.at(-1)
  const value = present?.value.kind === 'coverage' ? present.value : undefined
  const field = `mark/${coverage}`
  const [detail, setDetail] = useState(state.drafts[field]?.detail ?? value?.detail ?? '')
  const tell = async (told: Told) => {
    const words = detail.trim()
    const corrects = present ? { corrects: present.event, voice: present.voice } : {}
    await room.act({ do: 'cover', coverage, told, ...(words ? { detail: words } : {}), ...corrects })
    await room.draft(field, undefined)
    onDone()
  }
  return (
    <fieldset class="mark">
      <legend class="govuk-visually-hidden">{screenWords(`coverage/${coverage}`)}</legend>
      <div class="mark__told">
        {(['yes', 'no', 'chose-not-to-say'] as const).map(told => (
          <button
            key={told}
            type="button"
            class="button button--quiet"
            aria-pressed={value?.told === told}
            onClick={() => void tell(told)}
          >
            {say(`told/${told}`)}
          </button>
        ))}
      </div>
      <label class="govuk-label" for={id}>
        {say('listen/detail')}
      </label>
      <input
        id={id}
        class="govuk-input"
        dir="auto"
        autocomplete="off"
        value={detail}
        onInput={event => {
          setDetail(event.currentTarget.value)
          void room.draft(field, { detail: event.currentTarget.value })
        }}
      />
    </fieldset>
  )
}
