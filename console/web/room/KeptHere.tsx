import type { Step } from '../../../dialogs/plan/nextStep.ts'
import { EntryView } from '../record/EntryView.tsx'
import { useApp } from '../session/AppContext.ts'
import { useRoom } from './RoomContext.ts'

/** What is already kept for the present prompt. */
export function KeptHere({ step, field }: { step: Extract<Step, { kind: 'ask' }>; field: string }) {
  const { say } = useApp()
  const { record } = useRoom()
  const entries = record.fields[field]?.entries.filter(each => each.value.kind !== 'said') ?? []
  if (entries.length === 0) return null
  return (
    <section class="kept" aria-label={say('room/kept')}>
      {entries.map(entry => (
        <EntryView key={entry.event} entry={entry} prompt={step.prompt.id} />
      ))}
    </section>
  )
}
