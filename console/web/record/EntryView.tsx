import type { ComponentChildren } from 'preact'
import type { Entry } from '../../../dialogs/record/record.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { clockTime } from '../words/timeWords.ts'
import { ValueWords } from './ValueWords.tsx'

/** One value of a field: whose words, when, written where, and whether the server has it. */
export function EntryView({ entry, prompt, children }: { entry: Entry; prompt: string; children?: ComponentChildren }) {
  const { say, language } = useApp()
  const { saved } = useRoom()
  const onDevice = entry.seq > saved
  return (
    <div class={`entry${onDevice ? ' entry--device' : ''}`}>
      <div class="entry__value">
        <ValueWords value={entry.value} prompt={prompt} />
      </div>
      <p class="entry__about">
        <span class={`voice-mark voice-mark--${entry.voice}`}>{say(`voice/${entry.voice}`)}</span>
        <span>
          {clockTime(entry.at, language)} · {say(`from/${entry.from}`)} ·{' '}
          {say(onDevice ? 'entry/device' : 'entry/saved')}
        </span>
      </p>
      {children}
    </div>
  )
}
