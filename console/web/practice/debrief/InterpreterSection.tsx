import { useApp } from '../../session/AppContext.ts'
import { codeWords } from '../codeWords.ts'
import { Checks } from './Checks.tsx'
import { useDebrief } from './DebriefContext.ts'
import { Section } from './Section.tsx'

/** How somebody spoke through the interpreter, where there was one. */
export function InterpreterSection() {
  const { say } = useApp()
  const { interpreter } = useDebrief().debrief
  if (!interpreter) return null
  const { toInterpreterAt, tooLongAt, idiomAt, checkedAt, changedAt } = interpreter
  const turnsOf = (turn: number | undefined) => (turn === undefined ? [] : [turn])
  return (
    <Section id="interpreter" title={codeWords(say).measure('interpreter')}>
      <Checks
        lines={[
          { words: say('debrief/through-child'), isDone: toInterpreterAt.length === 0, turns: toInterpreterAt },
          { words: say('debrief/through-short'), isDone: tooLongAt.length === 0, turns: tooLongAt },
          { words: say('debrief/through-plain'), isDone: idiomAt.length === 0, turns: idiomAt },
          { words: say('debrief/through-checked'), isDone: checkedAt !== undefined, turns: turnsOf(checkedAt) },
          ...(changedAt === undefined
            ? []
            : [{ words: say('debrief/through-changed'), isDone: true, turns: turnsOf(changedAt) }]),
        ]}
      />
    </Section>
  )
}
