import type { TraineeSaid } from '../../../dialogs/practice/young/practiceTalk.ts'
import { useApp } from '../session/AppContext.ts'

/** What the trainee said, or that they waited. `whose` is the trainee as somebody else sees them. */
export function TraineeLine({ said, whose }: { said: TraineeSaid; whose: string | undefined }) {
  const { say } = useApp()
  if (said.did === 'waited') {
    return (
      <p class="said__seen said__seen--me">
        {whose === undefined ? say('practice/you-waited') : say('practice/waited', { name: whose })}
      </p>
    )
  }
  return (
    <div class="said__line said__line--me">
      <p class="said__who">{whose === undefined ? say('practice/you') : <bdi>{whose}</bdi>}</p>
      <p class="said__words" lang="en" dir="auto">
        {said.words}
      </p>
    </div>
  )
}
