import type { ExportChange } from '../../casework/subjectAccess/exportChoices.ts'
import type { Coded, ExportedWords, ExportLine, Passage, Reviewed } from '../../casework/subjectAccess/exportLine.ts'
import { FieldTitle } from '../record/FieldTitle.tsx'
import { idOfField } from '../record/promptOfField.ts'
import { ValueWords } from '../record/ValueWords.tsx'
import { type App, useApp } from '../session/AppContext.ts'
import { dayAndTime, wholeDate } from '../words/timeWords.ts'
import { caseFields } from './caseFields.ts'
import { roleWords } from './ExportDocument.tsx'
import { LeftOutMark } from './LeftOutMark.tsx'

interface Props {
  line: ExportLine | ExportLine<Reviewed>
  onChange: ((change: ExportChange) => Promise<void>) | undefined
}

/** One thing that was written down: what was asked, what was said, who wrote it down by role. */
export function ExportLineView({ line, onChange }: Props) {
  const { say, language } = useApp()
  const { field, coded, words, voice, at, by, stands } = line
  return (
    <div class="written__field">
      <h3 class="written__asked">{titleOf(field, say)}</h3>
      {coded && <CodedWords coded={coded} prompt={idOfField(field ?? '')} />}
      {words.map(each => (
        <WordsView key={each.piece} words={each} onChange={onChange} />
      ))}
      <p class="written__about">
        {say(`voice/${voice}`)} · {dayAndTime(at, language)} · {say('written/by', { by: roleWords(by, say) })}
        {!stands && <> · {say('export/stands-no-more')}</>}
      </p>
    </div>
  )
}

/** What was asked; or of a case, what was done. */
function titleOf(field: string | null, say: App['say']) {
  if (field === null) return say('export/concern')
  const done = caseFields.find(each => field === `case/${each}`)
  return done ? say(`export/case-${done}`) : <FieldTitle field={field} />
}

function CodedWords({ coded, prompt }: { coded: Coded; prompt: string }) {
  const { say, language } = useApp()
  if (coded.kind === 'people') {
    const relations = coded.relations.map(relation => relation ?? say('export/someone'))
    return (
      <p class="value" dir="auto">
        {relations.join('; ')}
      </p>
    )
  }
  if (coded.kind === 'when') {
    const read = [coded.date && wholeDate(coded.date, language), coded.time].filter(Boolean).join(', ')
    return read === '' ? null : <p class="value">{read}</p>
  }
  return <ValueWords value={coded} prompt={prompt} />
}

interface WordsProps {
  words: ExportedWords<unknown> | ExportedWords<Reviewed>
  onChange: Props['onChange']
}

function WordsView({ words: { piece, as, passages }, onChange }: WordsProps) {
  const all: readonly (Passage<unknown> | Passage<Reviewed>)[] = passages
  let at = 0
  const placed = all.map(passage => {
    const from = at
    at += 'text' in passage ? passage.text.length : 'was' in passage ? passage.was.length : 0
    return { passage, from }
  })
  return (
    <p class={`value export__words export__words--${as}`} dir="auto" data-piece={piece}>
      {placed.map(({ passage, from }) =>
        'text' in passage ? (
          <span key={from} data-from={from}>
            {passage.text}
          </span>
        ) : (
          <LeftOutMark key={`${from}-${passage.out}`} passage={passage} piece={piece} onChange={onChange} />
        ),
      )}
    </p>
  )
}
