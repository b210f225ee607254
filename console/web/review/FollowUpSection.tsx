import { useEffect, useState } from 'preact/hooks'
import type { ActionKind } from '../../casework/actions/actionKinds.ts'
import type { LocalService } from '../../casework/localSettings.ts'
import { arrangedIn, bandChosen, type SupportBand, supportBands } from '../../casework/review/followUps.ts'
import type { ServicesResponse } from '../../contract/cases.ts'
import { useCase } from '../case/CaseContext.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { wholeDate } from '../words/timeWords.ts'
import { useWords } from '../words/useWords.ts'
import { Arranged } from './Arranged.tsx'
import { Arrange } from './FollowUpForms.tsx'

const bands = Object.keys(supportBands) as SupportBand[]

/** More help after the talk: what they chose beside what is arranged, in the three bands of support. */
export function FollowUpSection() {
  const { say, language } = useApp()
  const { found } = useCase()
  const guideWords = useWords(language, 'guide')
  const [services, setServices] = useState<readonly LocalService[]>()
  useEffect(() => {
    void ask<ServicesResponse>('GET', '/api/services').then(came => came.ok && setServices(came.value.services))
  }, [])
  const said = [...found.interviews.values()].flatMap(({ record }) => record.fields['plan.follow-up']?.entries ?? [])
  const chosen = [...new Set(said.flatMap(({ value }) => (value.kind === 'choices' ? value.options : [])))]
  return (
    <section aria-labelledby="follow-up" class="case__part">
      <h2 class="govuk-heading-m" id="follow-up">
        {say('follow/title')}
      </h2>
      <h3 class="govuk-heading-s">{say('follow/chose')}</h3>
      {chosen.length === 0 && <p class="govuk-body">{say('follow/not-asked')}</p>}
      {chosen.length > 0 && (
        <ul class="govuk-list govuk-list--bullet" data-chosen>
          {chosen.map(option => (
            <li key={option}>{guideWords?.(`option/plan.follow-up/${option}`)}</li>
          ))}
        </ul>
      )}
      <div class="follow">
        {bands.map(band => (
          <Band
            key={band}
            band={band}
            isChosen={chosen.some(option => bandChosen[option] === band)}
            services={services ?? []}
          />
        ))}
      </div>
      <Services services={services} />
    </section>
  )
}

interface BandProps {
  band: SupportBand
  isChosen: boolean
  services: readonly LocalService[]
}

function Band({ band, isChosen, services }: BandProps) {
  const { say } = useApp()
  const { file } = useCase()
  const [adding, setAdding] = useState<ActionKind>()
  const arranged = arrangedIn(band, file.actions)
  return (
    <div class="follow__band" data-band={band}>
      <h3 class="govuk-heading-s">{say(`follow/band-${band}`)}</h3>
      {arranged.length === 0 && (
        <p class={isChosen ? 'notice' : 'govuk-body'}>{say(isChosen ? 'follow/chosen-not-arranged' : 'follow/none')}</p>
      )}
      <ul class="clocks">
        {arranged.map(action => (
          <Arranged key={action.event} action={action} />
        ))}
      </ul>
      {file.state === 'open' && (
        <div class="case__acts no-print">
          {supportBands[band].map(kind => (
            <button
              key={kind}
              type="button"
              class="button button--quiet"
              data-arrange={kind}
              aria-expanded={adding === kind}
              onClick={() => setAdding(adding === kind ? undefined : kind)}
            >
              {say(`follow/add-${kind}`)}
            </button>
          ))}
        </div>
      )}
      {adding && (
        <section class="case__form" aria-label={say(`action/${adding}`)}>
          <Arrange key={adding} kind={adding} services={services} onDone={() => setAdding(undefined)} />
        </section>
      )}
    </div>
  )
}

/** Who can help near here. What nobody has checked says so: a number that does not answer is worse than none. */
function Services({ services }: { services: readonly LocalService[] | undefined }) {
  const { say, language } = useApp()
  return (
    <details class="fold">
      <summary>{say('follow/services')}</summary>
      {services === undefined && <p class="govuk-body">{say('follow/services-did-not-come')}</p>}
      {services?.length === 0 && <p class="govuk-body">{say('follow/no-services')}</p>}
      <ul class="clocks">
        {services?.map(({ name, whatFor, contact, source, lastChecked }) => (
          <li key={name} class="clocks__one">
            <h3 class="clocks__name">
              <bdi>{name}</bdi>
            </h3>
            <p class="clocks__state">
              {lastChecked === null ? (
                <span class="flag due--soon">{say('follow/unverified')}</span>
              ) : (
                say('follow/checked', { when: wholeDate(lastChecked, language) })
              )}
            </p>
            <p>
              {whatFor}: <bdi>{contact}</bdi>
            </p>
            <p class="concerns__from">{say('follow/source', { source })}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}
