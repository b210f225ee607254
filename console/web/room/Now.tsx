import { AskCard } from './AskCard.tsx'
import { Closed } from './Closed.tsx'
import { Paused } from './Paused.tsx'
import { PensDown } from './PensDown.tsx'
import { useRoom } from './RoomContext.ts'

/** What comes now. */
export function Now() {
  const { step } = useRoom()
  switch (step.kind) {
    case 'paused':
      return <Paused />
    case 'close':
      return <Closed because={step.because} />
    case 'ask': {
      const key = `${step.concern?.id ?? ''}/${step.prompt.id}`
      return step.stage.pensDown ? <PensDown key={key} step={step} /> : <AskCard key={key} step={step} />
    }
  }
}
