import type { Prompt } from '../../../dialogs/guide/schema.ts'
import { directionOf } from '../../../locales/languages.ts'
import { useApp } from '../session/AppContext.ts'
import { promptWords } from './promptWords.ts'
import { useRoom } from './RoomContext.ts'
import { UncheckedNote } from './UncheckedNote.tsx'
import { useFilling } from './useFilling.ts'

/** The present prompt in large type: in the language of the talk, and under it in the screen's where that is another. */
export function SpokenWords({ prompt, spoken }: { prompt: Prompt; spoken: boolean }) {
  const { language } = useApp()
  const { record, talkWords, screenWords } = useRoom()
  const heardIn = spoken ? record.language : language
  const inScreens = useFilling(language)
  const said = promptWords(prompt, record, spoken ? talkWords : screenWords, useFilling(heardIn))
  return (
    <>
      <h2 class="spoken" id="spoken" tabIndex={-1} lang={heardIn} dir={directionOf(heardIn)}>
        {said}
      </h2>
      {heardIn !== language && (
        <p class="spoken-again" lang={language} dir={directionOf(language)}>
          {promptWords(prompt, record, screenWords, inScreens)}
        </p>
      )}
      <UncheckedNote words={said} language={heardIn} />
    </>
  )
}
