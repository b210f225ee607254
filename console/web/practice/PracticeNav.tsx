import { useLocation } from 'preact-iso'
import { mayDo } from '../../casework/roles.ts'
import { useApp } from '../session/AppContext.ts'

const pages = [
  { path: '/practice', words: 'practice/talks' },
  { path: '/practice/progress', words: 'practice/progress' },
  { path: '/practice/drills', words: 'practice/drills' },
] as const
const trainersPage = { path: '/practice/cohort', words: 'practice/cohort' } as const

/** The pages of practice: the talks, one's own progress and the drills, and for a trainer the people they train. */
export function PracticeNav() {
  const { say, session } = useApp()
  const { path, query } = useLocation()
  // Somebody else's progress is no page of one's own: it belongs to the people one trains.
  const isTheirs = query.trainee !== undefined && query.trainee !== session.person?.id
  const here = isTheirs ? trainersPage.path : path
  const isTrainer = session.person !== null && mayDo(session.person.role, 'practice.train')
  return (
    <nav class="practice-nav" aria-label={say('practice/title')}>
      <ul class="practice-nav__all">
        {[...pages, ...(isTrainer ? [trainersPage] : [])].map(({ path, words }) => (
          <li key={path}>
            <a class="practice-nav__one" href={path} aria-current={here === path ? 'page' : undefined}>
              {say(words)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
