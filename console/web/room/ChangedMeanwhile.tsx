import type { Intent } from '../../../dialogs/intent.ts'
import type { Value } from '../../../dialogs/record/record.ts'
import type { Refused } from '../live/pending.ts'
import { FieldTitle } from '../record/FieldTitle.tsx'
import { idOfField } from '../record/promptOfField.ts'
import { ValueWords } from '../record/ValueWords.tsx'
import { valueOfEvent } from '../record/valueOfEvent.ts'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { clockTime } from '../words/timeWords.ts'
import { fieldOf, insteadOf } from './insteadOf.ts'
import { useRoom } from './RoomContext.ts'

/** Two people changed the same thing: both versions, and which one stands. */
export function ChangedMeanwhile({ refused }: { refused: Refused }) {
  const { say, language } = useApp()
  const nameOf = usePersonName()
  const { room, record } = useRoom()
  const intent = refused.pending.kind === 'reply' ? refused.pending.payload.intent : undefined
  const field = intent ? fieldOf(intent) : undefined
  const mine = intent ? valueOfIntent(intent) : undefined
  const theirs = refused.theirs.findLast(event => valueOfEvent(event) !== undefined)
  const value = theirs && valueOfEvent(theirs)
  const instead = insteadOf(refused, record)
  const prompt = idOfField(field ?? '')
  return (
    <section class="refusal refusal--choice" role="alert">
      <h2 class="govuk-heading-m">{say('changed/title')}</h2>
      {field && (
        <p class="govuk-body">
          <FieldTitle field={field} />
        </p>
      )}
      <div class="refusal__versions">
        <div class="refusal__version">
          <h3 class="govuk-heading-s">
            {theirs
              ? say('changed/theirs', { by: nameOf(theirs.by), time: clockTime(theirs.at, language) })
              : say('changed/theirs-gone')}
          </h3>
          {value && <ValueWords value={value} prompt={prompt} />}
          <button type="button" class="button" onClick={() => void room.settle(refused)}>
            {say('changed/keep-theirs')}
          </button>
        </div>
        {mine && instead && (
          <div class="refusal__version">
            <h3 class="govuk-heading-s">{say('changed/mine')}</h3>
            <ValueWords value={mine} prompt={prompt} />
            <button type="button" class="button" onClick={() => void room.settle(refused, instead)}>
              {say('changed/use-mine')}
            </button>
          </div>
        )}
      </div>
    </section>
  )
}

function valueOfIntent(intent: Intent): Value | undefined {
  if (intent.do === 'account') return { kind: 'account', words: intent.words }
  if (intent.do === 'answer') return intent.answer
  if (intent.do === 'rather-not') return { kind: 'chose-not-to-say' }
  if (intent.do !== 'cover') return undefined
  return { kind: 'coverage', told: intent.told, ...(intent.detail ? { detail: intent.detail } : {}) }
}
