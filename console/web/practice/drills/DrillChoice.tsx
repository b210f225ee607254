import { comingAgain } from '../../../../dialogs/practice/drills/nextRound.ts'
import type { DrillResult } from '../../../contract/practice.ts'
import { useApp } from '../../session/AppContext.ts'

interface Props {
  drill: DrillResult['drill']
  items: readonly { id: string }[]
  /** The newest first. */
  results: readonly DrillResult[]
  onBegin: () => void
}

/** A drill to choose: what it is, how it went so far and what comes again. */
export function DrillChoice({ drill, items, results, onBegin }: Props) {
  const { say, language } = useApp()
  const own = results.filter(each => each.drill === drill)
  const right = own.filter(each => each.right).length
  const again = comingAgain(items, own).length
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <article class="young-person" aria-labelledby={drill}>
      <h2 class="young-person__name" id={drill}>
        {say(`drills/${drill}`)}
      </h2>
      <p class="young-person__about">{say(`drills/${drill}-is`)}</p>
      <p class="young-person__fact">
        {own.length === 0
          ? say('drills/none-yet')
          : say('drills/so-far', { number: own.length, share: percent.format(right / own.length) })}
      </p>
      {again > 0 && <p class="young-person__theme">{say('drills/again', { number: again })}</p>}
      <button type="button" class="button young-person__go" onClick={onBegin}>
        {say(`drills/${drill}-begin`)}
      </button>
    </article>
  )
}
