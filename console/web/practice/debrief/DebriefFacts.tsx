import { useApp } from '../../session/AppContext.ts'
import { dayAndTime } from '../../words/timeWords.ts'
import { useDebrief } from './DebriefContext.ts'
import { useWriterName } from './useWriterName.ts'

/** Who was talked with, at which level, when, by which version, and how it ended. */
export function DebriefFacts() {
  const { say, language } = useApp()
  const { attempt, scenario, trainee, isTrainers } = useDebrief()
  const nameOf = useWriterName()
  const facts = [
    [say('debrief/fact-scenario'), `${scenario.title} (${say('debrief/fact-version', { number: attempt.version })})`],
    [say('debrief/fact-who'), say('debrief/fact-person', { name: scenario.person.name, age: scenario.person.age })],
    [say('debrief/fact-level'), say(`practice/level-${attempt.level}`)],
    [say('debrief/fact-when'), dayAndTime(attempt.beganAt, language)],
    [say('debrief/fact-ended'), attempt.ended ? say(`practice/ended-${attempt.ended}`) : say('debrief/ended-not')],
    ...(isTrainers ? [[say('debrief/fact-trainee'), nameOf(trainee.id)]] : []),
    ...(attempt.retryOf
      ? [[say('debrief/fact-retry'), say('debrief/fact-from', { number: attempt.retryOf.from })]]
      : []),
  ] as const
  return (
    <dl class="debrief-facts">
      {facts.map(([what, value]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
