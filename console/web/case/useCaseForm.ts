import { useState } from 'preact/hooks'
import type { CaseEventBody } from '../../casework/episode/caseEvents.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import type { Fault } from '../shared/Fault.ts'
import { useCase } from './CaseContext.ts'
import type { FactFault, FactValues } from './caseFacts.ts'
import { useFormDrafts } from './useFormDrafts.ts'
import { useWriting } from './useWriting.ts'

export type CaseFormState = ReturnType<typeof useCaseForm>

/**
 * What every short form of a case needs: what is typed is kept on this device until it is written, and what is wrong leads to its
 * field. `ids` is what the ids of its fields begin with.
 */
export function useCaseForm(place: string, ids: string, usual: FactValues = {}) {
  const { say } = useApp()
  const { journal } = useWork()
  const { open } = useCase()
  const { ready, values, change, clear } = useFormDrafts(journal, `case/${open.episode}/${place}`, usual)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const { busy, problem, write } = useWriting(open)
  return {
    ready,
    values,
    faults,
    busy,
    problem,
    change,
    clear,
    /** What a control needs to know of the field of this name. */
    field: (name: string) => ({
      id: `${ids}${name}`,
      faults,
      value: values[name] ?? '',
      onValue: (value: string) => change(name, value),
    }),
    /** Says what is wrong with its fields, or that nothing is any more. */
    show(wrong: readonly FactFault[]) {
      setFaults(wrong.map(({ field, key }) => ({ field: `${ids}${field}`, words: say(key) })))
    },
    /** Says why it could not be sent, where that is no one field's. */
    refuse(key: FactFault['key']) {
      setFaults([{ words: say(key) }])
    },
    /** Writes it, and forgets what was typed. Answers with the ids it was written under, or undefined where it was not taken. */
    async write(...bodies: readonly CaseEventBody[]): Promise<readonly string[] | undefined> {
      const written = await write(...bodies)
      if (written) await clear()
      return written
    },
  }
}
