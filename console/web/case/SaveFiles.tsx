import { useRef, useState } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import { type FileTrouble, saveFile } from './saveFile.ts'

type Format = 'pdf' | 'docx' | 'json' | 'csv'

interface Props {
  formats: readonly Format[]
  address: (format: Format) => string
}

const saidAfterMs = 1_000

/** Links to files that are made when they are asked for: says that one is being made, and what to do where it did not come. */
export function SaveFiles({ formats, address }: Props) {
  const { say } = useApp()
  const [state, setState] = useState<'none' | 'making' | FileTrouble>('none')
  const asked = useRef(0)
  const save = async (format: Format) => {
    const mine = ++asked.current
    setState('none')
    const late = setTimeout(() => mine === asked.current && setState('making'), saidAfterMs)
    const trouble = await saveFile(address(format))
    clearTimeout(late)
    if (mine === asked.current) setState(trouble ?? 'none')
  }
  return (
    <>
      {formats.map(format => (
        <a
          key={format}
          class="button button--quiet"
          href={address(format)}
          download
          onClick={event => {
            event.preventDefault()
            void save(format)
          }}
        >
          {say(`sharing/save-${format}`)}
        </a>
      ))}
      <span role="status">{state !== 'none' && say(`files/${state}`)}</span>
    </>
  )
}
