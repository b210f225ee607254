import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { useCase } from '../case/CaseContext.ts'

interface Props {
  /** What its button says. */
  words: ComponentChildren
  form: (onDone: () => void) => ComponentChildren
}

/** A button that opens a short form, in an open case. When the form is done with, the focus is where it was. */
export function Adding({ words, form }: Props) {
  const { file } = useCase()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      {file.state === 'open' && (
        <button
          type="button"
          class="button button--quiet no-print"
          ref={button}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {words}
        </button>
      )}
      {isOpen &&
        form(() => {
          setOpen(false)
          button.current?.focus()
        })}
    </>
  )
}
