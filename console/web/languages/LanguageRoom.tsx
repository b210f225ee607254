import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { languageOf } from '../../../locales/languages.ts'
import { progressOf } from '../../../locales/wordStates.ts'
import { mayDo } from '../../casework/roles.ts'
import type { LanguageResponse, WordActed } from '../../contract/languages.ts'
import { useAsked } from '../audit/useAsked.ts'
import { useApp } from '../session/AppContext.ts'
import { Page } from '../shared/Page.tsx'
import { useWords } from '../words/useWords.ts'
import { askLanguage } from './askWords.ts'
import { DidNotCome } from './DidNotCome.tsx'
import { groupsOf, idOf, linesShown, nextUnsigned, type WordFilter } from './linesShown.ts'
import { ProgressBar } from './ProgressBar.tsx'
import { WordExchange } from './WordExchange.tsx'
import { WordFilters } from './WordFilters.tsx'
import { WordGroup } from './WordGroup.tsx'

/** So many strings are all opened when they are what was looked for. */
const openedAtOnce = 30

/** The words of one language, beside the English they are made from. */
export function LanguageRoom({ code }: { code: string }) {
  const { say } = useApp()
  const { ownName, englishName, direction } = languageOf(code)
  const { value, state, again } = useAsked(useCallback(() => askLanguage(code), [code]))
  return (
    <Page title={englishName}>
      <p class="words__own-name">
        <bdi lang={code} dir={direction}>
          {ownName}
        </bdi>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/languages">
          {say('languages/back')}
        </a>
      </p>
      {state === 'failed' && <DidNotCome again={again} />}
      {state === 'coming' && !value && <p role="status">{say('room/fetching')}</p>}
      {value && <Words key={value.lines.length} code={code} came={value} again={again} />}
    </Page>
  )
}

function Words({ code, came, again }: { code: string; came: LanguageResponse; again: () => void }) {
  const { say, session, language } = useApp()
  const guideWords = useWords(language, 'guide')
  const { lines, people, take, retake } = useLines(came)
  const [filter, setFilter] = useState<WordFilter>({ file: '', state: '', search: '' })
  // What was found stays until something else is looked for, also when it is signed meanwhile.
  const found = useMemo(() => new Set(linesShown(lines, filter).map(idOf)), [came, filter])
  const shown = lines.filter(line => found.has(idOf(line)))
  const groups = groupsOf(shown)
  const first = groups.find(group => group.lines.some(line => line.state !== 'signed'))
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(first ? [first.id] : []))
  const { at, goTo, none } = useNext(() => {
    const next = nextUnsigned(shown, at.current)
    const group = next && groups.find(({ lines }) => lines.includes(next))
    if (group) setOpen(before => new Set([...before, group.id]))
    return next && idOf(next)
  })
  const look = (sought: WordFilter) => {
    const fit = linesShown(lines, sought)
    const isNarrow = fit.length <= openedAtOnce
    setFilter(sought)
    setOpen(new Set(isNarrow ? groupsOf(fit).map(({ id }) => id) : []))
  }
  const mayReview = session.person !== null && mayDo(session.person.role, 'words.review')
  return (
    <>
      <ProgressBar progress={progressOf(lines.map(line => line.state))} />
      <WordExchange
        code={code}
        mayReview={mayReview}
        onKept={() => {
          retake()
          again()
        }}
      />
      <WordFilters lines={lines} filter={filter} onFilter={look} />
      <div class="words__bar">
        <p class="words__found" role="status">
          {shown.length === 0
            ? say('languages/none-fit')
            : say('languages/found', { shown: shown.length, total: lines.length })}{' '}
          {none && say('languages/none-left')}
        </p>
        <button type="button" class="button button--quiet" aria-keyshortcuts="Alt+N" onClick={goTo}>
          {say('languages/next')}
        </button>
        <p class="words__hint">{say('languages/next-hint')}</p>
      </div>
      {groups.map(group => (
        <WordGroup
          key={group.id}
          group={group}
          guideWords={guideWords}
          isOpen={open.has(group.id)}
          onToggle={isOpen =>
            setOpen(before => new Set(isOpen ? [...before, group.id] : [...before].filter(id => id !== group.id)))
          }
          about={{ code, people, mayReview, person: session.person?.id ?? '' }}
          onLine={take}
          onAt={id => {
            at.current = id
          }}
        />
      ))}
    </>
  )
}

/** The strings as they came, with what was done to them since. */
function useLines(came: LanguageResponse) {
  const [since, setSince] = useState<ReadonlyMap<string, WordActed>>(new Map())
  return {
    lines: useMemo(() => came.lines.map(line => since.get(idOf(line))?.line ?? line), [came, since]),
    people: Object.assign({}, came.people, ...[...since.values()].map(({ people }) => people)) as typeof came.people,
    take: (acted: WordActed) => setSince(before => new Map([...before, [idOf(acted.line), acted]])),
    /** Everything is asked for anew. */
    retake: () => setSince(new Map()),
  }
}

/** Goes to the next one, by button or by Alt and N: `find` says which, and has it drawn. */
function useNext(find: () => string | undefined) {
  const at = useRef<string | undefined>(undefined)
  const [to, setTo] = useState<{ id: string }>()
  const [none, setNone] = useState(false)
  const goTo = () => {
    const id = find()
    setNone(id === undefined)
    if (id === undefined) return
    at.current = id
    setTo({ id })
  }
  const newest = useRef(goTo)
  newest.current = goTo
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyN') return
      event.preventDefault()
      newest.current()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
  useEffect(() => {
    if (!to) return
    const field = document.getElementById(`${to.id}-words`)
    field?.scrollIntoView({ block: 'center' })
    field?.focus()
  }, [to])
  return { at, goTo, none }
}
