import { useEffect, useState } from 'preact/hooks'
import type { DrillResult, DrillsResponse } from '../../../contract/practice.ts'
import { useApp } from '../../session/AppContext.ts'
import { ask } from '../../session/ask.ts'
import { useProgress } from './ProgressContext.ts'

const drills = ['name-that-question', 'open-it-up'] as const satisfies readonly DrillResult['drill'][]

/** How the exercises beside the talks went. They come after the rest, which does not wait for them. */
export function DrillsSoFar() {
  const { say, language } = useApp()
  const { trainee } = useProgress()
  const [results, setResults] = useState<readonly DrillResult[]>()
  useEffect(() => {
    let left = false
    const whose = new URLSearchParams({ trainee: trainee.id })
    void ask<DrillsResponse>('GET', `/api/practice/drills?${whose}`).then(
      answer => !left && answer.ok && setResults(answer.value.results),
    )
    return () => {
      left = true
    }
  }, [trainee.id])
  if (!results) return null
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <section aria-labelledby="drills-so-far">
      <h2 class="govuk-heading-m" id="drills-so-far">
        {say('practice/drills')}
      </h2>
      <ul class="attempts">
        {drills.map(drill => {
          const own = results.filter(each => each.drill === drill)
          const right = own.filter(each => each.right).length
          return (
            <li key={drill} class="attempts__one">
              <div class="attempts__about">
                <p class="attempts__who">{say(`drills/${drill}`)}</p>
                <p class="attempts__when">
                  {own.length === 0
                    ? say('drills/none-yet')
                    : say('drills/so-far', { number: own.length, share: percent.format(right / own.length) })}
                </p>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
