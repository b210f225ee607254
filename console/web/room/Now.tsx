import { useEffect, useRef } from 'preact/hooks'
import type { Step } from '../../../dialogs/plan/nextStep.ts'
import { AskCard } from './AskCard.tsx'
import { Closed } from './Closed.tsx'
import { Paused } from './Paused.tsx'
import { PensDown } from './PensDown.tsx'
import { useRoom } from './RoomContext.ts'

/** What comes now. */
export function Now() {
  const { step } = useRoom()
  const here = nameOf(step)
  const before = useRef(here)
  useEffect(() => {
    if (before.current === here) return
    before.current = here
    // The button that was pressed went with its prompt: who works by keyboard or ear goes on from the new words.
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('.room__now .spoken')?.focus()
  }, [here])
  switch (step.kind) {
    case 'paused':
      return <Paused />
    case 'close':
      return <Closed because={step.because} />
    case 'ask':
      return step.stage.pensDown ? <PensDown key={here} step={step} /> : <AskCard key={here} step={step} />
  }
}

const nameOf = (step: Step) => (step.kind === 'ask' ? `${step.concern?.id ?? ''}/${step.prompt.id}` : step.kind)
