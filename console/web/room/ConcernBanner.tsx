import { nextStep } from '../../../dialogs/plan/nextStep.ts'
import { useApp } from '../session/AppContext.ts'
import { Icon } from '../shared/Icon.tsx'
import { useRoom } from './RoomContext.ts'

/** While a concern is dealt with: what this is, and where the talk comes back to. */
export function ConcernBanner() {
  const { say } = useApp()
  const { guide, record, screenWords } = useRoom()
  const after = nextStep(guide, { ...record, concerns: [] })
  const place = after.kind === 'ask' ? screenWords(`topic/${after.topic.id}`) : undefined
  return (
    <div class="concern-banner">
      <Icon name="alert" />
      <p class="concern-banner__words">
        <strong>{say('concern/banner')}</strong> {place ? say('concern/returns', { place }) : say('concern/place-kept')}
      </p>
    </div>
  )
}
