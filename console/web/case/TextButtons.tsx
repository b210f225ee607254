import { useState } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import { printText } from './printText.ts'

/** Copies a text, or prints it by itself. Whatever was copied says so for as long as it is still that. */
export function TextButtons({ text }: { text: string }) {
  const { say } = useApp()
  const [copied, setCopied] = useState<{ text: string; ok: boolean }>()
  const copy = async () => {
    const ok = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setCopied({ text, ok })
  }
  return (
    <>
      <div class="case-form__buttons no-print">
        <button type="button" class="button" onClick={() => void copy()}>
          {say('texts/copy')}
        </button>
        <button type="button" class="button button--quiet" onClick={printText}>
          {say('texts/print')}
        </button>
      </div>
      <div role="status">{copied?.text === text && <p>{say(copied.ok ? 'texts/copied' : 'texts/not-copied')}</p>}</div>
    </>
  )
}
