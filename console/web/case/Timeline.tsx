import { directionOf } from '../../../locales/languages.ts'
import { DueWords } from '../desk/DueWords.tsx'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { useCase } from './CaseContext.ts'
import { notifiedMoments } from './caseFacts.ts'
import { eventWords } from './eventWords.ts'
import { saidOf, spread, type TimelineEntry, timelineOf } from './timelineOf.ts'

/** What happened and what is due: drawn, and as the list that the drawing stands for. */
export function Timeline() {
  const { say } = useApp()
  const { events, interviews, clocks, file, now } = useCase()
  const entries = timelineOf(events, interviews, file.state === 'open' ? clocks : [])
  const said = saidOf(events)
  const unknown = notifiedMoments.filter(moment => file.timed[moment] === null)
  return (
    <section aria-labelledby="timeline" class="case__part">
      <h2 class="govuk-heading-m" id="timeline">
        {say('case/timeline')}
      </h2>
      {entries.length === 0 && <p class="govuk-body">{say('case/no-timeline')}</p>}
      {entries.length > 0 && <Picture entries={entries} now={now} />}
      <ol class="timeline">
        {entries.map(entry => (
          <Entry key={entry.key} entry={entry} />
        ))}
      </ol>
      {unknown.map(
        moment =>
          said.has(moment) && (
            <p key={moment} class="govuk-body">
              {say(`moment/${moment}`)}:{' '}
              <q class="case__said" dir="auto">
                {said.get(moment)}
              </q>
            </p>
          ),
      )}
      {unknown.length > 0 && (
        <p class="govuk-body">
          {say('case/unknown-moments', { what: unknown.map(moment => say(`moment/${moment}`)).join(', ') })}
        </p>
      )}
    </section>
  )
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { say, language } = useApp()
  const { now } = useCase()
  const nameOf = usePersonName()
  const when = dayAndTime(entry.at, language)
  if ('clock' in entry)
    return (
      <li class={`timeline__one timeline__one--${entry.kind}`}>
        <span class="timeline__when">{when}</span>
        <span class="timeline__what">
          {say('case/is-due', { what: say(`clock/${entry.clock.id as 'DL-01'}`) })}{' '}
          <DueWords due={entry.at} now={now} />
        </span>
      </li>
    )
  if ('interview' in entry)
    return (
      <li class="timeline__one">
        <span class="timeline__when">{when}</span>
        <span class="timeline__what">{say('moment/interviewed')}</span>
      </li>
    )
  const { title, details, words } = eventWords(entry.body, { say, language, nameOf })
  return (
    <li class="timeline__one">
      <span class="timeline__when">{when}</span>
      <span class="timeline__what">
        <bdi>{title}</bdi>
        {entry.body.type !== 'timed' && details.length > 0 && (
          <span class="timeline__details">
            <bdi>{details.join(', ')}</bdi>
          </span>
        )}
        {words && (
          <q class="timeline__words" dir="auto">
            {words}
          </q>
        )}
      </span>
    </li>
  )
}

const [width, height, edge] = [1000, 88, 24]

/** The same as dots on a line, numbered as the list is; what happened, what is due and what is late differ in shape. */
function Picture({ entries, now }: { entries: readonly TimelineEntry[]; now: number }) {
  const { language } = useApp()
  const isRtl = directionOf(language) === 'rtl'
  const times = [...entries.map(({ at }) => Date.parse(at)), now].toSorted((a, b) => a - b)
  const places = spread(times)
  const across = (time: number) => {
    const place = edge + (places[times.indexOf(time)] ?? 0) * (width - 2 * edge)
    return isRtl ? width - place : place
  }
  const seen = new Map<number, number>()
  return (
    <svg class="timeline-picture" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <line class="timeline-picture__line" x1={edge} x2={width - edge} y1={height / 2} y2={height / 2} />
      <line class="timeline-picture__now" x1={across(now)} x2={across(now)} y1="8" y2={height - 8} />
      {entries.map(({ key, at, kind }, index) => {
        const time = Date.parse(at)
        const before = seen.get(time) ?? 0
        seen.set(time, before + 1)
        // Of several at one moment each is a little beside the one before.
        const x = across(time) + before * 24 * (isRtl ? -1 : 1)
        const above = index % 2 === 0
        return (
          <g key={key} class={`timeline-picture__one timeline-picture__one--${kind}`}>
            {kind === 'late' ? (
              <path d={`M${x} ${height / 2 - 11}l11 11-11 11-11-11z`} />
            ) : (
              <circle cx={x} cy={height / 2} r="8" />
            )}
            <text x={x} y={above ? height / 2 - 18 : height / 2 + 32} text-anchor="middle">
              {index + 1}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
