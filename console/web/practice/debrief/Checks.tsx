import { useApp } from '../../session/AppContext.ts'
import { Icon } from '../../shared/Icon.tsx'
import { TurnLinks } from './TurnLink.tsx'

export interface CheckLine {
  words: string
  isDone: boolean
  turns?: readonly number[]
}

/** Things that belong to a part of the talk, each said to be done or not in words as well as by its mark. */
export function Checks({ lines }: { lines: readonly CheckLine[] }) {
  const { say } = useApp()
  return (
    <ul class="checks">
      {lines.map(({ words, isDone, turns = [] }) => (
        <li key={words} class="checks__one" data-done={isDone ? 'yes' : 'no'}>
          <Icon name={isDone ? 'tick' : 'cross'} />
          <span>
            {words}: <strong>{say(isDone ? 'debrief/yes' : 'debrief/no')}</strong>
          </span>{' '}
          <TurnLinks turns={turns} />
        </li>
      ))}
    </ul>
  )
}
