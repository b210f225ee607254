import { useId, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { publishedGuides } from '../../../dialogs/guide/guide.ts'
import {
  type PaperName,
  paperAges,
  paperHasAges,
  paperHasWord,
  paperNames,
  stagesOnPaper,
} from '../../casework/papers.ts'
import { isPaperTrouble, usePaper } from '../papers/usePaper.ts'
import { useApp } from '../session/AppContext.ts'
import { FieldGroup } from '../shared/Field.tsx'
import { ErrorSummary } from '../shared/Form.tsx'
import { LanguageSelect } from '../shared/LanguageSelect.tsx'
import { Page } from '../shared/Page.tsx'
import { useWords } from '../words/useWords.ts'

interface Wanted {
  language: string
  paper: PaperName
  /** Empty for all of them. */
  stage: string
  age: string
}

/** Papers to print, for when there is no screen: which, in which language, and open. Comes with `?language=` from the room. */
export function PapersPage() {
  const { say, session } = useApp()
  const { query } = useLocation()
  const from = session.languages.find(code => code === query.language) ?? 'en'
  const [wanted, setWanted] = useState<Wanted>({ language: from, paper: 'script', stage: '', age: '' })
  const { state, forget, open } = usePaper()
  const change = (changed: Partial<Wanted>) => {
    forget()
    setWanted({ ...wanted, ...changed })
  }
  const address = addressOf(wanted)
  const trouble = isPaperTrouble(state) ? [{ words: say(`papers/${state}`) }] : []
  return (
    <Page title={say('papers/title')}>
      <p class="govuk-body-l">{say('papers/what-it-is')}</p>
      <form
        class="form narrow"
        onSubmit={event => {
          event.preventDefault()
          void open(address)
        }}
      >
        <ErrorSummary faults={trouble} />
        <PaperFields wanted={wanted} onChange={change} />
        <div class="case-form__buttons">
          <button type="submit" class="button button--next" disabled={state === 'asked' || state === 'making'}>
            {say('papers/open')}
          </button>
          {paperHasWord(wanted.paper) && (
            <a class="button button--quiet" href={`${address}?format=docx`} download>
              {say('papers/save-word')}
            </a>
          )}
        </div>
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
      </form>
    </Page>
  )
}

function addressOf({ language, paper, stage, age }: Wanted): string {
  const query = new URLSearchParams({
    ...(stage !== '' && paper === 'script' ? { stage } : {}),
    ...(age !== '' && paperHasAges(paper) ? { age } : {}),
  }).toString()
  return `/api/papers/${language}/${paper}${query === '' ? '' : `?${query}`}`
}

/** The stages of what an interview begun now would have. */
const newest = publishedGuides[publishedGuides.length - 1]
const stages = newest ? stagesOnPaper(newest) : []

function PaperFields({ wanted, onChange }: { wanted: Wanted; onChange: (changed: Partial<Wanted>) => void }) {
  const { say, language } = useApp()
  const words = useWords(language, 'guide')
  const id = useId()
  const { paper, stage, age } = wanted
  // Those without a stage of their own come up at any time.
  const titleOf = (name: string) => words?.(name === newest?.concern.id ? `topic/${name}` : `stage/${name}`) ?? ''
  return (
    <>
      <FieldGroup id={`${id}-language`} label={say('papers/language')} faults={[]}>
        <LanguageSelect
          id={`${id}-language`}
          language={wanted.language}
          onLanguage={chosen => onChange({ language: chosen })}
        />
      </FieldGroup>
      <Choice
        id={`${id}-paper`}
        label={say('papers/paper')}
        hint={say(`papers/about-${paper}`)}
        value={paper}
        options={paperNames.map(name => [name, say(`papers/name-${name}`)])}
        onValue={chosen => onChange({ paper: paperNames.find(name => name === chosen) ?? paper })}
      />
      {paper === 'script' && (
        <Choice
          id={`${id}-stage`}
          label={say('papers/stage')}
          value={stage}
          options={[['', say('papers/all-stages')], ...stages.map(each => [each.id, titleOf(each.id)] as const)]}
          onValue={chosen => onChange({ stage: chosen })}
        />
      )}
      {paperHasAges(paper) && (
        <Choice
          id={`${id}-age`}
          label={say('papers/age')}
          value={paper === 'script' || age !== '' ? age : '11to15'}
          options={[
            ...(paper === 'script' ? [['', say('papers/all-ages')] as const] : []),
            ...paperAges.map(each => [each, say(`papers/age-${each}`)] as const),
          ]}
          onValue={chosen => onChange({ age: chosen })}
        />
      )}
    </>
  )
}

interface ChoiceProps {
  id: string
  label: string
  hint?: string
  value: string
  options: readonly (readonly [value: string, words: string])[]
  onValue: (value: string) => void
}

function Choice({ id, label, hint, value, options, onValue }: ChoiceProps) {
  return (
    <FieldGroup id={id} label={label} faults={[]} {...(hint === undefined ? {} : { hint })}>
      <select
        id={id}
        class="govuk-select"
        value={value}
        onChange={event => onValue(event.currentTarget.value)}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      >
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </FieldGroup>
  )
}
