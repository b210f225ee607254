import { useRoute } from 'preact-iso'
import { DebriefOrWhyNot } from '../practice/debrief/DebriefOrWhyNot.tsx'
import { PracticeRecord } from '../practice/debrief/PracticeRecord.tsx'

/** A record of practice, to print. */
export function PracticeRecordPage() {
  const attempt = useRoute().params.attempt ?? ''
  return <DebriefOrWhyNot key={attempt} attempt={attempt} of={PracticeRecord} />
}
