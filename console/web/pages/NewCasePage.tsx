import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { caseFrom } from '../../casework/episode/caseFile.ts'
import type { CaseTurn } from '../../contract/cases.ts'
import { CaseFields } from '../case/CaseFields.tsx'
import { bodiesOf, type FactValues, valuesOf } from '../case/caseFacts.ts'
import { useFormDrafts } from '../case/useFormDrafts.ts'
import { answerTo } from '../live/connection.ts'
import type { WriteProblem } from '../live/openCase.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import type { Fault } from '../shared/Fault.ts'
import { Form } from '../shared/Form.tsx'
import { Page } from '../shared/Page.tsx'
import { useObserved } from '../shared/useObserved.ts'

const place = 'case/new'

/** Records that a young person was missing, as somebody told it. */
export function NewCasePage() {
  const { say } = useApp()
  const { connection, journal } = useWork()
  const { route } = useLocation()
  const line = useObserved(connection.line)
  const drafts = useFormDrafts(journal, place, {})
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<WriteProblem>()
  const begin = async () => {
    const { bodies, faults: wrong } = bodiesOf(drafts.values, undefined, Date.now())
    setFaults(wrong.map(({ field, key }) => ({ field, words: say(key) })))
    if (wrong.length > 0 || busy) return
    // The ids it is begun under are kept with what was typed: sent twice, it is one case.
    const { episode = crypto.randomUUID(), id = crypto.randomUUID() } = drafts.values
    drafts.change('episode', episode)
    drafts.change('id', id)
    setBusy(true)
    const payload = { episode, id, deviceAt: new Date().toISOString(), bodies }
    const reply =
      line === 'online'
        ? await answerTo<CaseTurn>(ack => connection.socket.emit('case:begin', payload, ack))
        : undefined
    if (reply?.ok && (await writeRest(reply.value, drafts.values))) {
      await drafts.clear()
      return route(`/cases/${episode}`)
    }
    setBusy(false)
    if (reply?.ok) return setProblem('no-answer')
    if (reply) connection.refused(reply.problem)
    setProblem(reply ? reply.problem : 'no-answer')
  }
  /** It was begun before, and the answer did not come: what was typed since then is written now. */
  const writeRest = async ({ episode, events }: CaseTurn, values: FactValues): Promise<boolean> => {
    const kept = new Set(events.map(({ body }) => JSON.stringify(body)))
    const { bodies } = events[0]?.seq === 1 ? bodiesOf(values, valuesOf(caseFrom(events)), Date.now()) : { bodies: [] }
    for (const body of bodies.filter(each => !kept.has(JSON.stringify(each)))) {
      const written = { episode, id: crypto.randomUUID(), deviceAt: new Date().toISOString(), body }
      const reply = await answerTo<CaseTurn>(ack => connection.socket.emit('case:write', written, ack))
      if (!reply?.ok) return false
    }
    return true
  }
  return (
    <Page title={say('case/new')}>
      <p class="govuk-body-l">{say('case/new-hint')}</p>
      {drafts.ready && (
        <Form faults={faults} onSubmit={() => void begin()}>
          <CaseFields values={drafts.values} onValue={drafts.change} faults={faults} />
          <div class="case-form__go">
            <button type="submit" class="button button--next" disabled={busy}>
              {say('case/record')}
            </button>
            {drafts.hasTyped && (
              <button type="button" class="text-button" onClick={() => void drafts.clear()}>
                {say('case/empty-form')}
              </button>
            )}
            <p role="status" class="case-form__saving">
              {busy
                ? say('case/saving')
                : problem && say(problem === 'no-answer' ? 'case/no-answer' : `problem/${problem}`)}
            </p>
          </div>
        </Form>
      )}
    </Page>
  )
}
