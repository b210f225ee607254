import { useEffect, useState } from 'preact/hooks'
import type { AttemptDebriefResponse } from '../../../contract/practice.ts'
import { useApp } from '../../session/AppContext.ts'
import { PracticeFrame } from '../PracticeFrame.tsx'
import { ClassChart } from './ClassChart.tsx'
import { CoverageSection } from './CoverageSection.tsx'
import { DebriefContents } from './DebriefContents.tsx'
import { DebriefContext } from './DebriefContext.ts'
import { DebriefFacts } from './DebriefFacts.tsx'
import { DetailsChart } from './DetailsChart.tsx'
import { focusTurn } from './focusTurn.ts'
import { Glance } from './Glance.tsx'
import { InterpreterSection } from './InterpreterSection.tsx'
import { MistakesSection } from './MistakesSection.tsx'
import { OrderSection } from './OrderSection.tsx'
import { PartsOfTalk } from './PartsOfTalk.tsx'
import { RestsOn } from './RestsOn.tsx'
import { Section } from './Section.tsx'
import { saysTooLittle } from './saysTooLittle.ts'
import type { TurnFilter } from './shownTurns.ts'
import { TakeTalkBack } from './TakeTalkBack.tsx'
import { ToldChart } from './ToldChart.tsx'
import { TrustChart } from './TrustChart.tsx'
import { TurnTimeline } from './TurnTimeline.tsx'
import { UntoldSection } from './UntoldSection.tsx'

/** One debrief: at a glance, in pictures, turn by turn, and in depth. */
export function Debriefed({ response }: { response: AttemptDebriefResponse }) {
  const { say, session } = useApp()
  const [notes, setNotes] = useState(response.notes)
  const [filter, setFilter] = useState<TurnFilter>('all')
  const { attempt, scenario, debrief } = response
  const isTrainers = session.person?.id !== attempt.person
  const goTo = (turn: number) => {
    setFilter('all')
    focusTurn(turn)
  }
  useEffect(() => {
    const [, turn] = /^#turn-(\d+)$/.exec(location.hash) ?? []
    if (turn !== undefined) goTo(Number(turn))
  }, [])
  const isShort = saysTooLittle(debrief)
  return (
    <DebriefContext.Provider value={{ ...response, notes, isTrainers, onNotes: setNotes, goTo }}>
      <PracticeFrame
        title={say(isTrainers ? 'debrief/title-trainers' : 'debrief/title', { name: scenario.person.name })}
      >
        <DebriefFacts />
        {isShort ? <p class="notice">{say('debrief/too-short')}</p> : <Glance debrief={debrief} />}
        <RestsOn />
        <div class="debrief-do no-print">
          {!isTrainers && (
            <a class="button" href={`/practice/begin/${scenario.id}`}>
              {say('debrief/hold-again')}
            </a>
          )}
          <a class="button button--quiet" href={`/practice/${attempt.id}/record`}>
            {say('debrief/to-record')}
          </a>
          <a class="button button--quiet" href="/practice">
            {say('debrief/to-talks')}
          </a>
        </div>
        {!isShort && <DebriefContents />}
        {!isShort && (
          <Section id="figures" title={say('debrief/figures')}>
            <div class="charts">
              <TrustChart />
              <ClassChart />
              <DetailsChart />
              <ToldChart />
            </div>
          </Section>
        )}
        {debrief.turns.length > 0 && <TurnTimeline filter={filter} onFilter={setFilter} />}
        {!isShort && (
          <>
            <UntoldSection />
            <CoverageSection />
            <PartsOfTalk />
            <OrderSection />
            <InterpreterSection />
            <MistakesSection />
          </>
        )}
        <TakeTalkBack />
      </PracticeFrame>
    </DebriefContext.Provider>
  )
}
