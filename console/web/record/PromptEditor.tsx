import { useState } from 'preact/hooks'
import type { Prompt } from '../../../dialogs/guide/schema.ts'
import type { Intent, Problem } from '../../../dialogs/intent.ts'
import type { Entry } from '../../../dialogs/record/record.ts'
import { AccountBox } from '../answers/AccountBox.tsx'
import { AnswerControl } from '../answers/AnswerControl.tsx'
import { answerFrom } from '../answers/answerFrom.ts'
import { draftOf } from '../answers/draftOf.ts'
import { ProblemLine } from '../answers/ProblemLine.tsx'
import { VoiceSelect } from '../answers/VoiceSelect.tsx'
import { promptWords } from '../room/promptWords.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useFilling } from '../room/useFilling.ts'
import { usualVoice } from '../room/usualVoice.ts'
import { useApp } from '../session/AppContext.ts'
import { CancelButton } from '../shared/CancelButton.tsx'

interface Props {
  prompt: Prompt
  field: string
  concern: string | undefined
  entry: Entry | undefined
  onDone: () => void
}

/** The answer to one prompt, straight in the record. */
export function PromptEditor({ prompt, field, concern, entry, onDone }: Props) {
  const { say, language } = useApp()
  const { room, guide, record, state, screenWords } = useRoom()
  const filling = useFilling(language)
  const [problem, setProblem] = useState<Problem>()
  const key = `edit/${entry?.event ?? field}`
  const draft = state.drafts[key] ?? (entry ? draftOf(entry) : {})
  const inWords = entry ? entry.value.kind === 'account' : prompt.kind === 'account'
  const on = {
    prompt: prompt.id,
    ...(concern ? { concern } : {}),
    ...(entry ? { corrects: entry.event } : {}),
  }
  const voice = draft.voice ?? usualVoice(guide, record, { do: 'account', prompt: prompt.id, words: '-' })
  const said = (entry?.value.kind === 'account' && entry.value.original?.language) || record.language
  const intentNow = (): Intent | Problem => {
    if (inWords) {
      const [words, original] = [draft.words?.trim(), draft.original?.trim()]
      const asSaid = original ? { original: { language: said, words: original } } : {}
      return words ? { do: 'account', ...on, words, ...asSaid, voice } : 'empty'
    }
    const answer = answerFrom(prompt, draft)
    if (answer.kind === 'none') return 'empty'
    if (answer.kind === 'problem') return answer.problem
    if (answer.kind === 'answer') return { do: 'answer', ...on, answer: answer.answer, voice }
    return { do: 'rather-not', ...on, voice }
  }
  const done = async () => {
    await room.draft(key, undefined)
    onDone()
  }
  const save = async () => {
    const intent = intentNow()
    const refused = typeof intent === 'string' ? intent : await room.act(intent)
    setProblem(refused)
    if (refused === undefined) await done()
  }
  return (
    <>
      {inWords ? (
        <AccountBox
          label={say('room/their-words')}
          words={draft.words ?? ''}
          voice={voice}
          language={said}
          original={draft.original ?? ''}
          onOriginal={original => void room.draft(key, { ...draft, original })}
          onWords={words => void room.draft(key, { ...draft, words })}
          onVoice={chosen => void room.draft(key, { ...draft, voice: chosen })}
        />
      ) : (
        <>
          <AnswerControl
            prompt={prompt}
            draft={draft}
            onDraft={changed => void room.draft(key, changed)}
            legend={promptWords(prompt, record, screenWords, filling)}
          />
          <VoiceSelect voice={voice} onVoice={chosen => void room.draft(key, { ...draft, voice: chosen })} />
        </>
      )}
      <ProblemLine problem={problem} />
      <div class="editor__buttons">
        <button type="button" class="button" onClick={() => void save()}>
          {say('field/save')}
        </button>
        <CancelButton onCancel={() => void done()} />
      </div>
    </>
  )
}
