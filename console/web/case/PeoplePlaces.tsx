import { useEffect, useRef, useState } from 'preact/hooks'
import { type NamedRow, peopleAndPlaces } from '../../casework/linked/peopleAndPlaces.ts'
import type { ToldEpisode, ToldResponse } from '../../contract/linked.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { dayOnly } from '../words/timeWords.ts'
import { useCase } from './CaseContext.ts'

/** Who and where was named in this episode and in those linked with it. Fetched when it is asked for: that it was is in the audit. */
export function PeoplePlaces() {
  const { say } = useApp()
  const { open, file } = useCase()
  const [shown, show] = useState(false)
  const [came, setCame] = useState<ToldResponse>()
  const [failed, setFailed] = useState(false)
  const asked = useRef(0)
  const read = async () => {
    const mine = ++asked.current
    const answer = await ask<ToldResponse>('GET', `/api/cases/${open.episode}/told`)
    if (mine !== asked.current) return
    setFailed(!answer.ok)
    setCame(answer.ok ? answer.value : undefined)
  }
  const about = [...file.linked.map(({ event }) => event), ...file.interviews].join()
  useEffect(() => {
    if (shown) void read()
  }, [open.episode, about, shown])
  return (
    <section aria-labelledby="people-places" class="case__part">
      <h2 class="govuk-heading-m" id="people-places">
        {say('named/title')}
      </h2>
      <p class="govuk-body">{say('named/what-it-is')}</p>
      <div class="case__acts no-print">
        <button type="button" class="button button--quiet" aria-expanded={shown} onClick={() => show(!shown)}>
          {say(shown ? 'named/hide' : 'named/show')}
        </button>
      </div>
      {failed && (
        <p class="notice" role="alert">
          {say('linked/did-not-come')}{' '}
          <button type="button" class="button button--quiet" onClick={() => void read()}>
            {say('sharing/again')}
          </button>
        </p>
      )}
      {shown && !came && !failed && <p role="status">{say('room/fetching')}</p>}
      {shown && came && <Tables came={came} />}
    </section>
  )
}

function Tables({ came: { episodes, notOpen } }: { came: ToldResponse }) {
  const { say } = useApp()
  const { people, places } = peopleAndPlaces(episodes)
  const interviews = episodes.reduce((sum, each) => sum + each.notOpen, 0)
  return (
    <div class="named">
      <NamedTable title={say('named/people')} none={say('named/no-people')} rows={people} episodes={episodes} />
      <NamedTable title={say('named/places')} none={say('named/no-places')} rows={places} episodes={episodes} />
      {notOpen > 0 && <p class="govuk-body">{say('linked/not-open', { number: notOpen })}</p>}
      {interviews > 0 && <p class="govuk-body">{say('named/not-open', { number: interviews })}</p>}
    </div>
  )
}

interface TableProps {
  title: string
  none: string
  rows: readonly NamedRow[]
  episodes: readonly ToldEpisode[]
}

/** Each name in its row, and a mark under each episode it was told in. */
function NamedTable({ title, none, rows, episodes }: TableProps) {
  const { say, language } = useApp()
  const { open } = useCase()
  if (rows.length === 0) return <p class="govuk-body">{none}</p>
  return (
    <div class="named__across">
      <table class="named__table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say('named/name')}</th>
            {episodes.map(({ episode, at }) => (
              <th key={episode} scope="col" class="named__episode">
                {episode === open.episode ? (
                  <span class="named__this">{say('named/this-episode')}</span>
                ) : (
                  <a href={`/cases/${episode}`}>
                    <span class="govuk-visually-hidden">{say('named/episode-of')} </span>
                    <bdi>{dayOnly(at, language)}</bdi>
                  </a>
                )}
                {episode === open.episode && <span class="named__day">{dayOnly(at, language)}</span>}
              </th>
            ))}
            <th scope="col">{say('named/in-episodes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const count = Object.keys(row.times).length
            return (
              <tr key={row.written}>
                <th scope="row">
                  <span class="named__name">
                    <bdi>{row.written}</bdi>
                  </span>
                  {row.relations.length > 0 && (
                    <span class="named__about">
                      {row.relations.map((relation, place) => (
                        <span key={relation}>
                          {place > 0 && ', '}
                          <bdi>{relation}</bdi>
                        </span>
                      ))}
                    </span>
                  )}
                  <span class="named__about">
                    {say('named/told-by', { who: row.voices.map(voice => say(`voice/${voice}`)).join(', ') })}
                  </span>
                  {row.writtenTheSame && <span class="named__about">{say('named/written-the-same')}</span>}
                </th>
                {episodes.map(({ episode }) => {
                  const times = row.times[episode]
                  return (
                    <td key={episode} class="named__cell">
                      {times === undefined ? (
                        <span class="named__no">
                          <span aria-hidden="true">·</span>
                          <span class="govuk-visually-hidden">{say('named/not-here')}</span>
                        </span>
                      ) : (
                        <span class="named__mark">
                          {times}
                          <span class="govuk-visually-hidden"> {say('named/times')}</span>
                        </span>
                      )}
                    </td>
                  )
                })}
                <td>
                  <bdi>{say('named/of-episodes', { number: count, all: episodes.length })}</bdi>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
