import { ProgressFrame } from '../practice/progress/ProgressFrame.tsx'
import { RecordAcross } from '../practice/progress/RecordAcross.tsx'
import { useApp } from '../session/AppContext.ts'

/** A record of all that someone practised, to print. */
export function ProgressRecordPage() {
  const { say } = useApp()
  const title = say('over-time/record')
  return (
    <ProgressFrame titles={{ own: title, theirs: title }}>
      <RecordAcross />
    </ProgressFrame>
  )
}
