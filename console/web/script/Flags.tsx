import { useEffect, useState } from 'preact/hooks'
import type { Flag, ScriptView } from './openScript.ts'
import { useScriptPage } from './ScriptContext.ts'

const ofWords: readonly Flag[] = ['said', 'not-understood', 'no-word']
const ofInterpreting: readonly Flag[] = ['pause', 'dialect', 'not-me']

interface Props {
  view: ScriptView
  /** What is to be said now; none while there is nothing. */
  prompt: string | undefined
  onFlag: (flag: Flag, prompt: string | undefined) => void
  onTakeBack: () => void
}

/** Large buttons back to the room. Only the gravest is asked about again. */
export function Flags({ view, prompt, onFlag, onTakeBack }: Props) {
  const { speak } = useScriptPage()
  const [asking, setAsking] = useState(false)
  useEffect(() => setAsking(false), [prompt])
  const { flagged, waiting } = view
  const send = (flag: Flag) => (flag === 'not-me' ? setAsking(true) : onFlag(flag, prompt))
  const flags = [...(prompt === undefined ? [] : ofWords), ...ofInterpreting]
  return (
    <section class="flags" aria-labelledby="flags-title">
      <h2 class="govuk-visually-hidden" id="flags-title">
        {speak('flag/title')}
      </h2>
      <p class="flags__told" role="status">
        {waiting > 0 && <span>{speak('flag/waiting', { count: waiting })}</span>}
        {waiting === 0 && flagged?.event && !flagged.takenBack && (
          <>
            <span>{speak('flag/told', { what: speak(`flag/${flagged.flag}`) })}</span>
            <button type="button" class="button button--quiet" onClick={onTakeBack}>
              {speak('flag/undo')}
            </button>
          </>
        )}
        {flagged?.takenBack && <span>{speak('flag/taken-back')}</span>}
      </p>
      {asking ? (
        <div class="flags__sure" role="alert">
          <p class="govuk-body">{speak('flag/not-me-sure')}</p>
          <button
            type="button"
            class="button button--concern"
            onClick={() => {
              setAsking(false)
              onFlag('not-me', prompt)
            }}
          >
            {speak('flag/not-me-yes')}
          </button>
          <button type="button" class="button button--quiet" onClick={() => setAsking(false)}>
            {speak('flag/back')}
          </button>
        </div>
      ) : (
        <div class="flags__all">
          {flags.map(flag => (
            <button
              key={flag}
              type="button"
              class={`button flags__one ${flag === 'said' ? 'button--next' : 'button--quiet'}`}
              onClick={() => send(flag)}
            >
              {speak(`flag/${flag}`)}
            </button>
          ))}
        </div>
      )}
    </section>
  )
}
