import { useEffect, useRef, useState } from 'preact/hooks'
import { promptsIn } from '../../../dialogs/plan/promptsIn.ts'
import { directionOf } from '../../../locales/languages.ts'
import { promptWords } from '../room/promptWords.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useFilling } from '../room/useFilling.ts'
import type { Speak } from '../script/ScriptContext.ts'
import { useApp } from '../session/AppContext.ts'
import { ReadAloud } from '../shared/ReadAloud.tsx'
import { useWords } from '../words/useWords.ts'

const asked = 'welcome.interpreter'
const choices = ['yes', 'no', 'not-sure'] as const

/** A picture for someone who may not read: a face that smiles, a face turned down with a stop, a question. No words in it. */
const pictures = {
  yes: 'M32 58a26 26 0 1 0 0-52 26 26 0 0 0 0 52M22 26v3M42 26v3M20 38c4 8 20 8 24 0',
  no: 'M32 58a26 26 0 1 0 0-52 26 26 0 0 0 0 52M22 26v3M42 26v3M20 45c4-8 20-8 24 0',
  'not-sure': 'M24 24c0-12 18-12 18 0 0 8-10 8-10 16M32 50v2',
} as const

/**
 * Shown to the young person alone, over everything: whether they are content with the interpreter. It is in their language,
 * with pictures, and when it is given back nothing on the screen tells what they chose.
 */
export function PrivateCard({ onDone }: { onDone: () => void }) {
  const { say, language } = useApp()
  const { room, guide, record, talkWords } = useRoom()
  const speak = useWords(record.language, 'script') as Speak | undefined
  const filling = useFilling(record.language)
  const dialog = useRef<HTMLDialogElement>(null)
  const [given, setGiven] = useState(false)
  useEffect(() => dialog.current?.showModal(), [speak === undefined])
  const prompt = promptsIn(guide).get(asked)?.prompt
  if (!speak || !prompt) return null

  async function choose(choice: (typeof choices)[number]) {
    setGiven(true)
    await room.act(
      choice === 'not-sure'
        ? { do: 'rather-not', prompt: asked, voice: 'young-person' }
        : { do: 'answer', prompt: asked, answer: { kind: 'plain', said: choice }, voice: 'young-person' },
    )
  }
  const words = promptWords(prompt, record, talkWords, filling)
  return (
    <dialog ref={dialog} class="private" lang={record.language} dir={directionOf(record.language)} onClose={onDone}>
      {given ? (
        <div class="private__thanks">
          <p class="private__words">{speak('private/thanks')}</p>
          <p class="private__how" lang={language} dir={directionOf(language)}>
            {say('interpreter/card-turn')}
          </p>
          <button type="button" class="button button--quiet" lang={language} onClick={() => dialog.current?.close()}>
            {say('interpreter/card-back')}
          </button>
        </div>
      ) : (
        <>
          <p class="private__for">{speak('private/for-you')}</p>
          <h2 class="private__words">{words}</h2>
          <p class="private__how">{speak('private/how')}</p>
          <ReadAloud
            words={`${speak('private/for-you')} ${words} ${choices.map(each => speak(`private/${each}`)).join('. ')}`}
            language={record.language}
            labels={{ read: speak('now/read-aloud'), stop: speak('now/stop-reading') }}
          />
          <div class="private__choices">
            {choices.map(choice => (
              <button key={choice} type="button" class="private__choice" onClick={() => void choose(choice)}>
                <svg viewBox="0 0 64 64" aria-hidden="true" focusable="false">
                  <path d={pictures[choice]} />
                </svg>
                {speak(`private/${choice}`)}
              </button>
            ))}
          </div>
          <button
            type="button"
            class="button button--quiet private__close"
            lang={language}
            onClick={() => dialog.current?.close()}
          >
            {say('interpreter/card-close')}
          </button>
        </>
      )}
    </dialog>
  )
}
