import type { Prompt } from '../../../dialogs/guide/schema.ts'
import { promptWordsKey } from '../../../dialogs/guide/wordKeys.ts'
import { directionOf } from '../../../locales/languages.ts'
import { UseWords } from '../practice/UseWords.tsx'
import { useApp } from '../session/AppContext.ts'
import { ReadAloud } from '../shared/ReadAloud.tsx'
import { useWordState } from '../words/useWordState.ts'
import { ageBandOf, promptWords } from './promptWords.ts'
import { useRoom } from './RoomContext.ts'
import { UncheckedNote } from './UncheckedNote.tsx'
import { useFilling } from './useFilling.ts'

/** The present prompt in large type: in the language of the talk, and under it in the screen's where that is another. */
export function SpokenWords({ prompt, spoken }: { prompt: Prompt; spoken: boolean }) {
  const { say, language } = useApp()
  const { record, talkWords, screenWords, practice } = useRoom()
  const stateOf = useWordState(spoken ? record.language : undefined)
  const heardIn = spoken ? record.language : language
  const inScreens = useFilling(language)
  const said = promptWords(prompt, record, spoken ? talkWords : screenWords, useFilling(heardIn))
  const isDraft = stateOf('guide', promptWordsKey(prompt, ageBandOf(record), record.regime)) === 'draft'
  return (
    <>
      {prompt.saidBy === 'interpreter' && <p class="spoken-by">{say('room/interpreter-says')}</p>}
      {prompt.private && <p class="spoken-by">{say('room/private')}</p>}
      <h2 class="spoken" id="spoken" tabIndex={-1} lang={heardIn} dir={directionOf(heardIn)}>
        {said}
      </h2>
      {heardIn !== language && (
        <p class="spoken-again" lang={language} dir={directionOf(language)}>
          {promptWords(prompt, record, screenWords, inScreens)}
        </p>
      )}
      {spoken && (
        <ReadAloud
          words={said}
          language={record.language}
          labels={{ read: say('room/read-aloud'), stop: say('room/stop-reading') }}
        />
      )}
      {spoken && practice && <UseWords prompt={prompt} practice={practice} />}
      {spoken && isDraft && <p class="spoken-draft">{say('room/draft')}</p>}
      <UncheckedNote words={said} language={heardIn} />
    </>
  )
}
