import { useState } from 'preact/hooks'
import type { ImportPreview } from '../../contract/languages.ts'
import { useApp } from '../session/AppContext.ts'
import { type AskWordProblem, exportOf, keepImport, lookAtImport } from './askWords.ts'
import { ImportSummary } from './ImportSummary.tsx'

interface Props {
  code: string
  mayReview: boolean
  /** Something was kept. */
  onKept(): void
}

/** Takes the words out for a translator's program, and brings them back: first what it would change, then that. */
export function WordExchange({ code, mayReview, onKept }: Props) {
  const { say } = useApp()
  const [brought, setBrought] = useState<{ xliff: string; preview: ImportPreview }>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AskWordProblem>()
  const [kept, setKept] = useState<number>()

  const look = async (file: File | undefined) => {
    setBrought(undefined)
    setProblem(undefined)
    setKept(undefined)
    if (!file) return
    setBusy(true)
    const xliff = await file.text()
    const answer = await lookAtImport(code, xliff)
    setBusy(false)
    if (answer.ok) setBrought({ xliff, preview: answer.value })
    else setProblem(answer.problem)
  }
  const keep = async ({ xliff, preview }: NonNullable<typeof brought>) => {
    setBusy(true)
    const answer = await keepImport(code, xliff, preview.digest)
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    setBrought(undefined)
    setKept(answer.value.kept)
    onKept()
  }
  return (
    <details class="fold words__exchange">
      <summary>{say('languages/exchange')}</summary>
      <p class="govuk-body">{say('languages/exchange-why')}</p>
      <p>
        <a class="button button--quiet" href={exportOf(code)} download={`return-talk-${code}.xlf`}>
          {say('languages/export')}
        </a>
      </p>
      {mayReview && (
        <div class="words__import">
          <label class="govuk-label" for="words-brought">
            {say('languages/bring')}
          </label>
          <p class="govuk-hint" id="words-brought-hint">
            {say('languages/import-hint')}
          </p>
          <input
            id="words-brought"
            type="file"
            accept=".xlf,.xliff,.xml"
            disabled={busy}
            aria-describedby="words-brought-hint"
            onChange={({ currentTarget }) => {
              void look(currentTarget.files?.[0])
              // The same file, mended meanwhile, can be chosen again.
              currentTarget.value = ''
            }}
          />
          {problem && (
            <p class="govuk-error-message" role="alert">
              {say(`languages/problem-${problem}`)}
            </p>
          )}
          {brought && (
            <ImportSummary
              preview={brought.preview}
              code={code}
              busy={busy}
              onKeep={() => void keep(brought)}
              onLeave={() => setBrought(undefined)}
            />
          )}
          <p role="status">{kept !== undefined && say('languages/import-done', { number: kept })}</p>
        </div>
      )}
    </details>
  )
}
