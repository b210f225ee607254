import type { ComponentChildren } from 'preact'
import type { DrillsHere } from './useDrills.ts'

export interface ExerciseProps<Item> {
  item: Item
  code: DrillsHere['code']
  /** Told once for each exercise. */
  onAnswer: (right: boolean) => void
  /** The way on, shown when it is answered. */
  next: ComponentChildren
}
