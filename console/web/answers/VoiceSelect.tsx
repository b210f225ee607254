import { useId } from 'preact/hooks'
import type { Voice } from '../../../dialogs/record/events.ts'
import { useApp } from '../session/AppContext.ts'

const voices: readonly Voice[] = ['young-person', 'interpreter', 'practitioner', 'parent-or-carer', 'third-party']

/** Whose words or view it is. */
export function VoiceSelect({ voice, onVoice }: { voice: Voice; onVoice: (voice: Voice) => void }) {
  const { say } = useApp()
  const id = useId()
  return (
    <div class="voice">
      <label class="voice__label" for={id}>
        {say('voice/whose')}
      </label>
      <select
        id={id}
        class="govuk-select"
        value={voice}
        onChange={event => {
          const chosen = voices.find(each => each === event.currentTarget.value)
          if (chosen) onVoice(chosen)
        }}
      >
        {voices.map(each => (
          <option key={each} value={each}>
            {say(`voice/${each}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
