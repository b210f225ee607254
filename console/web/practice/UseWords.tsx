import type { Prompt } from '../../../dialogs/guide/schema.ts'
import { promptWords } from '../room/promptWords.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useFilling } from '../room/useFilling.ts'
import { useApp } from '../session/AppContext.ts'
import type { PracticeTools } from './PracticeTools.ts'

/** Puts the words of a prompt where the trainee types, to be said as they are or changed first. */
export function UseWords({ prompt, practice }: { prompt: Prompt; practice: PracticeTools }) {
  const { say } = useApp()
  const { record } = useRoom()
  const filling = useFilling('en')
  return (
    <button
      type="button"
      class="button button--quiet use-words"
      onClick={() => practice.useWords(promptWords(prompt, record, practice.english, filling))}
    >
      {say('practice/use-words')}
    </button>
  )
}
