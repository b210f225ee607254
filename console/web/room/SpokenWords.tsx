import type { Prompt, Stage } from '../../../dialogs/guide/schema.ts'
import { useApp } from '../session/AppContext.ts'
import { directionOf } from '../words/directionOf.ts'
import { promptWords } from './promptWords.ts'
import { useRoom } from './RoomContext.ts'
import { useFilling } from './useFilling.ts'

/** The present prompt in large type: in the language of the talk, and under it in the screen's where that is another. */
export function SpokenWords({ prompt, stage }: { prompt: Prompt; stage: Stage }) {
  const { language } = useApp()
  const { record, talkWords, screenWords } = useRoom()
  const filling = useFilling()
  // A practitioner's own prompts are read, not spoken: in the language of the screen alone.
  const spoken = stage.practitionerOnly ? language : record.language
  const words = stage.practitionerOnly ? screenWords : talkWords
  return (
    <>
      <h2 class="spoken" id="spoken" lang={spoken} dir={directionOf(spoken)}>
        {promptWords(prompt, record, words, filling)}
      </h2>
      {spoken !== language && (
        <p class="spoken-again" lang={language} dir={directionOf(language)}>
          {promptWords(prompt, record, screenWords, filling)}
        </p>
      )}
    </>
  )
}
