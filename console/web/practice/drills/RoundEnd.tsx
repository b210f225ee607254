import { useLayoutEffect, useRef } from 'preact/hooks'
import { useApp } from '../../session/AppContext.ts'

interface Props {
  right: number
  of: number
  missed: readonly { id: string; question: string }[]
  onAgain: () => void
  onLeave: () => void
}

/** How a round went, and what comes again. */
export function RoundEnd({ right, of, missed, onAgain, onLeave }: Props) {
  const { say } = useApp()
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  return (
    <section class="round-end" aria-labelledby="round-end">
      <h2 class="govuk-heading-l" id="round-end" tabIndex={-1} ref={heading}>
        {say('drills/result', { right, of })}
      </h2>
      {missed.length === 0 ? (
        <p class="govuk-body-l">{say('drills/all-right')}</p>
      ) : (
        <>
          <p class="govuk-body-l">{say('drills/come-again')}</p>
          <ul class="round-end__missed">
            {missed.map(({ id, question }) => (
              <li key={id} lang="en" dir="auto">
                {question}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="exercise__buttons">
        <button type="button" class="button button--next" onClick={onAgain}>
          {say('drills/another-round')}
        </button>
        <button type="button" class="button button--quiet" onClick={onLeave}>
          {say('drills/all')}
        </button>
      </div>
    </section>
  )
}
