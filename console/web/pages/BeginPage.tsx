import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { publishedGuides } from '../../../dialogs/guide/guide.ts'
import type { Prompt } from '../../../dialogs/guide/schema.ts'
import type { Intent } from '../../../dialogs/intent.ts'
import { promptsIn } from '../../../dialogs/plan/promptsIn.ts'
import { AnswerControl } from '../answers/AnswerControl.tsx'
import { answerFrom } from '../answers/answerFrom.ts'
import type { Draft } from '../answers/draft.ts'
import { episodeInHistory, notBegunFor } from '../live/beginFor.ts'
import { beginInterview } from '../live/beginInterview.ts'
import { WordsContext } from '../room/useRoomWords.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { LanguageSelect } from '../shared/LanguageSelect.tsx'
import { Page } from '../shared/Page.tsx'
import { useWords } from '../words/useWords.ts'

const asked = ['prepare.known-as', 'prepare.age', 'prepare.circumstances'] as const

/** Begins an interview with what is known already. All of it may be left out. */
export function BeginPage() {
  const { say, language, session } = useApp()
  const { journal } = useWork()
  const { route } = useLocation()
  const words = useWords(language, 'guide')
  const [talk, setTalk] = useState('en')
  const [episode, setEpisode] = useState(episodeInHistory)
  const notBegun = notBegunFor(episode)
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({})
  useEffect(() => void journal.read(notBegun).then(kept => setDrafts(kept.drafts)), [journal, notBegun])
  const write = (prompt: string, draft: Draft | undefined) => {
    setDrafts(now => ({ ...now, [prompt]: draft ?? {} }))
    void journal.keepDraft(notBegun, prompt, draft)
  }
  const begin = async (...then: readonly Intent[]) => {
    const known = prompts.flatMap(prompt => intentsFor(prompt, drafts[prompt.id] ?? {}))
    const interview = await beginInterview(journal, talk, [...known, ...then], episode)
    for (const prompt of prompts) write(prompt.id, undefined)
    route(`/interviews/${interview}`)
  }
  if (!words) return null
  return (
    <Page title={say('begin/title')}>
      <WordsContext.Provider value={words}>
        {episode && (
          <p class="notice">
            {say('begin/for-case')}{' '}
            <button
              type="button"
              class="text-button"
              onClick={() => {
                history.replaceState(null, '')
                setEpisode(undefined)
              }}
            >
              {say('begin/not-for-case')}
            </button>
          </p>
        )}
        <p class="govuk-body-l">{say('begin/optional')}</p>
        {prompts.map(prompt => (
          <section key={prompt.id} class="begin__question">
            <h2 class="govuk-heading-m">{words(`prompt/${prompt.id}`)}</h2>
            {prompt.hinted && <p class="hint-note">{words(`hint/${prompt.id}`)}</p>}
            <AnswerControl
              prompt={prompt}
              draft={drafts[prompt.id] ?? {}}
              onDraft={draft => write(prompt.id, draft)}
              legend={words(`prompt/${prompt.id}`)}
            />
          </section>
        ))}
        {session.languages.length > 1 && (
          <section class="begin__question">
            <h2 class="govuk-heading-m">
              <label for="talk-language">{say('begin/language')}</label>
            </h2>
            <LanguageSelect id="talk-language" language={talk} onLanguage={setTalk} />
          </section>
        )}
        <div class="begin__go">
          <button type="button" class="button button--next" onClick={() => void begin()}>
            {say('begin/begin')}
          </button>
        </div>
        <section class="begin__no-talk">
          <h2 class="govuk-heading-m">{say('begin/no-talk')}</h2>
          <div class="begin__buttons">
            <button type="button" class="button button--quiet" onClick={() => void begin({ do: 'decline' })}>
              {say('begin/declined')}
            </button>
            <button type="button" class="button button--quiet" onClick={() => void begin({ do: 'not-reached' })}>
              {say('begin/not-reached')}
            </button>
          </div>
        </section>
      </WordsContext.Provider>
    </Page>
  )
}

const guide = publishedGuides[publishedGuides.length - 1]
const prompts: readonly Prompt[] = guide ? asked.flatMap(id => promptsIn(guide).get(id)?.prompt ?? []) : []

function intentsFor(prompt: Prompt, draft: Draft): Intent[] {
  const answer = answerFrom(prompt, draft)
  return answer.kind === 'answer' ? [{ do: 'answer', prompt: prompt.id, answer: answer.answer }] : []
}
