import { useId } from 'preact/hooks'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'

/** Where a draft of what is being typed to the bot is kept on this device. */
const field = 'bot'

/** A line to type to the bot in. What is typed is kept on this device until it is sent. */
export function BotInput({ ready, onSay }: { ready: boolean; onSay: (text: string) => void }) {
  const { say } = useApp()
  const { room, state } = useRoom()
  const id = useId()
  const text = state.drafts[field]?.text ?? ''
  const send = () => {
    if (!ready || !text.trim()) return
    void room.draft(field, undefined)
    onSay(text)
  }
  return (
    <form
      class="bot__input"
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
    >
      <label class="govuk-visually-hidden" for={id}>
        {say('bot/type')}
      </label>
      <textarea
        id={id}
        class="govuk-textarea bot__text"
        rows={2}
        value={text}
        dir="auto"
        maxLength={20_000}
        placeholder={say('bot/type')}
        autocomplete="off"
        onInput={event => void room.draft(field, { text: event.currentTarget.value })}
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          send()
        }}
      />
      <button type="submit" class="button button--keep" disabled={!ready || !text.trim()}>
        {say('bot/send')}
      </button>
    </form>
  )
}
