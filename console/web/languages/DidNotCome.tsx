import { useApp } from '../session/AppContext.ts'

/** What was asked for could not be had, and can be asked for again. */
export function DidNotCome({ again }: { again: () => void }) {
  const { say } = useApp()
  return (
    <p class="notice" role="alert">
      {say('languages/did-not-come')}{' '}
      <button type="button" class="button button--quiet" onClick={again}>
        {say('form/try-again')}
      </button>
    </p>
  )
}
