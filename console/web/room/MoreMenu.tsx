import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import { Icon } from '../shared/Icon.tsx'
import { ShowAs } from '../shared/ShowAs.tsx'
import { HowItGoes } from './HowItGoes.tsx'
import { useRoom } from './RoomContext.ts'
import { TalkLanguage } from './TalkLanguage.tsx'

/** What is needed seldom: breaks and endings, the languages, how the screen looks. */
export function MoreMenu({ onChanged }: { onChanged: () => void }) {
  const { say } = useApp()
  const { room } = useRoom()
  const [open, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false)
    }
    const escaped = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('keydown', escaped)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('keydown', escaped)
    }
  }, [open])
  return (
    <div class="more" ref={place}>
      <button
        ref={button}
        type="button"
        class="button button--quiet"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
        {say('more/more')}
      </button>
      {open && (
        <div class="more__menu">
          <HowItGoes
            onDone={() => {
              setOpen(false)
              onChanged()
            }}
          >
            <a class="button button--quiet button--wide" href={`/interviews/${room.interview}/record`}>
              {say('record/see')}
            </a>
            <TalkLanguage />
            <ShowAs />
          </HowItGoes>
        </div>
      )}
    </div>
  )
}
