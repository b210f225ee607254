import { useRef, useState } from 'preact/hooks'
import { type ScopeAnswer, scopeOf } from '../../casework/episode/scopeOf.ts'
import { useApp } from '../session/AppContext.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { ActForm } from './ActForms.tsx'
import { useCase } from './CaseContext.ts'
import type { Act } from './caseActs.ts'

/** What the rules of this authority say of a talk here, and how it comes about elsewhere. It hides and refuses nothing. */
export function ScopeSection() {
  const { say, session } = useApp()
  const { file } = useCase()
  if (!session.casework) return null
  const answer = scopeOf(file.facts, session.casework.scope)
  const { placedHereByAnother, placedElsewhere } = file.facts
  const isOut = answer.scope === 'out'
  const acts: Act[] = [
    ...(isOut && !file.notOffered ? ['notOffered' as const] : []),
    ...(isOut || placedHereByAnother ? ['authorityTold' as const] : []),
    ...(isOut || placedHereByAnother || placedElsewhere ? ['routed' as const] : []),
  ]
  return (
    <section aria-labelledby="scope" class="case__part" data-scope={answer.scope}>
      <h2 class="govuk-heading-m" id="scope">
        {say('scope/title')}
      </h2>
      <Answer answer={answer} />
      {isOut && <p class="notice">{say('scope/danger')}</p>}
      <Arranged />
      {file.state === 'open' && acts.length > 0 && <Acts acts={acts} />}
    </section>
  )
}

function Answer({ answer }: { answer: ScopeAnswer }) {
  const { say } = useApp()
  if (answer.scope === 'unknown') {
    return (
      <>
        <p class="govuk-body">{say('scope/unknown')}</p>
        <ul class="govuk-list govuk-list--bullet">
          {answer.missing.map(fact => (
            <li key={fact}>{fact === 'ages' ? say('case/ages') : say(`fact/${fact}`)}</li>
          ))}
        </ul>
        <p class="govuk-body no-print">
          <a class="button button--quiet" href="#facts">
            {say('scope/fill-in')}
          </a>
        </p>
      </>
    )
  }
  const { scope, rule, source, lastChecked } = answer
  return (
    <>
      <p class="govuk-body">{say(`scope/${scope}`, { why: say(`scope/rule-${rule}`) })}</p>
      <p class="scope__source">
        {say('case/guidance')}: <bdi>{source}</bdi>. {lastChecked === null && say('scope/not-checked')}
      </p>
    </>
  )
}

/** Who was told, and what was arranged. */
function Arranged() {
  const { say, language } = useApp()
  const { file } = useCase()
  const all = [
    ...file.authorityTold.map(({ event, at, authority }) => ({
      event,
      at,
      what: say('event/authorityTold'),
      who: authority,
    })),
    ...file.routed.map(({ event, at, way, service }) => ({ event, at, what: say(`way/${way}`), who: service })),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  if (all.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {all.map(({ event, at, what, who }) => (
        <li key={event}>
          {what}
          {who !== undefined && (
            <>
              : <bdi>{who}</bdi>
            </>
          )}
          , {dayAndTime(at, language)}
        </li>
      ))}
    </ul>
  )
}

function Acts({ acts }: { acts: readonly Act[] }) {
  const { say } = useApp()
  const [doing, setDoing] = useState<Act>()
  const buttons = useRef<HTMLDivElement>(null)
  return (
    <>
      <div class="clocks__do no-print" ref={buttons} tabIndex={-1}>
        {acts.map(act => (
          <button
            key={act}
            type="button"
            class="button button--quiet"
            aria-expanded={doing === act}
            onClick={() => setDoing(doing === act ? undefined : act)}
          >
            {say(`do/${act}`)}
          </button>
        ))}
      </div>
      {doing && (
        <section class="case__form" aria-label={say(`do/${doing}`)}>
          <ActForm
            key={doing}
            act={doing}
            usual={doing === 'notOffered' ? { reason: 'out-of-scope' } : {}}
            onDone={() => {
              setDoing(undefined)
              // The button it was opened by may be gone.
              buttons.current?.focus()
            }}
          />
        </section>
      )}
    </>
  )
}
