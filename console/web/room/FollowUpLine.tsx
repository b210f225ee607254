import { useState } from 'preact/hooks'
import type { Prompt } from '../../../dialogs/guide/schema.ts'
import { directionOf } from '../../../locales/languages.ts'
import { useApp } from '../session/AppContext.ts'
import { useRoom } from './RoomContext.ts'
import { useFilling } from './useFilling.ts'

/** An open thing to say about what has not come up by itself, one at a time. */
export function FollowUpLine({ prompt }: { prompt: Prompt }) {
  const { say, language } = useApp()
  const { record, talkWords, screenWords } = useRoom()
  const inTalks = useFilling(record.language)
  const inScreens = useFilling(language)
  const [turn, setTurn] = useState(0)
  const open = prompt.followUps.filter(each => !each.opens.some(id => record.fields[id]?.entries.length))
  const followUp = open[turn % Math.max(open.length, 1)]
  if (!followUp) return null
  const key = `follow-up/${followUp.id}`
  return (
    <section class="follow-up" aria-labelledby="follow-up-title">
      <h3 class="govuk-heading-s" id="follow-up-title">
        {say('follow-up/title')}
      </h3>
      <p class="follow-up__words" lang={record.language} dir={directionOf(record.language)}>
        {talkWords(key, { ...inTalks })}
      </p>
      {record.language !== language && (
        <p class="spoken-again" lang={language} dir={directionOf(language)}>
          {screenWords(key, { ...inScreens })}
        </p>
      )}
      {open.length > 1 && (
        <button type="button" class="button button--quiet" onClick={() => setTurn(turn + 1)}>
          {say('follow-up/another')}
        </button>
      )}
    </section>
  )
}
