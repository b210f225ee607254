import { useRef } from 'preact/hooks'
import { type Balance, linesIn } from '../../casework/balance/balanceOf.ts'
import type { BalancePart } from '../../casework/balance/balanceTerms.ts'
import { useApp } from '../session/AppContext.ts'
import { Adding } from './Adding.tsx'
import { AddLine } from './BalanceForms.tsx'
import { Line } from './Line.tsx'

const columns = [
  { id: 'worries', parts: ['worries', 'unknowns'] },
  { id: 'strengths', parts: ['strengths'] },
  { id: 'view', parts: ['view'] },
] as const satisfies readonly { id: BalancePart; parts: readonly BalancePart[] }[]

interface Props {
  balance: Balance
  fieldWords: (field: string) => string
}

/** Worries, dangers and unknowns, strengths, and the young person's view, each beside the others. */
export function BalanceColumns(props: Props) {
  const { say } = useApp()
  return (
    <div class="balance">
      {columns.map(({ id, parts }) => (
        <section key={id} class="balance__column" aria-labelledby={`column-${id}`} data-column={id}>
          <h2 class="balance__title" id={`column-${id}`}>
            {say(`balance/column-${id}`)}
          </h2>
          {parts.map(part => (
            <Part key={part} part={part} titled={parts.length > 1} {...props} />
          ))}
        </section>
      ))}
    </div>
  )
}

function Part({ part, titled, balance, fieldWords }: Props & { part: BalancePart; titled: boolean }) {
  const { say } = useApp()
  const list = useRef<HTMLUListElement>(null)
  const lines = linesIn(balance, part)
  const leftOut = balance.filter(line => line.part === part && line.leftOut !== undefined)
  // What had the focus is gone with its line.
  const onGone = () => list.current?.focus()
  return (
    <div class="balance__part" data-part={part}>
      {titled && <h3 class="balance__part-title">{say(`balance/part-${part}`)}</h3>}
      {lines.length === 0 && <p class="balance__none">{say('balance/none')}</p>}
      <ul class="balance__lines" ref={list} tabIndex={-1} aria-label={say(`balance/part-${part}`)}>
        {lines.map(line => (
          <Line key={line.id} line={line} fieldWords={fieldWords} onGone={onGone} />
        ))}
      </ul>
      <Adding
        words={
          <>
            {say('balance/add')}
            <span class="govuk-visually-hidden">: {say(`balance/part-${part}`)}</span>
          </>
        }
        form={onDone => <AddLine part={part} onDone={onDone} />}
      />
      {leftOut.length > 0 && (
        <details class="fold no-print">
          <summary>{say('balance/left-out', { number: leftOut.length })}</summary>
          <ul class="balance__lines">
            {leftOut.map(line => (
              <Line key={line.id} line={line} fieldWords={fieldWords} onGone={onGone} />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
