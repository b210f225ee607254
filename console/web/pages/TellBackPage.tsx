import { useRoute } from 'preact-iso'
import { TellBack } from '../balance/TellBack.tsx'
import { InCase } from '../case/InCase.tsx'

/** The balance as it is told back to the young person, beside them: nothing of anyone else is on the screen. */
export function TellBackPage() {
  const episode = useRoute().params.id ?? ''
  return (
    <InCase key={episode} episode={episode} beside>
      <TellBack />
    </InCase>
  )
}
