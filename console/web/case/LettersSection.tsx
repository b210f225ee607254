import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { CaseEventBody } from '../../casework/episode/caseEvents.ts'
import { letterCaution } from '../../casework/letters/letterCaution.ts'
import { type LetterName, letterNamed, letterNames } from '../../casework/papers.ts'
import { isPaperTrouble, usePaper } from '../papers/usePaper.ts'
import { useApp } from '../session/AppContext.ts'
import { FieldGroup } from '../shared/Field.tsx'
import { LanguageSelect } from '../shared/LanguageSelect.tsx'
import { ActForm } from './ActForms.tsx'
import { useCase } from './CaseContext.ts'
import { JustDone } from './DoSection.tsx'
import { useConcerns } from './useConcerns.ts'

/** Letters made for this case, and that one was sent. */
export function LettersSection() {
  const { say } = useApp()
  const [making, setMaking] = useState(false)
  return (
    <section aria-labelledby="letters" class="case__part no-print">
      <h2 class="govuk-heading-m" id="letters">
        {say('letters/title')}
      </h2>
      <p class="govuk-body">{say('letters/what-it-is')}</p>
      <button
        type="button"
        class="button button--quiet"
        aria-expanded={making}
        aria-controls="letters-make"
        onClick={() => setMaking(!making)}
      >
        {say('letters/make')}
      </button>
      <div id="letters-make">{making && <MakeLetter />}</div>
    </section>
  )
}

/** Whom a letter goes to. A leaflet is handed over, and is no letter. */
const sentTo = { 'offer-letter': 'young-person', 'parent-letter': 'parent-or-carer', leaflet: undefined } as const

function MakeLetter() {
  const { say } = useApp()
  const { open, file } = useCase()
  const [letter, choose] = useState<LetterName>('offer-letter')
  const [language, setLanguage] = useState('en')
  const { state, forget, open: openPaper } = usePaper()
  const [saved, setSaved] = useState(false)
  const another = () => {
    forget()
    setSaved(false)
  }
  const address = `/api/cases/${open.episode}/letters/${letter}?language=${language}`
  const to = sentTo[letter]
  return (
    <div class="case__form form">
      <WhichLetter
        letter={letter}
        language={language}
        onLetter={chosen => {
          another()
          choose(chosen)
        }}
        onLanguage={chosen => {
          another()
          setLanguage(chosen)
        }}
      />
      <Caution />
      <div class="case-form__buttons">
        <button
          type="button"
          class="button"
          disabled={state === 'asked' || state === 'making'}
          onClick={() => void openPaper(address)}
        >
          {say('papers/open')}
        </button>
        <a class="button button--quiet" href={`${address}&format=docx`} download onClick={() => setSaved(true)}>
          {say('papers/save-word')}
        </a>
      </div>
      {isPaperTrouble(state) && (
        <p class="notice" role="alert">
          {say(`papers/${state}`)}
        </p>
      )}
      <p class="govuk-body" role="status">
        {state === 'making' && say('papers/making')}
        {state === 'ready' && (
          <>
            {say('papers/ready')}{' '}
            <a href={address} target="_blank" rel="noreferrer">
              {say('papers/open-it')}
            </a>
          </>
        )}
      </p>
      {(state === 'ready' || saved) && file.state === 'open' && to && <Sent key={letter} to={to} />}
    </div>
  )
}

interface WhichProps {
  letter: LetterName
  language: string
  onLetter: (letter: LetterName) => void
  onLanguage: (language: string) => void
}

function WhichLetter({ letter, language, onLetter, onLanguage }: WhichProps) {
  const { say } = useApp()
  const id = useId()
  return (
    <>
      <FieldGroup id={`${id}-which`} label={say('letters/which')} hint={say(`papers/about-${letter}`)} faults={[]}>
        <select
          id={`${id}-which`}
          class="govuk-select"
          value={letter}
          aria-describedby={`${id}-which-hint`}
          onChange={event => onLetter(letterNamed(event.currentTarget.value) ?? letter)}
        >
          {letterNames.map(name => (
            <option key={name} value={name}>
              {say(`papers/name-${name}`)}
            </option>
          ))}
        </select>
      </FieldGroup>
      <FieldGroup id={`${id}-language`} label={say('letters/language')} faults={[]}>
        <LanguageSelect id={`${id}-language`} language={language} onLanguage={onLanguage} />
      </FieldGroup>
    </>
  )
}

/** What to think of before a letter goes to where they live. */
function Caution() {
  const { say } = useApp()
  const { file } = useCase()
  const { concerns, interviews, fetching, outside } = useConcerns(file.interviews)
  if (fetching) return <p class="notice">{say('concerns/fetching')}</p>
  const records = [...interviews.values()].map(({ record }) => record)
  const caution = letterCaution(file, { concerns, records, isWhole: !outside })
  return caution === undefined ? null : <p class="notice">{say(`letters/${caution}`)}</p>
}

/** Asked once it is made: that it was sent is what the clock counts. */
function Sent({ to }: { to: 'young-person' | 'parent-or-carer' }) {
  const { say } = useApp()
  const [writing, setWriting] = useState(false)
  const [done, setDone] = useState<{ event: string; body: CaseEventBody }>()
  const place = useRef<HTMLDivElement>(null)
  // What had the focus has gone.
  useEffect(() => {
    if (writing || done) place.current?.focus()
  }, [writing, done])
  return (
    <div ref={place} tabIndex={-1}>
      {done && <JustDone {...done} onGone={() => setDone(undefined)} />}
      {!done && writing && (
        <ActForm
          act="letter"
          chosen={{ to }}
          onDone={(event, body) => {
            setWriting(false)
            if (event && body) setDone({ event, body })
          }}
        />
      )}
      {!done && !writing && (
        <button type="button" class="button button--next" onClick={() => setWriting(true)}>
          {say(`letters/sent-${to}`)}
        </button>
      )}
    </div>
  )
}
