import { useEffect, useRef, useState } from 'preact/hooks'
import type { ActOnWord, WordLine } from '../../contract/languages.ts'
import { useApp } from '../session/AppContext.ts'

interface Props {
  line: WordLine
  hasDraft: boolean
  isGrave: boolean
  busy: boolean
  onAct(act: ActOnWord['do']): Promise<void>
  onUndo(): void
}

/** What is typed is saved first; what stands is checked and signed. */
export function WordActs({ line, hasDraft, isGrave, busy, onAct, onUndo }: Props) {
  const { say } = useApp()
  const [signing, setSigning] = useState(false)
  if (hasDraft) {
    return (
      <div class="word__acts">
        <button type="button" class="button" disabled={busy || isGrave} onClick={() => void onAct('save')}>
          {say('languages/save')}
        </button>
        <button type="button" class="button button--quiet" disabled={busy} onClick={onUndo}>
          {say('languages/undo')}
        </button>
      </div>
    )
  }
  if (line.state === 'missing' || line.state === 'signed') return null
  if (signing && !line.yours) {
    return (
      <SignSure
        busy={busy}
        onYes={() => void onAct('sign').then(() => setSigning(false))}
        onNo={() => setSigning(false)}
      />
    )
  }
  return (
    <div class="word__acts">
      {line.state !== 'checked' && (
        <button type="button" class="button button--quiet" disabled={busy} onClick={() => void onAct('check')}>
          {say('languages/check')}
        </button>
      )}
      {line.yours ? (
        <p class="word__yours">{say('languages/yours')}</p>
      ) : (
        <button type="button" class="button button--quiet" disabled={busy} onClick={() => setSigning(true)}>
          {say('languages/sign')}
        </button>
      )}
    </div>
  )
}

/** What signing says, before it is done. */
function SignSure({ busy, onYes, onNo }: { busy: boolean; onYes: () => void; onNo: () => void }) {
  const { say } = useApp()
  const yes = useRef<HTMLButtonElement>(null)
  // Whoever asked for it by keyboard goes on by keyboard.
  useEffect(() => yes.current?.focus(), [])
  return (
    <fieldset class="word__sure" aria-label={say('languages/sign')}>
      <p class="govuk-body">{say('languages/sign-sure')}</p>
      <div class="word__acts">
        <button ref={yes} type="button" class="button" disabled={busy} onClick={onYes}>
          {say('languages/sign-yes')}
        </button>
        <button type="button" class="button button--quiet" disabled={busy} onClick={onNo}>
          {say('languages/sign-no')}
        </button>
      </div>
    </fieldset>
  )
}
