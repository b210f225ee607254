import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Words } from '../../../locales/translator.ts'
import type { ConsoleProblem } from '../../contract/replies.ts'
import type { InterviewSummary } from '../../records/interviews.ts'
import { answerTo } from '../live/connection.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { NameSearch } from '../shared/NameSearch.tsx'
import { InterviewLine } from './InterviewLine.tsx'

/**
 * Looks for an interview by what the young person is called, and shows what was found in place of the list. The name goes
 * over the socket, never into an address.
 */
export function FindByName({ words, children }: { words: Words | undefined; children: ComponentChildren }) {
  const { say } = useApp()
  const { connection } = useWork()
  const [name, setName] = useState('')
  const [found, setFound] = useState<readonly InterviewSummary[]>()
  const [problem, setProblem] = useState<ConsoleProblem | 'no-answer'>()
  const find = async () => {
    const asked = name.trim()
    if (asked === '') return setFound(undefined)
    const reply = await answerTo<readonly InterviewSummary[]>(ack =>
      connection.socket.emit('interviews:search', { name: asked }, ack),
    )
    setProblem(reply?.ok === false ? reply.problem : reply ? undefined : 'no-answer')
    setFound(reply?.ok ? reply.value : undefined)
  }
  const showAll = () => {
    setName('')
    setProblem(undefined)
    setFound(undefined)
  }
  return (
    <>
      <NameSearch label={say('find/title')} name={name} onName={setName} onFind={() => void find()}>
        <div role="status">
          {problem && <p class="notice">{say(problem === 'no-answer' ? 'find/no-answer' : `problem/${problem}`)}</p>}
          {found && (
            <p class="govuk-body">{say(found.length === 0 ? 'find/none' : 'find/found', { count: found.length })}</p>
          )}
        </div>
        {found && (
          <button type="button" class="button button--quiet" onClick={showAll}>
            {say('find/all')}
          </button>
        )}
      </NameSearch>
      {found ? (
        <ul class="interviews">
          {found.map(summary => (
            <InterviewLine key={summary.id} summary={summary} words={words} />
          ))}
        </ul>
      ) : (
        children
      )}
    </>
  )
}
