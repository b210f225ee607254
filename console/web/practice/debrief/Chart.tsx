import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useApp } from '../../session/AppContext.ts'

interface Props {
  title: string
  /** How much room it takes, beside others. */
  size?: 'wide' | 'tall'
  /** What it shows, in a sentence: enough for whoever cannot see the picture. */
  finding: string
  head: readonly string[]
  rows: readonly (readonly [string, ...ComponentChildren[]])[]
  /** The picture. Whatever is a link in it is reached by keyboard; the rest is said by `finding` and the table. */
  children: ComponentChildren
}

/** A picture of some figures: what it shows in words, the picture, and the figures in a table behind it. */
export function Chart({ title, size, finding, head, rows, children }: Props) {
  const { say } = useApp()
  const id = useId()
  return (
    <section class={`chart ${size ? `chart--${size}` : ''}`} aria-labelledby={id}>
      <h3 class="chart__title" id={id}>
        {title}
      </h3>
      <p class="chart__finding">{finding}</p>
      {children}
      <details class="fold chart__table">
        <summary>
          {say('debrief/as-table')}
          <span class="govuk-visually-hidden">: {title}</span>
        </summary>
        <table class="debrief-table">
          <caption class="govuk-visually-hidden">{title}</caption>
          <thead>
            <tr>
              {head.map(each => (
                <th key={each} scope="col">
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...rest], place) => (
              <tr key={place}>
                <th scope="row">{first}</th>
                {rest.map((each, at) => (
                  <td key={at}>{each}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
