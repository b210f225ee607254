import { useCase } from '../case/CaseContext.ts'
import { Saving } from '../case/Saving.tsx'
import { useWriting } from '../case/useWriting.ts'
import { useApp } from '../session/AppContext.ts'

/** Takes back what was written. It stays in what was written of the case. */
export function TakeBack({ event }: { event: string }) {
  const { say } = useApp()
  const { open, file } = useCase()
  const { busy, problem, write } = useWriting(open)
  if (file.state !== 'open') return null
  return (
    <>
      <button
        type="button"
        class="text-button no-print"
        disabled={busy}
        onClick={() => void write({ type: 'withdrawn', event })}
      >
        {say('case/take-back')}
      </button>
      <Saving busy={busy} problem={problem} />
    </>
  )
}
