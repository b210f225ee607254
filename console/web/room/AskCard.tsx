import { useEffect, useRef } from 'preact/hooks'
import type { Step } from '../../../dialogs/plan/nextStep.ts'
import { AnswerControl } from '../answers/AnswerControl.tsx'
import { ProblemLine } from '../answers/ProblemLine.tsx'
import { useApp } from '../session/AppContext.ts'
import { ConcernBanner } from './ConcernBanner.tsx'
import { FollowUpLine } from './FollowUpLine.tsx'
import { HintNote } from './HintNote.tsx'
import { InTheirWords } from './InTheirWords.tsx'
import { isSpoken } from './isSpoken.ts'
import { KeptHere } from './KeptHere.tsx'
import { ListenFor } from './ListenFor.tsx'
import { MoveBar } from './MoveBar.tsx'
import { OtherWords } from './OtherWords.tsx'
import { promptWords } from './promptWords.ts'
import { useRoom } from './RoomContext.ts'
import { SpokenWords } from './SpokenWords.tsx'
import { Suggestions } from './Suggestions.tsx'
import { useAsking } from './useAsking.ts'
import { useFilling } from './useFilling.ts'

/** The present prompt, what to listen for, and where the answer goes. */
export function AskCard({ step }: { step: Extract<Step, { kind: 'ask' }> }) {
  const { say, language } = useApp()
  const { record, screenWords } = useRoom()
  const asking = useAsking(step)
  const filling = useFilling(language)
  const card = useRef<HTMLElement>(null)
  const { prompt, concern } = step
  const spoken = isSpoken(step)
  const toBeSaid = prompt.kind === 'say'
  const told = (record.fields[asking.field]?.entries.length ?? 0) > 0
  // A new prompt begins at its words, not where the last one had been scrolled to.
  useEffect(() => card.current?.parentElement?.scrollTo(0, 0), [])
  return (
    <section ref={card} class={`ask${concern ? ' ask--concern' : ''}`} aria-labelledby="spoken">
      {concern && <ConcernBanner />}
      <SpokenWords prompt={prompt} spoken={spoken} />
      {spoken && <OtherWords prompt={prompt.id} />}
      <HintNote prompt={prompt} spoken={spoken} />
      <KeptHere step={step} field={asking.field} />
      <Suggestions heard={asking.heard} />
      {told && asking.heard.length === 0 && <FollowUpLine prompt={prompt} />}
      <AnswerControl
        prompt={prompt}
        draft={asking.draft}
        onDraft={asking.write}
        legend={promptWords(prompt, record, screenWords, filling)}
      />
      <InTheirWords step={step} asking={asking} />
      <ProblemLine problem={asking.problem} />
      <ListenFor prompt={prompt} />
      <MoveBar
        next={say(toBeSaid ? 'room/said' : 'room/next')}
        onNext={() => void asking.next()}
        onSkip={asking.skip}
        onRatherNot={prompt.kind === 'plain' || prompt.voice === 'practitioner' ? undefined : asking.ratherNot}
      />
    </section>
  )
}
