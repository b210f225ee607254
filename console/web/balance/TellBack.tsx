import { useState } from 'preact/hooks'
import { guideOfVersion } from '../../../dialogs/guide/guide.ts'
import type { Prompt } from '../../../dialogs/guide/schema.ts'
import { promptWordsKey } from '../../../dialogs/guide/wordKeys.ts'
import { promptsIn } from '../../../dialogs/plan/promptsIn.ts'
import type { InterviewRecord } from '../../../dialogs/record/record.ts'
import { directionOf, languageOf } from '../../../locales/languages.ts'
import { type ToldLine, toldToChild } from '../../casework/balance/toldToChild.ts'
import { scalesOf } from '../../casework/balance/viewsOf.ts'
import { useCase } from '../case/CaseContext.ts'
import { NoConnection } from '../case/InCase.tsx'
import { ageBandOf, promptWords } from '../room/promptWords.ts'
import { useFilling } from '../room/useFilling.ts'
import { useApp } from '../session/AppContext.ts'
import { prefer } from '../session/preferences.ts'
import { Icon } from '../shared/Icon.tsx'
import { useTitle } from '../shared/useTitle.ts'
import { useWordState } from '../words/useWordState.ts'
import { useWords } from '../words/useWords.ts'
import { NumberLine } from './NumberLine.tsx'
import { AddNumber } from './Scales.tsx'
import { TellAnswer } from './TellAnswer.tsx'
import { useBalance } from './useBalance.ts'
import { useFieldWords } from './useFieldWords.ts'

const asked = {
  strengths: 'balance.what-you-did-well',
  worries: 'balance.worries',
  view: 'balance.what-needs-to-happen',
  number: 'safety.how-safe',
} as const

/** What they said and did well, the worries worded for them, and how they see it, in large words. */
export function TellBack() {
  const { say } = useApp()
  const { open, file } = useCase()
  const { balance, interviews, fetching } = useBalance()
  const fieldWords = useFieldWords(interviews)
  const records = [...interviews.values()].map(each => each.record)
  const record = records.findLast(({ path }) => path === 'talk') ?? records.at(-1)
  useTitle(`${say('tell/title')} - ${say('app/name')}`)
  return (
    <>
      <header class="tell-bar no-print">
        <a class="button button--quiet" href={`/cases/${open.episode}/balance`}>
          {say('tell/back')}
        </a>
        <button type="button" class="button button--quiet" onClick={() => prefer({ covered: true })}>
          <Icon name="eye" />
          {say('cover/cover')}
        </button>
      </header>
      <main class="tell" id="main" tabIndex={-1}>
        <h1 class="govuk-visually-hidden">{say('tell/title')}</h1>
        <NoConnection />
        {fetching || !fieldWords ? (
          <p class="govuk-body-l" role="status">
            {say('balance/fetching')}
          </p>
        ) : (
          <Told
            balance={toldToChild(balance)}
            record={record}
            fieldWords={fieldWords}
            scaled={scalesOf(records, file.balance)}
          />
        )}
      </main>
    </>
  )
}

interface ToldProps {
  balance: ReturnType<typeof toldToChild>
  record: InterviewRecord | undefined
  fieldWords: (field: string) => string
  scaled: ReturnType<typeof scalesOf>
}

function Told({ balance, record, fieldWords, scaled }: ToldProps) {
  const { say } = useApp()
  const talkLanguage = record?.language ?? 'en'
  const parts = (['strengths', 'worries', 'view'] as const).filter(part => balance[part].length > 0)
  const number = scaled.findLast(({ whose }) => whose === 'young-person')?.value
  return (
    <>
      {parts.length === 0 && <p class="govuk-body-l">{say('tell/nothing')}</p>}
      {parts.map(part => (
        <section key={part} class="tell__part" data-tell={part}>
          <Asked prompt={asked[part]} record={record} />
          <ul class="tell__lines">
            {balance[part].map(line => (
              <TellLine key={line.id} line={line} language={talkLanguage} />
            ))}
          </ul>
        </section>
      ))}
      {typeof number === 'number' && (
        <section class="tell__part" data-tell="number">
          <Asked prompt={asked.number} record={record} />
          <div dir={directionOf(talkLanguage)}>
            <NumberLine value={number} />
          </div>
          <p class="tell__number">{say('value/scale', { value: number })}</p>
        </section>
      )}
      <After language={talkLanguage} toSay={[...new Set(balance.toSay)].map(fieldWords)} />
    </>
  )
}

/** What is said before a part, in the language of the talk, and under it in the screen's. */
function Asked({ prompt: id, record }: { prompt: string; record: InterviewRecord | undefined }) {
  const { say, language } = useApp()
  const heardIn = record?.language ?? language
  const words = useWords(heardIn, 'guide')
  const screenWords = useWords(language, 'guide')
  const filling = useFilling(heardIn)
  const own = useFilling(language)
  const stateOf = useWordState(heardIn)
  const prompt: Prompt | undefined = record && promptsIn(guideOfVersion(record.guide)).get(id)?.prompt
  if (!prompt || !record || !words || !screenWords) return null
  return (
    <>
      <h2 class="tell__asked" lang={heardIn} dir={directionOf(heardIn)}>
        {promptWords(prompt, record, words, filling)}
      </h2>
      {heardIn !== language && (
        <p class="spoken-again" lang={language} dir={directionOf(language)}>
          {promptWords(prompt, record, screenWords, own)}
        </p>
      )}
      {stateOf('guide', promptWordsKey(prompt, ageBandOf(record), record.regime)) === 'draft' && (
        <p class="spoken-draft">{say('room/draft')}</p>
      )}
    </>
  )
}

/** One thing, in their own words where they are kept; what exists in English alone says who has to say it. */
function TellLine({ line, language }: { line: ToldLine; language: string }) {
  const { say } = useApp()
  const isForInterpreter = !languageOf(language).screen
  if (line.kind === 'theirs' && line.original) {
    const { original, words } = line
    return (
      <li class="tell__line">
        <blockquote class="tell__words" lang={original.language} dir={directionOf(original.language)}>
          {original.words}
        </blockquote>
        <p class="spoken-again" dir="auto">
          {words.join('\n')}
        </p>
      </li>
    )
  }
  const words = line.kind === 'theirs' ? line.words : [line.words]
  return (
    <li class="tell__line">
      {words.map((each, place) =>
        line.kind === 'theirs' ? (
          <blockquote key={place} class="tell__words" dir="auto">
            {each}
          </blockquote>
        ) : (
          <p key={place} class="tell__words" dir="auto">
            {each}
          </p>
        ),
      )}
      {isForInterpreter && <p class="tell__interpreter">{say('tell/interpreter')}</p>}
    </li>
  )
}

interface AfterProps {
  language: string
  /** What they told that has no words of theirs. */
  toSay: readonly string[]
}

/** For the practitioner, below what is read together. NB: the young person sees it too, so it says nothing of what is not told. */
function After({ language, toSay }: AfterProps) {
  const { say } = useApp()
  const { file } = useCase()
  const [form, setForm] = useState<'number' | 'answer'>()
  if (file.state !== 'open') return null
  const toggle = (which: 'number' | 'answer') => setForm(form === which ? undefined : which)
  return (
    <section class="tell__after no-print" aria-label={say('tell/for-you')}>
      <h2 class="govuk-heading-m">{say('tell/for-you')}</h2>
      {toSay.length > 0 && (
        <details class="fold">
          <summary>{say('tell/to-say')}</summary>
          <ul class="govuk-body">
            {toSay.map(each => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </details>
      )}
      <div class="case__acts">
        <button type="button" class="button" aria-expanded={form === 'answer'} onClick={() => toggle('answer')}>
          {say('tell/answer')}
        </button>
        <button
          type="button"
          class="button button--quiet"
          aria-expanded={form === 'number'}
          onClick={() => toggle('number')}
        >
          {say('tell/number')}
        </button>
      </div>
      {form === 'number' && <AddNumber whose="young-person" onDone={() => setForm(undefined)} />}
      {form === 'answer' && <TellAnswer language={language} onDone={() => setForm(undefined)} />}
    </section>
  )
}
