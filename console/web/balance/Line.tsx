import { useRef, useState } from 'preact/hooks'
import { directionOf, languageOf } from '../../../locales/languages.ts'
import type { BalanceLine } from '../../casework/balance/balanceOf.ts'
import type { Proposal } from '../../casework/balance/proposalsOf.ts'
import { AddAction } from '../case/ActionForms.tsx'
import { useCase } from '../case/CaseContext.ts'
import { Saving } from '../case/Saving.tsx'
import { useWriting } from '../case/useWriting.ts'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { ChangeLine } from './BalanceForms.tsx'

interface Props {
  line: BalanceLine
  fieldWords: (field: string) => string
  /** After it has left the list it stood in. */
  onGone: () => void
}

/** One line: as the practitioner put it, beside what was said, by whom, in answer to what and when. */
export function Line({ line, fieldWords, onGone }: Props) {
  const { say, language } = useApp()
  const { file } = useCase()
  const nameOf = usePersonName()
  const { said, written, forChild, standing, movedFrom } = line
  if (said && said.voice === undefined && !written && !forChild && !movedFrom && standing === 'in-record')
    return <Unasked line={line} said={said} fieldWords={fieldWords} onGone={onGone} />
  return (
    <li class={`balance__line${written ? ' balance__line--written' : ''}`} data-line={line.id}>
      {written && (
        <>
          <p class="balance__words" dir="auto">
            {written.words}
          </p>
          <p class="balance__about">
            <span class="voice-mark voice-mark--practitioner">{say('voice/practitioner')}</span>{' '}
            {say('balance/as-written', { who: nameOf(written.by), when: dayAndTime(written.at, language) })}
          </p>
        </>
      )}
      {written && said && said.voice !== undefined && <p class="balance__about">{say('balance/as-said')}</p>}
      {said && <Said said={said} fieldWords={fieldWords} />}
      {movedFrom && (
        <p class="balance__about">{say('balance/moved-from', { where: say(`balance/part-${movedFrom}`) })}</p>
      )}
      {standing === 'changed' && <p class="balance__changed">{say('balance/changed-since')}</p>}
      {forChild && (
        <p class="balance__for-child">
          <span class="balance__about">{say('balance/for-child')}:</span> <span dir="auto">{forChild.words}</span>
        </p>
      )}
      <Actions line={line.id} />
      {file.state === 'open' && <Buttons line={line} onGone={onGone} />}
    </li>
  )
}

/** What nobody was asked or answered, which is often a long list: each takes a line, and opens to what can be done with it. */
function Unasked({ line, said, fieldWords, onGone }: Props & { said: Proposal }) {
  const { say } = useApp()
  const { file } = useCase()
  const words = (
    <>
      {fieldWords(said.field)}
      {(said.how === 'not-asked' || said.how === 'nothing-said') && (
        <span class="balance__unasked-how">{say(`balance/how-${said.how}`)}</span>
      )}
    </>
  )
  return (
    <li class="balance__unasked" data-line={line.id}>
      {file.state === 'open' ? (
        <details>
          <summary>{words}</summary>
          <Buttons line={line} onGone={onGone} />
        </details>
      ) : (
        words
      )}
      <Actions line={line.id} />
    </li>
  )
}

/** What the record says, as it says it. */
function Said({ said, fieldWords }: { said: Proposal; fieldWords: (field: string) => string }) {
  const { say, language } = useApp()
  const { how, field, words, voice, at, original } = said
  return (
    <div class="balance__said">
      <p class={how === 'words' ? 'balance__field' : 'balance__words'}>{fieldWords(field)}</p>
      {how !== 'words' && how !== 'no-talk' && (
        <p class="balance__told">
          {say(how === 'nothing-said' || how === 'not-asked' ? `balance/how-${how}` : `told/${how}`)}
        </p>
      )}
      {words.map((each, place) => (
        <blockquote key={place} class="value balance__quote" dir="auto">
          {each}
        </blockquote>
      ))}
      {original && (
        <>
          <p class="balance__about">{say('value/original', { language: languageOf(original.language).ownName })}</p>
          <blockquote class="value balance__quote" lang={original.language} dir={directionOf(original.language)}>
            {original.words}
          </blockquote>
        </>
      )}
      {voice && at && (
        <p class="balance__about">
          <span class={`voice-mark voice-mark--${voice}`}>{say(`voice/${voice}`)}</span> {dayAndTime(at, language)}
        </p>
      )}
    </div>
  )
}

/** What is done about it: an action of the case that answers this line. */
function Actions({ line }: { line: string }) {
  const { say, language } = useApp()
  const { file } = useCase()
  const own = file.actions.filter(({ fromLine }) => fromLine === line)
  if (own.length === 0) return null
  return (
    <ul class="balance__actions">
      {own.map(({ event, kind, due, ended }) => (
        <li key={event}>
          {say(`action/${kind}`)}
          {': '}
          {ended
            ? say(`outcome/${ended.outcome}`)
            : due === null
              ? say('actions/no-due')
              : say('actions/due-at', { when: dayAndTime(due, language) })}
        </li>
      ))}
    </ul>
  )
}

function Buttons({ line, onGone }: Pick<Props, 'line' | 'onGone'>) {
  const { say } = useApp()
  const { open } = useCase()
  const { busy, problem, write } = useWriting(open)
  const [form, setForm] = useState<'change' | 'act'>()
  const change = useRef<HTMLButtonElement>(null)
  const act = useRef<HTMLButtonElement>(null)
  const done = (button: typeof act) => () => {
    setForm(undefined)
    button.current?.focus()
  }
  const { id, standing, lastChange, leftOut } = line
  const takeBack = (event: string) => write({ type: 'withdrawn', event })
  const away = (gone: Promise<unknown>) => void gone.then(written => written && onGone())
  if (leftOut !== undefined) {
    return (
      <div class="balance__do no-print">
        <button type="button" class="text-button" disabled={busy} onClick={() => away(takeBack(leftOut))}>
          {say('balance/put-back')}
        </button>
        <Saving busy={busy} problem={problem} />
      </div>
    )
  }
  return (
    <div class="no-print">
      <div class="balance__do">
        <button
          type="button"
          class="text-button"
          ref={change}
          aria-expanded={form === 'change'}
          onClick={() => setForm(form === 'change' ? undefined : 'change')}
        >
          {say('balance/change')}
        </button>
        {standing === 'own' ? (
          <button
            type="button"
            class="text-button"
            disabled={busy}
            onClick={() => away(takeBack(id.slice('own/'.length)))}
          >
            {say('balance/take-away')}
          </button>
        ) : (
          <button
            type="button"
            class="text-button"
            disabled={busy}
            onClick={() => away(write({ type: 'balanceLeftOut', line: id }))}
          >
            {say('balance/leave-out')}
          </button>
        )}
        <button
          type="button"
          class="text-button"
          ref={act}
          aria-expanded={form === 'act'}
          onClick={() => setForm(form === 'act' ? undefined : 'act')}
        >
          {say('balance/act')}
        </button>
        {lastChange !== undefined && (
          <button
            type="button"
            class="text-button"
            disabled={busy}
            onClick={() => void takeBack(lastChange).then(written => written && change.current?.focus())}
          >
            {say('balance/take-back')}
          </button>
        )}
      </div>
      <Saving busy={busy} problem={problem} />
      {form === 'change' && <ChangeLine line={line} onDone={done(change)} />}
      {form === 'act' && (
        <section aria-label={say('balance/act')}>
          <AddAction concerns={[]} fromLine={id} onDone={done(act)} />
        </section>
      )}
    </div>
  )
}
