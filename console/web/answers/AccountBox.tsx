import { useId } from 'preact/hooks'
import type { Voice } from '../../../dialogs/record/events.ts'
import { directionOf, languageOf } from '../../../locales/languages.ts'
import { useApp } from '../session/AppContext.ts'
import { VoiceSelect } from './VoiceSelect.tsx'

interface Props {
  label: string
  words: string
  voice: Voice
  language: string
  onWords: (words: string) => void
  onVoice: (voice: Voice) => void
  /** As it was said, where an interpreter's words are kept; left out where there is no place for it. */
  original?: string
  onOriginal?: (words: string) => void
  /** Left out where something else keeps it. */
  onKeep?: () => void
  /** Whether there are words already, and this is for more. */
  more?: boolean
}

/** A big box for what was said, kept word for word, with whose words they are. */
export function AccountBox({
  label,
  words,
  voice,
  language,
  onWords,
  onVoice,
  onKeep,
  more,
  original,
  onOriginal,
}: Props) {
  const { say } = useApp()
  const id = useId()
  return (
    <div class="account">
      <label class="govuk-label govuk-label--s" for={id}>
        {label}
      </label>
      <textarea
        id={id}
        class={`govuk-textarea account__box${more ? ' account__box--more' : ''}`}
        rows={more ? 2 : 4}
        value={words}
        dir={words ? 'auto' : directionOf(language)}
        autocomplete="off"
        maxLength={20_000}
        onInput={event => onWords(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && words.trim()) {
            event.preventDefault()
            onKeep?.()
          }
        }}
      />
      {onOriginal && (voice === 'interpreter' || original) && language !== 'en' && (
        <details class="fold account__original" open={Boolean(original)}>
          <summary>{say('room/original', { language: languageOf(language).ownName })}</summary>
          <label class="govuk-visually-hidden" for={`${id}-original`}>
            {say('room/original', { language: languageOf(language).ownName })}
          </label>
          <textarea
            id={`${id}-original`}
            class="govuk-textarea account__box account__box--more"
            rows={2}
            lang={language}
            dir={directionOf(language)}
            autocomplete="off"
            maxLength={20_000}
            value={original ?? ''}
            onInput={event => onOriginal(event.currentTarget.value)}
          />
        </details>
      )}
      <div class="account__under">
        <VoiceSelect voice={voice} onVoice={onVoice} />
        {onKeep && (
          <button type="button" class="button button--keep" disabled={!words.trim()} onClick={onKeep}>
            {say('room/keep')}
          </button>
        )}
      </div>
    </div>
  )
}
