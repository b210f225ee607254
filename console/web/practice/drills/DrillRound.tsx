import type { ComponentType } from 'preact'
import { useState } from 'preact/hooks'
import type { KeepDrills } from '../../../contract/practice.ts'
import { useApp } from '../../session/AppContext.ts'
import type { ExerciseProps } from './ExerciseProps.ts'
import { RoundEnd } from './RoundEnd.tsx'
import type { DrillsHere } from './useDrills.ts'

interface Props<Item> {
  drill: KeepDrills['answers'][number]['drill']
  items: readonly Item[]
  code: DrillsHere['code']
  exercise: ComponentType<ExerciseProps<Item>>
  onKeep: (answers: KeepDrills['answers']) => void
  onAgain: () => void
  onLeave: () => void
}

/** A round of exercises, one after the other, each kept as soon as it is answered. */
export function DrillRound<Item extends { id: string; question: string }>(props: Props<Item>) {
  const { drill, items, code, exercise: Exercise, onKeep, onAgain, onLeave } = props
  const { say } = useApp()
  const [at, setAt] = useState(0)
  const [rights, setRights] = useState<readonly boolean[]>([])
  const item = items[at]
  if (!item) {
    const missed = items.filter((_item, place) => !rights[place])
    return <RoundEnd right={items.length - missed.length} of={items.length} missed={missed} {...{ onAgain, onLeave }} />
  }
  const isLast = at === items.length - 1
  return (
    <section aria-label={say(`drills/${drill}`)}>
      <p class="exercise__at">
        <span>{say('drills/at', { number: at + 1, all: items.length })}</span>
        <button type="button" class="text-button" onClick={onLeave}>
          {say('drills/leave')}
        </button>
      </p>
      <Exercise
        key={item.id}
        item={item}
        code={code}
        onAnswer={right => {
          setRights([...rights, right])
          onKeep([{ id: crypto.randomUUID(), drill, item: item.id, right }])
        }}
        next={
          <button type="button" class="button button--next" onClick={() => setAt(at + 1)}>
            {say(isLast ? 'drills/to-end' : 'drills/next')}
          </button>
        }
      />
    </section>
  )
}
