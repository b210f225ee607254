import { useApp } from '../session/AppContext.ts'

const numbers = Array.from({ length: 11 }, (_, value) => value)

/** The line from 0 to 10 with the number on it, and those before in outline. What it shows stands in words beside it. */
export function NumberLine({ value, before = [] }: { value: number | undefined; before?: readonly number[] }) {
  const number = new Intl.NumberFormat(useApp().language)
  return (
    <div class="number-line" aria-hidden="true">
      {numbers.map(each => (
        <span
          key={each}
          class={`number-line__one${each === value ? ' number-line__one--now' : before.includes(each) ? ' number-line__one--before' : ''}`}
        >
          {number.format(each)}
        </span>
      ))}
    </div>
  )
}
