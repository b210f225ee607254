import { useApp } from '../session/AppContext.ts'

/** The server did not answer, or no longer knows who asks. */
export function DidNotCome({ again }: { again: () => void }) {
  const { say } = useApp()
  return (
    <div class="notice" role="alert">
      <p class="audit__line">{say('audit/did-not-come')}</p>
      <button type="button" class="button button--quiet" onClick={again}>
        {say('audit/try-again')}
      </button>
    </div>
  )
}
