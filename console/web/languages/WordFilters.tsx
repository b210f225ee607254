import type { ComponentChildren } from 'preact'
import type { WordLine } from '../../contract/languages.ts'
import { useApp } from '../session/AppContext.ts'
import type { WordFilter } from './linesShown.ts'

const files = ['guide', 'script', 'bot', 'console'] as const
const states = ['unsigned', 'draft', 'checked', 'signed', 'stale', 'missing'] as const

interface Props {
  lines: readonly WordLine[]
  filter: WordFilter
  onFilter(filter: WordFilter): void
}

/** Only of one file, only in one state, only with these words in either language. */
export function WordFilters({ lines, filter, onFilter }: Props) {
  const { say } = useApp()
  const there = files.filter(file => lines.some(line => line.file === file))
  return (
    <form class="audit__filters" onSubmit={event => event.preventDefault()} aria-label={say('languages/filters')}>
      <Filter id="words-search" label={say('languages/search')} isWide>
        <input
          id="words-search"
          class="govuk-input"
          type="search"
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          value={filter.search}
          onInput={({ currentTarget }) => onFilter({ ...filter, search: currentTarget.value })}
        />
      </Filter>
      <Filter id="words-file" label={say('languages/file')}>
        <select
          id="words-file"
          class="govuk-select"
          value={filter.file}
          onChange={({ currentTarget }) => onFilter({ ...filter, file: currentTarget.value })}
        >
          <option value="">{say('languages/file-all')}</option>
          {there.map(file => (
            <option key={file} value={file}>
              {say(`languages/file-${file}`)}
            </option>
          ))}
        </select>
      </Filter>
      <Filter id="words-state" label={say('languages/state')}>
        <select
          id="words-state"
          class="govuk-select"
          value={filter.state}
          onChange={({ currentTarget }) => onFilter({ ...filter, state: currentTarget.value })}
        >
          <option value="">{say('languages/state-all')}</option>
          {states.map(state => (
            <option key={state} value={state}>
              {say(`languages/state-${state}`)}
            </option>
          ))}
        </select>
      </Filter>
    </form>
  )
}

function Filter(props: { id: string; label: string; isWide?: boolean; children: ComponentChildren }) {
  return (
    <div class={`audit__filter ${props.isWide ? 'words__search' : ''}`}>
      <label class="govuk-label" for={props.id}>
        {props.label}
      </label>
      {props.children}
    </div>
  )
}
