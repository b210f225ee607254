import type { Step } from '../../../dialogs/plan/nextStep.ts'
import { useApp } from '../session/AppContext.ts'
import { Icon } from '../shared/Icon.tsx'
import { HintNote } from './HintNote.tsx'
import { MoveBar } from './MoveBar.tsx'
import { useRoom } from './RoomContext.ts'
import { SpokenWords } from './SpokenWords.tsx'

/** Talk that has nothing to do with having been away: nothing is noted, and there is nowhere to note it. */
export function PensDown({ step }: { step: Extract<Step, { kind: 'ask' }> }) {
  const { say } = useApp()
  const { room } = useRoom()
  const { prompt } = step
  return (
    <section class="pens-down" aria-labelledby="spoken">
      <p class="pens-down__mark">
        <Icon name="pen" />
        {say('pens-down/mark')}
      </p>
      <SpokenWords prompt={prompt} spoken={true} />
      <HintNote prompt={prompt} spoken={true} />
      <MoveBar
        next={say(prompt.kind === 'say' ? 'room/said' : 'room/next')}
        onNext={() => void room.act({ do: 'next', prompt: prompt.id })}
        onSkip={() => void room.act({ do: 'skip', prompt: prompt.id })}
      />
    </section>
  )
}
