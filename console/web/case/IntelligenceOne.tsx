import { useState } from 'preact/hooks'
import type { IntelligenceItem } from '../../casework/intelligence/intelligence.ts'
import type { IntelligenceResponse } from '../../contract/intelligence.ts'
import { useApp } from '../session/AppContext.ts'
import type { ConsoleKey } from '../words/ConsoleKey.ts'
import { useCase } from './CaseContext.ts'
import { WordsField } from './CaseControls.tsx'
import { CaseForm } from './CaseForm.tsx'
import { IntelligenceForm } from './IntelligenceForm.tsx'
import { Saving } from './Saving.tsx'
import { useCaseForm } from './useCaseForm.ts'
import { useWriting } from './useWriting.ts'

interface Props {
  item: IntelligenceItem
  /** Undefined until the server has said. */
  ruling: IntelligenceResponse['items'][number] | undefined
  recipient: string
}

/** One thing for police: what is known, from whom and how, and whether it is on the form. */
export function IntelligenceOne({ item, ruling, recipient }: Props) {
  const { say } = useApp()
  const { open } = useCase()
  const { busy, problem, write } = useWriting(open)
  const [form, setForm] = useState<'change' | 'must-share'>()
  const { words, kind, relation, knownToChildAs, source, certainty, thirdParty, handling } = item
  const toggle = (which: 'change' | 'must-share') => setForm(form === which ? undefined : which)
  return (
    <li class={`intelligence__one ${ruling?.goes ? 'intelligence__one--goes' : ''}`} data-goes={ruling?.goes}>
      <p class="intelligence__kind">{say(`intelligence-kind/${kind}`)}</p>
      <p class="intelligence__words" dir="auto">
        {words}
      </p>
      <dl class="intelligence__facts">
        {relation !== undefined && <Fact name={say('intelligence/relation')} value={relation} />}
        {knownToChildAs !== undefined && <Fact name={say('intelligence/known-as')} value={knownToChildAs} />}
        <Fact name={say('intelligence/source')} value={say(`voice/${source}`)} />
        <Fact name={say('intelligence/certainty')} value={say(`certainty/${certainty}`)} />
        <Fact name={say('intelligence/reveals')} value={say(`reveals/${handling.reveals}`)} />
        {handling.careful !== undefined && <Fact name={say('intelligence/careful')} value={handling.careful} />}
      </dl>
      {thirdParty && (
        <p>
          <span class="flag">{say('intelligence/is-third-party')}</span>
        </p>
      )}
      {ruling && (
        <p class="intelligence__why">
          {ruling.goes
            ? say('intelligence/goes', { why: say(`goes-why/${ruling.why}`) })
            : say('intelligence/held', { why: heldWords(ruling.why, say) })}
        </p>
      )}
      <div class="case__acts no-print">
        <button
          type="button"
          class="button button--quiet"
          aria-expanded={form === 'change'}
          aria-label={say('intelligence/change-which', { what: words })}
          onClick={() => toggle('change')}
        >
          {say('intelligence/change')}
        </button>
        {ruling?.goes === false && (
          <button
            type="button"
            class="button button--quiet"
            aria-expanded={form === 'must-share'}
            aria-label={say('intelligence/must-share-which', { what: words })}
            onClick={() => toggle('must-share')}
          >
            {say('intelligence/must-share')}
          </button>
        )}
        <button
          type="button"
          class="text-button"
          disabled={busy}
          aria-label={say('intelligence/remove-which', { what: words })}
          onClick={() => void write({ type: 'withdrawn', event: item.event })}
        >
          {say('intelligence/remove')}
        </button>
      </div>
      <Saving busy={busy} problem={problem} />
      {form === 'change' && <IntelligenceForm item={item} onDone={() => setForm(undefined)} />}
      {form === 'must-share' && (
        <MustShare event={item.event} recipient={recipient} onDone={() => setForm(undefined)} />
      )}
    </li>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  )
}

const own: readonly string[] = ['source-gone', 'no-reason', 'repeats-withheld']

/** Why it is held: in words of its own, or in those of what it was taken from. */
function heldWords(why: string, say: (key: ConsoleKey) => string): string {
  return say((own.includes(why) ? `held-why/${why}` : `withheld-why/${why}`) as ConsoleKey)
}

function MustShare({ event, recipient, onDone }: { event: string; recipient: string; onDone: () => void }) {
  const { say } = useApp()
  const form = useCaseForm(`must-share-${event}`, `must-share-${event}-`)
  const save = async () => {
    const why = form.values.why?.trim()
    form.show(why ? [] : [{ field: 'why', key: 'intelligence/must-share-missing' }])
    if (!why) return
    if (await form.write({ type: 'sharingDecided', recipient, items: [event], decision: 'must-share', why })) onDone()
  }
  if (!form.ready) return null
  return (
    <div class="case__form no-print">
      <CaseForm form={form} onSave={save} onCancel={onDone}>
        <WordsField {...form.field('why')} label={say('intelligence/must-share-why')} />
      </CaseForm>
    </div>
  )
}
