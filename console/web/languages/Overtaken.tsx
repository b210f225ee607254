import { languageOf } from '../../../locales/languages.ts'
import type { WordLine } from '../../contract/languages.ts'
import { useApp } from '../session/AppContext.ts'
import type { WordDraft } from './wordDraft.ts'

interface Props {
  line: WordLine
  code: string
  draft: WordDraft
  onTheirs(): void
  onMine(): void
}

/** Someone else changed the words, or their English is another now: both versions, and which one to go on with. */
export function Overtaken({ line, code, draft, onTheirs, onMine }: Props) {
  const { say } = useApp()
  return (
    <section class="refusal refusal--choice" role="alert">
      <h3 class="govuk-heading-s">{say('languages/overtaken')}</h3>
      <div class="refusal__versions">
        <Version title={say('languages/theirs')} code={code} of={line}>
          <button type="button" class="button button--quiet" onClick={onTheirs}>
            {say('languages/keep-theirs')}
          </button>
        </Version>
        <Version title={say('languages/mine')} code={code} of={draft}>
          <button type="button" class="button button--quiet" onClick={onMine}>
            {say('languages/use-mine')}
          </button>
        </Version>
      </div>
    </section>
  )
}

interface VersionProps {
  title: string
  code: string
  of: Pick<WordDraft, 'text' | 'note' | 'backTranslation'>
  children: preact.ComponentChildren
}

function Version({ title, code, of: { text, note, backTranslation }, children }: VersionProps) {
  const { say } = useApp()
  return (
    <div class="refusal__version">
      <h4 class="govuk-heading-s">{title}</h4>
      <p class="word__version" lang={code} dir={languageOf(code).direction}>
        {text}
      </p>
      {note && (
        <p class="word__version-note" dir="auto">
          {say('languages/note')}: {note}
        </p>
      )}
      {backTranslation && (
        <p class="word__version-note" dir="auto">
          {say('languages/back-translation')}: {backTranslation}
        </p>
      )}
      {children}
    </div>
  )
}
