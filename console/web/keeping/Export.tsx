import { useEffect, useState } from 'preact/hooks'
import type { ExportChange } from '../../casework/subjectAccess/exportChoices.ts'
import type { FinishedExport } from '../../casework/subjectAccess/subjectAccess.ts'
import type { ExportResponse, FinishExport, HandedOutResponse } from '../../contract/keeping.ts'
import { useTry } from '../account/useTry.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { ErrorSummary } from '../shared/Form.tsx'
import { Starting } from '../shared/Starting.tsx'
import { useTitle } from '../shared/useTitle.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { ExportDocument } from './ExportDocument.tsx'
import { LeaveOut } from './LeaveOut.tsx'

/** Prepared by a person who reads all of it, then handed out as it was then. */
export function Export() {
  const { say } = useApp()
  const { room } = useRoom()
  const { busy, faults, attempt } = useTry()
  const [draft, setDraft] = useState<ExportResponse>()
  const [handed, setHanded] = useState<{ id: string; what: HandedOutResponse }>()
  const path = `/api/interviews/${room.interview}`
  const title = say(handed ? 'export/handed-title' : 'export/title')
  useTitle(title)
  const read = async () => {
    const came = await attempt(() => ask<ExportResponse>('GET', `${path}/export`))
    if (came) setDraft(came)
  }
  useEffect(() => void read(), [path])
  const change = async (asked: ExportChange) => {
    const came = await attempt(() => ask<ExportResponse>('POST', `${path}/export/passages`, asked))
    if (came) setDraft(came)
  }
  const show = async (id: string) => {
    const what = await attempt(() => ask<HandedOutResponse>('GET', `${path}/exports/${id}`))
    if (what) setHanded({ id, what })
  }
  const finish = async () => {
    const asked: FinishExport = { digest: draft?.digest ?? '', read: true }
    const made = await attempt(() => ask<FinishedExport>('POST', `${path}/export`, asked))
    if (made) await show(made.id)
    else await read()
  }
  return (
    <>
      <a class="govuk-skip-link" href="#main">
        {say('app/skip')}
      </a>
      <nav class="written-bar" aria-label={say('export/nav')}>
        <a class="button button--quiet" href={`/interviews/${room.interview}/record`}>
          {say('export/back')}
        </a>
        {handed && (
          <>
            <a
              class="button button--quiet"
              href={`${path}/exports/${handed.id}`}
              download={`${room.interview.slice(0, 8)}.json`}
            >
              {say('export/save')}
            </a>
            <button type="button" class="button button--next" onClick={() => print()}>
              {say('written/print')}
            </button>
          </>
        )}
      </nav>
      <main class="written" id="main" tabIndex={-1}>
        <h1 class="govuk-heading-l">{title}</h1>
        <ErrorSummary faults={faults} />
        {handed && <ExportDocument of={handed.what} />}
        {!handed && draft && (
          <>
            <p class="govuk-body">{say('export/what-it-is')}</p>
            <p class="notice">{say('export/names-limit')}</p>
            <ExportDocument of={draft.draft} onChange={change} />
            <LeaveOut draft={draft.draft} onChange={change} />
            <Finish busy={busy} onFinish={() => void finish()} />
            <Finished finished={draft.finished} onShow={id => void show(id)} />
          </>
        )}
        {!handed && !draft && faults.length === 0 && <Starting />}
      </main>
    </>
  )
}

function Finish({ busy, onFinish }: { busy: boolean; onFinish: () => void }) {
  const { say } = useApp()
  const [read, setRead] = useState(false)
  return (
    <section class="keeping" aria-labelledby="export-finish">
      <h2 class="govuk-heading-m" id="export-finish">
        {say('export/finish-title')}
      </h2>
      <div class="govuk-checkboxes">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id="export-read"
            type="checkbox"
            checked={read}
            onChange={event => setRead(event.currentTarget.checked)}
          />
          <label class="govuk-label govuk-checkboxes__label" for="export-read">
            {say('export/read')}
          </label>
        </div>
      </div>
      <button type="button" class="button" disabled={busy || !read} onClick={onFinish}>
        {say('export/finish')}
      </button>
    </section>
  )
}

function Finished({ finished, onShow }: { finished: readonly FinishedExport[]; onShow: (id: string) => void }) {
  const { say, language } = useApp()
  const nameOf = usePersonName()
  if (finished.length === 0) return null
  return (
    <section class="keeping" aria-labelledby="export-before">
      <h2 class="govuk-heading-m" id="export-before">
        {say('export/before')}
      </h2>
      <ul class="govuk-list">
        {finished.map(({ id, by, at }) => (
          <li key={id}>
            <button type="button" class="text-button" onClick={() => onShow(id)}>
              {say('export/before-one', { who: nameOf(by), when: dayAndTime(at, language) })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
