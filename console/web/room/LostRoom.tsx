import { useApp } from '../session/AppContext.ts'

/** While an interview is being fetched, and when there is none at this address. */
export function LostRoom({ unknown }: { unknown: boolean }) {
  const { say } = useApp()
  return (
    <main class="page">
      <h1 class="govuk-heading-l">{say(unknown ? 'room/unknown' : 'room/fetching')}</h1>
      <p class="govuk-body">{say(unknown ? 'room/unknown-why' : 'room/fetching-why')}</p>
      <a class="button" href="/interviews">
        {say('list/go')}
      </a>
    </main>
  )
}
