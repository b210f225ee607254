import { useState } from 'preact/hooks'
import { graveFaults, wordFaults } from '../../../locales/languageFaults.ts'
import { languageOf } from '../../../locales/languages.ts'
import type { ActOnWord, LanguageResponse, WordActed, WordLine } from '../../contract/languages.ts'
import { useApp } from '../session/AppContext.ts'
import { type AskWordProblem, actOnWord } from './askWords.ts'
import { idOf, placeOf } from './linesShown.ts'
import { Overtaken } from './Overtaken.tsx'
import { WordActs } from './WordActs.tsx'
import { WordFaults } from './WordFaults.tsx'
import { WordHistory } from './WordHistory.tsx'
import { WordNotes } from './WordNotes.tsx'
import { WordStateLine } from './WordStateLine.tsx'
import { draftFrom, isChanged, keepDraft, readDraft, type WordDraft } from './wordDraft.ts'

/** What is the same for every string on the page. */
export interface AboutWords {
  code: string
  people: LanguageResponse['people']
  mayReview: boolean
  /** Who is here, by id. */
  person: string
}

interface Props {
  line: WordLine
  about: AboutWords
  onLine(acted: WordActed): void
  onAt(): void
}

/** One string: its English, who it reaches, its words to be corrected, and what can be done with them. */
export function WordForm({ line, about, onLine, onAt }: Props) {
  const { say } = useApp()
  const { code, mayReview } = about
  const { draft, type, busy, problem, done, act } = useWordForm(line, about, onLine)
  const language = languageOf(code)
  const id = idOf(line)
  const { text } = draft ?? line
  const faults =
    mayReview && (draft !== undefined || line.state !== 'missing') ? wordFaults(language, text, line.english) : []
  const isOvertaken = draft !== undefined && (draft.seen !== line.seen || draft.hash !== line.hash)
  return (
    <section
      class="word"
      id={id}
      tabIndex={-1}
      aria-label={line.english}
      onFocusIn={onAt}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && draft && !isOvertaken) void act('save')
      }}
    >
      <WordEnglish line={line} />
      <div class="word__theirs">
        <label class="govuk-label word__label" for={`${id}-words`}>
          <bdi lang={code}>{language.ownName}</bdi>
        </label>
        <textarea
          id={`${id}-words`}
          class="govuk-textarea word__words"
          lang={code}
          dir={language.direction}
          rows={rowsFor(line.english, text)}
          readOnly={!mayReview}
          value={text}
          aria-describedby={`${id}-english ${id}-faults`}
          onInput={({ currentTarget }) => type({ text: currentTarget.value })}
        />
        <div id={`${id}-faults`}>
          <WordFaults faults={faults} />
        </div>
      </div>
      <div class="word__below">
        <WordStateLine line={line} people={about.people} />
        {isOvertaken && draft ? (
          <Overtaken
            line={line}
            code={code}
            draft={draft}
            onTheirs={() => type(undefined)}
            onMine={() => type({ seen: line.seen, hash: line.hash })}
          />
        ) : (
          mayReview && (
            <WordActs
              line={line}
              hasDraft={draft !== undefined}
              isGrave={faults.some(fault => graveFaults.includes(fault))}
              busy={busy}
              onAct={act}
              onUndo={() => type(undefined)}
            />
          )
        )}
        <p class="word__told" role="status">
          {done && say('languages/saved')}
          {!done && draft && !isOvertaken && say('languages/unsaved')}
        </p>
        {problem && (
          <p class="govuk-error-message" role="alert">
            {say(`languages/problem-${problem}`)}
          </p>
        )}
        <WordNotes line={line} code={code} draft={draft} mayReview={mayReview} onType={type} />
        <WordHistory line={line} code={code} />
      </div>
    </section>
  )
}

/** What is typed and not saved, kept through a reload; and what is done to the string. */
function useWordForm(line: WordLine, { code, person }: AboutWords, onLine: Props['onLine']) {
  const [draft, setDraft] = useState<WordDraft | undefined>(() => readDraft(person, code, line))
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const [problem, setProblem] = useState<AskWordProblem>()

  /** Undefined: what stands is taken. */
  const type = (part: Partial<WordDraft> | undefined) => {
    const typed = part && { ...(draft ?? draftFrom(line)), ...part }
    const isLeft = typed && (isChanged(typed, line) || typed.seen !== line.seen || typed.hash !== line.hash)
    const next = isLeft ? typed : undefined
    setDone(false)
    setProblem(undefined)
    setDraft(next)
    keepDraft(person, code, line, next)
  }
  const act = async (what: ActOnWord['do']) => {
    if (busy) return
    const { file, key } = line
    setBusy(true)
    setDone(false)
    const { text, note, backTranslation, seen, hash } = draft ?? draftFrom(line)
    const answer = await actOnWord(code, { do: what, file, key, english: hash, seen, text, note, backTranslation })
    setBusy(false)
    if (answer.ok) {
      type(undefined)
      setDone(true)
      onLine(answer.value)
      // The button that was pressed goes; whoever uses a keyboard is still at this string.
      document.getElementById(idOf(line))?.focus({ preventScroll: true })
    } else {
      if (answer.now) onLine(answer.now)
      // With what was typed both versions are shown, which says it better.
      setProblem(answer.now && draft ? undefined : answer.problem)
    }
  }
  return { draft, type, busy, problem, done, act }
}

function WordEnglish({ line }: { line: WordLine }) {
  const { say } = useApp()
  const { heard, regime } = placeOf(line.file, line.key)
  return (
    <div class="word__english">
      <p class="word__heard">
        <span class="govuk-visually-hidden">{say('languages/heard')}: </span>
        {say(`languages/heard-${heard}`)}
        {regime && `. ${say(`languages/regime-${regime}`)}`}
      </p>
      <p class="govuk-label word__label">{say('languages/english')}</p>
      <p class="word__source" id={`${idOf(line)}-english`} lang="en" dir="ltr">
        {line.english}
      </p>
      <p class="word__key" lang="en" dir="ltr">
        {idOf(line)}
      </p>
    </div>
  )
}

/** About as many as it takes, so that nothing has to be scrolled. */
const rowsFor = (english: string, text: string) =>
  Math.min(12, Math.max(2, Math.ceil(Math.max(english.length, text.length) / 48)))
