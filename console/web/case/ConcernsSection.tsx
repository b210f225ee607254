import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { ActionKind } from '../../casework/actions/actionKinds.ts'
import { concernClock } from '../../casework/actions/actions.ts'
import { type CaseConcern, toldInTalk } from '../../casework/actions/concernsOf.ts'
import { type SameDayPrompt, sameDayPrompts } from '../../casework/actions/sameDay.ts'
import { DueWords } from '../desk/DueWords.tsx'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { fetched } from '../shared/fetched.tsx'
import { dayAndTime } from '../words/timeWords.ts'
import { useWords } from '../words/useWords.ts'
import { AddAction } from './ActionForms.tsx'
import { ActionList } from './ActionList.tsx'
import { useCase } from './CaseContext.ts'
import { NoteConcern } from './ConcernsNote.tsx'
import type { CaseConcerns } from './useConcerns.ts'

// For whoever makes a referral: it takes the guide with it, and nobody else waits for that.
const ActionTexts = fetched(() => import('./ActionTexts.tsx').then(module => module.ActionTexts))

/** What was said that must be acted on, and what is done about it. */
export function ConcernsSection() {
  const { say } = useApp()
  const { file, found, now } = useCase()
  const { concerns, fetching, outside } = found
  const prompts = file.state === 'open' ? sameDayPrompts(concerns, file.actions, new Date(now).toISOString()) : []
  return (
    <section aria-labelledby="concerns" class="case__part">
      <h2 class="govuk-heading-m" id="concerns">
        {say('concerns/title')}
      </h2>
      {prompts.length > 0 && (
        <ul class="concerns__today">
          {prompts.map(prompt => (
            <Today key={`${prompt.concern.id}-${prompt.id}`} prompt={prompt} concerns={concerns} />
          ))}
        </ul>
      )}
      {fetching && <p class="govuk-body">{say('concerns/fetching')}</p>}
      {outside && <p class="notice">{say('concerns/not-here')}</p>}
      {!fetching && !outside && concerns.length === 0 && <p class="govuk-body">{say('concerns/none')}</p>}
      <ol class="concerns">
        {concerns.map((concern, place) => (
          <OneConcern key={concern.id} concern={concern} number={place + 1} />
        ))}
      </ol>
      <ActionList concerns={concerns} />
      {concerns.length > 0 && <Texts found={found} />}
    </section>
  )
}

function Texts({ found }: { found: CaseConcerns }) {
  const { say } = useApp()
  const [open, setOpen] = useState(false)
  return (
    <details class="fold" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{say('texts/title')}</summary>
      {open && <ActionTexts found={found} />}
    </details>
  )
}

/** What cannot wait until tomorrow, said in words. */
function Today({ prompt, concerns }: { prompt: SameDayPrompt; concerns: readonly CaseConcern[] }) {
  const { say } = useApp()
  const { id, concern, action, sources, unverified, added, late } = prompt
  const number = concerns.findIndex(each => each.id === concern.id && each.interview === concern.interview) + 1
  return (
    <li class="concerns__now" data-today={id}>
      <p class="concerns__what">
        {say(`concerns/today-${id}`)} {late && <span class="due due--late">{say('concerns/today-late')}</span>}
      </p>
      <p>
        {say(`concerns/today-${id}-why`)} {unverified && say('concerns/unverified')}
      </p>
      <p class="concerns__from">
        {say('concerns/about', { number })} · {say('case/guidance')}: {sources.join(', ')}
      </p>
      {added ? (
        <p>{say('concerns/today-added')}</p>
      ) : (
        <AddFor concern={concern} number={number} kind={action} concerns={concerns} />
      )}
    </li>
  )
}

interface AddForProps {
  concern: { interview: string; id: string }
  number: number
  kind?: ActionKind
  concerns: readonly CaseConcern[]
}

/** A way to add an action for one concern. */
function AddFor({ concern, number, kind, concerns }: AddForProps) {
  const { say } = useApp()
  const { file } = useCase()
  const [adding, setAdding] = useState(false)
  if (file.state !== 'open') return null
  return (
    <>
      <button
        type="button"
        class="button button--quiet no-print"
        aria-expanded={adding}
        onClick={() => setAdding(!adding)}
      >
        {kind ? say('actions/add-this', { what: say(`action/${kind}`) }) : say('actions/add-for', { number })}
      </button>
      {adding && <AddAction concerns={concerns} concern={concern} kind={kind} onDone={() => setAdding(false)} />}
    </>
  )
}

function OneConcern({ concern, number }: { concern: CaseConcern; number: number }) {
  const { say, language } = useApp()
  const { file, now } = useCase()
  const nameOf = usePersonName()
  const guideWords = useWords(language, 'guide')
  const [noting, setNoting] = useState(false)
  const note = useRef<HTMLButtonElement>(null)
  const { interview, id, kind, said, raisedAt, told, done } = concern
  const time = (at: string) => dayAndTime(at, language)
  const clock = concernClock(concern, file.actions, file.timed.referred, new Date(now).toISOString())
  const notes = file.concernNotes.filter(each => each.concern === id && each.interview === interview)
  const last = notes.at(-1)
  const childTold = last?.childTold ?? toldInTalk(told)
  const whyNot = notes.findLast(({ words }) => words !== undefined)?.words
  const tellers = notes.filter(({ toldTo }) => toldTo !== undefined)
  return (
    <li class="clocks__one" data-concern={id}>
      <h3 class="clocks__name">
        {say('concerns/one', {
          number,
          kind: kind && guideWords ? guideWords(`option/concern.kind/${kind}`) : say('concerns/no-kind'),
        })}
      </h3>
      {said.length === 0 && <p class="govuk-body">{say('concerns/no-words')}</p>}
      {said.map(({ words, voice, original }) => (
        <div key={words}>
          <blockquote class="value value--account" dir="auto">
            {words}
          </blockquote>
          {original && (
            <blockquote class="value value--account" lang={original.language} dir="auto">
              {original.words}
            </blockquote>
          )}
          <p class="concerns__from">{say(`voice/${voice}`)}</p>
        </div>
      ))}
      <dl class="clocks__facts">
        <Fact name={say('concerns/raised')}>{time(raisedAt)}</Fact>
        <Fact name={say('concerns/refer-by')}>
          {time(clock.due)}{' '}
          {clock.met === undefined ? (
            <DueWords due={clock.due} now={now} />
          ) : (
            <span class={`clock-state clock-state--${clock.state}`}>{say(`clock-state/${clock.state}`)}</span>
          )}
        </Fact>
        {clock.met !== undefined && <Fact name={say('concerns/referred')}>{time(clock.met)}</Fact>}
        <Fact name={say('concerns/told-to')}>
          {tellers.length === 0
            ? say('concerns/nobody-told')
            : tellers.map(({ event, toldTo, at, writtenBy }) => (
                <span key={event} class="concerns__told">
                  <bdi>{toldTo}</bdi>, {time(at)} ({nameOf(writtenBy)})
                </span>
              ))}
        </Fact>
        <Fact name={say('concerns/child')}>{say(`child-told/${childTold}`)}</Fact>
        {whyNot && childTold !== 'told' && (
          <Fact name={say('concerns/why-not')}>
            <span dir="auto">{whyNot}</span>
          </Fact>
        )}
        {done.length > 0 && (
          <Fact name={say('concerns/in-interview')}>
            <span dir="auto">{done.join(' ')}</span>
          </Fact>
        )}
      </dl>
      {file.state === 'open' && (
        <div class="clocks__do no-print">
          <button
            type="button"
            class="button button--quiet"
            ref={note}
            aria-expanded={noting}
            onClick={() => setNoting(!noting)}
          >
            {say('concerns/note')}
            <span class="govuk-visually-hidden"> ({number})</span>
          </button>
        </div>
      )}
      {noting && (
        <NoteConcern
          concern={concern}
          onDone={() => {
            setNoting(false)
            note.current?.focus()
          }}
        />
      )}
    </li>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
