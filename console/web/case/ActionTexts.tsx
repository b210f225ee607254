import { useState } from 'preact/hooks'
import { guideOfVersion } from '../../../dialogs/guide/guide.ts'
import { promptsIn } from '../../../dialogs/plan/promptsIn.ts'
import { type CaseText, caseTexts, isUsualIn } from '../../casework/actions/caseTexts.ts'
import { type CaseConcern, peopleNamedIn } from '../../casework/actions/concernsOf.ts'
import type { ConsoleProblem } from '../../contract/replies.ts'
import { answerTo } from '../live/connection.ts'
import { ageBandBefore, promptWords } from '../room/promptWords.ts'
import { useFilling } from '../room/useFilling.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { useWords } from '../words/useWords.ts'
import { actionText } from './actionText.ts'
import { useCase } from './CaseContext.ts'
import { TextButtons } from './TextButtons.tsx'
import type { CaseConcerns } from './useConcerns.ts'

/** Referrals to read, copy and print. Each is shown once the audit has that it was opened; none is sent from here. */
export function ActionTexts({ found }: { found: CaseConcerns }) {
  const { say } = useApp()
  const { connection } = useWork()
  const { open } = useCase()
  const [shown, show] = useState<CaseText>()
  const [problem, setProblem] = useState<ConsoleProblem | 'no-answer'>()
  const openText = async (text: CaseText) => {
    const reply = await answerTo<null>(ack =>
      connection.socket.emit('case:read-text', { episode: open.episode, text }, ack),
    )
    if (reply && !reply.ok) connection.refused(reply.problem)
    setProblem(reply ? (reply.ok ? undefined : reply.problem) : 'no-answer')
    show(reply?.ok ? text : undefined)
  }
  return (
    <div>
      <p class="govuk-body no-print">{say('texts/hint')}</p>
      <div class="clocks__do no-print">
        {caseTexts.map(text => (
          <button
            key={text}
            type="button"
            class="button button--quiet"
            aria-expanded={shown === text}
            onClick={() => void (shown === text ? show(undefined) : openText(text))}
          >
            {say(`texts/for-${text}`)}
          </button>
        ))}
      </div>
      <div role="status">
        {problem && <p class="notice">{say(problem === 'no-answer' ? 'desk/no-answer' : `problem/${problem}`)}</p>}
      </div>
      {shown && <OneText key={shown} text={shown} found={found} />}
    </div>
  )
}

function OneText({ text, found }: { text: CaseText; found: CaseConcerns }) {
  const { say, language } = useApp()
  const { file } = useCase()
  const nameOf = usePersonName()
  const words = useWords(language, 'guide')
  const filling = useFilling(language)
  const { concerns, interviews } = found
  const [chosen, choose] = useState(
    () => new Set(concerns.flatMap(({ id, kind }) => (isUsualIn(text, kind) ? [id] : []))),
  )
  if (!words) return null
  const asked = ({ interview, askedPrompt, seq }: CaseConcern) => {
    const talk = interviews.get(interview)
    const prompt = talk && askedPrompt && promptsIn(guideOfVersion(talk.record.guide)).get(askedPrompt)?.prompt
    if (!prompt) return undefined
    return promptWords(prompt, talk.record, words, filling, ageBandBefore(seq, talk.events))
  }
  const whole = actionText(text, {
    file,
    concerns,
    chosen,
    people: [...interviews.values()].flatMap(({ events }) => peopleNamedIn(events)),
    say,
    language,
    asked,
    kindWords: kind => words(`option/concern.kind/${kind}`),
    nameOf,
  })
  return (
    <div class="case-text">
      <fieldset class="case-choice no-print">
        <legend class="govuk-label">{say('concerns/title')}</legend>
        <div class="govuk-checkboxes govuk-checkboxes--small">
          {concerns.map(({ id }, place) => (
            <div key={id} class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id={`text-${text}-${id}`}
                checked={chosen.has(id)}
                onChange={event => {
                  const others = [...chosen].filter(each => each !== id)
                  choose(new Set(event.currentTarget.checked ? [...others, id] : others))
                }}
              />
              <label class="govuk-label govuk-checkboxes__label" for={`text-${text}-${id}`}>
                {say('concerns/about', { number: place + 1 })}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <p class="notice no-print">{say('texts/other-people')}</p>
      <section aria-label={say(`texts/for-${text}`)}>
        <pre class="case-text__whole" dir="auto">
          {whole}
        </pre>
      </section>
      <TextButtons text={whole} />
    </div>
  )
}
