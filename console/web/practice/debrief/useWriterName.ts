import { useApp } from '../../session/AppContext.ts'
import { nameOf } from '../../session/usePersonName.ts'
import { useDebrief } from './DebriefContext.ts'

/** What to call whoever wrote beside a talk, or held it. */
export function useWriterName(): (id: string) => string {
  const { say, session } = useApp()
  const { notes, trainee } = useDebrief()
  return id => {
    if (id === session.person?.id) return say('debrief/you')
    const person = [trainee, ...notes.people].find(each => each.id === id)
    return person ? nameOf(person, say) : say('person/colleague')
  }
}
