import { useEffect, useState } from 'preact/hooks'
import { type EpisodeToSee, type Mark, pictureGroups, pictureOf } from '../../casework/balance/pictureOf.ts'
import { toldIn } from '../../casework/linked/toldIn.ts'
import type { ToldResponse } from '../../contract/linked.ts'
import { useCase } from '../case/CaseContext.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { dayOnly } from '../words/timeWords.ts'
import type { CaseBalance } from './useBalance.ts'

interface Props {
  interviews: CaseBalance['interviews']
  fieldWords: (field: string) => string
}

/** Push and pull factors and signs of exploitation, this episode beside those linked with it, in the order they were in. */
export function Picture({ interviews, fieldWords }: Props) {
  const { say, language } = useApp()
  const { open, file } = useCase()
  const [told, setTold] = useState<ToldResponse>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let left = false
    void ask<ToldResponse>('GET', `/api/cases/${open.episode}/told`).then(came => {
      if (left) return
      setFailed(!came.ok)
      if (came.ok) setTold(came.value)
    })
    return () => {
      left = true
    }
  }, [open.episode, file.linked.length])
  // This episode's own as it is on this screen now: it may have gone on since the others were fetched.
  const own: EpisodeToSee = {
    episode: open.episode,
    at: told?.episodes.find(({ episode }) => episode === open.episode)?.at ?? file.timed.wentMissing ?? file.openedAt,
    interviews: [...interviews.values()].map(({ record }) => toldIn(record)),
  }
  const others = told?.episodes.filter(({ episode }) => episode !== open.episode) ?? []
  const episodes = [...others, own].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const rows = pictureOf(episodes)
  const notOpen = (told?.notOpen ?? 0) + others.reduce((sum, each) => sum + each.notOpen, 0)
  return (
    <section aria-labelledby="picture" class="case__part picture">
      <h2 class="govuk-heading-m" id="picture">
        {say('picture/title')}
      </h2>
      <p class="govuk-body no-print">{say('picture/what-it-is')}</p>
      {failed && <p class="notice">{say('picture/did-not-come')}</p>}
      {notOpen > 0 && <p class="govuk-body">{say('picture/not-open', { number: notOpen })}</p>}
      {rows.length === 0 ? (
        <p class="govuk-body">{say('picture/none')}</p>
      ) : (
        <div class="picture__frame">
          <table class="picture__table">
            <thead>
              <tr>
                <th scope="col">{say('picture/factor')}</th>
                {episodes.map(({ episode, at }) => (
                  <th key={episode} scope="col" data-episode={episode}>
                    {episode === open.episode ? (
                      <>
                        {dayOnly(at, language)}
                        <span class="picture__this">{say('picture/this')}</span>
                      </>
                    ) : (
                      // Many episodes scroll sideways: by their links the keyboard gets there.
                      <a href={`/cases/${episode}/balance`}>{dayOnly(at, language)}</a>
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            {pictureGroups.map(group => {
              const own = rows.filter(row => row.group === group)
              if (own.length === 0) return null
              return (
                <tbody key={group} data-group={group}>
                  <tr>
                    <th scope="rowgroup" colSpan={episodes.length + 1} class="picture__group">
                      {say(`picture/group-${group}`)}
                    </th>
                  </tr>
                  {own.map(({ factor, cells }) => (
                    <tr key={factor} data-factor={factor}>
                      <th scope="row">{fieldWords(factor)}</th>
                      {cells.map((marks, place) => (
                        <td key={episodes[place]?.episode}>
                          <Marks marks={marks} />
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              )
            })}
          </table>
        </div>
      )}
    </section>
  )
}

/** Each by its shape and its words; where nobody said anything, that. */
function Marks({ marks }: { marks: readonly Mark[] }) {
  const { say } = useApp()
  if (marks.length === 0) return <OneMark kind="not-said" words={say('picture/not-said')} />
  return (
    <>
      {marks.map(({ told, voice }) => (
        <OneMark
          key={`${told}-${voice}`}
          kind={told}
          words={say('picture/by', { told: say(`told/${told}`), who: say(`voice/${voice}`) })}
        />
      ))}
    </>
  )
}

const OneMark = ({ kind, words }: { kind: Mark['told'] | 'not-said'; words: string }) => (
  <span class="picture__mark" data-mark={kind}>
    <span class={`picture__shape picture__shape--${kind}`} aria-hidden="true" />
    {words}
  </span>
)
