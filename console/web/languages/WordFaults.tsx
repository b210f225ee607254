import { graveFaults, type WordFault } from '../../../locales/languageFaults.ts'
import { useApp } from '../session/AppContext.ts'

/** What a program can find wrong with words, while they are typed: what must be mended, and what may still be right. */
export function WordFaults({ faults }: { faults: readonly WordFault[] }) {
  const { say } = useApp()
  const grave = faults.filter(fault => graveFaults.includes(fault))
  const others = faults.filter(fault => !grave.includes(fault))
  return (
    <>
      {grave.length > 0 && (
        <div class="word__faults word__faults--grave">
          <p class="word__faults-title">{say('languages/faults-grave')}</p>
          <FaultList faults={grave} />
        </div>
      )}
      {others.length > 0 && (
        <div class="word__faults">
          <p class="word__faults-title">{say('languages/faults')}</p>
          <FaultList faults={others} />
        </div>
      )}
    </>
  )
}

function FaultList({ faults }: { faults: readonly WordFault[] }) {
  const { say } = useApp()
  return (
    <ul>
      {faults.map(fault => (
        <li key={fault}>{say(`languages/fault-${fault}`)}</li>
      ))}
    </ul>
  )
}
