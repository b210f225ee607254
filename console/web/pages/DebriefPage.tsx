import { useRoute } from 'preact-iso'
import { Debriefed } from '../practice/debrief/Debriefed.tsx'
import { DebriefOrWhyNot } from '../practice/debrief/DebriefOrWhyNot.tsx'

/** What an attempt can be learnt from, once it has ended. */
export function DebriefPage() {
  const attempt = useRoute().params.attempt ?? ''
  return <DebriefOrWhyNot key={attempt} attempt={attempt} of={Debriefed} />
}
