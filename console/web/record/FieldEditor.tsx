import type { Entry } from '../../../dialogs/record/record.ts'
import { CoverageMark } from '../room/CoverageMark.tsx'
import { useRoom } from '../room/RoomContext.ts'
import { CancelButton } from '../shared/CancelButton.tsx'
import { PromptEditor } from './PromptEditor.tsx'
import { idOfField, promptOfField } from './promptOfField.ts'
import { TakeOut } from './TakeOut.tsx'

interface Props {
  field: string
  /** What is put right; left out where something is put in. */
  entry?: Entry
  onDone: () => void
}

/** Puts a field right, or fills it, without leaving the talk. What was there stays in the history. */
export function FieldEditor({ field, entry, onDone }: Props) {
  const { guide } = useRoom()
  const [, concern] = /^concern\/([^/]+)\//.exec(field) ?? []
  const prompt = promptOfField(guide, field)
  return (
    <div class="editor">
      {prompt ? (
        <PromptEditor prompt={prompt} field={field} concern={concern} entry={entry} onDone={onDone} />
      ) : (
        <>
          <CoverageMark coverage={idOfField(field)} onDone={onDone} />
          <CancelButton onCancel={onDone} />
        </>
      )}
      {entry && <TakeOut entry={entry} onDone={onDone} />}
    </div>
  )
}
