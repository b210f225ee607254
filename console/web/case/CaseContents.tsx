import { useApp } from '../session/AppContext.ts'
import type { ConsoleKey } from '../words/ConsoleKey.ts'
import { useCase } from './CaseContext.ts'

/** The parts of a case as they stand on its page: by the id of each heading, and the words in it. */
const contents: readonly { group: ConsoleKey; parts: readonly (readonly [string, ConsoleKey])[] }[] = [
  {
    group: 'contents/now',
    parts: [
      ['concerns', 'concerns/title'],
      ['clocks', 'case/clocks'],
      ['do', 'case/do'],
    ],
  },
  {
    group: 'contents/talk',
    parts: [
      ['interview', 'case/interview'],
      ['balance', 'balance/title'],
    ],
  },
  {
    group: 'contents/after',
    parts: [
      ['review', 'review/title'],
      ['follow-up', 'follow/title'],
    ],
  },
  {
    group: 'contents/telling',
    parts: [
      ['sharing', 'sharing/title'],
      ['report', 'report/title'],
      ['intelligence', 'intelligence/title'],
      ['letters', 'letters/title'],
    ],
  },
  {
    group: 'contents/story',
    parts: [
      ['timeline', 'case/timeline'],
      ['linked', 'linked/title'],
      ['people-places', 'named/title'],
      ['facts', 'case/facts'],
      ['scope', 'scope/title'],
      ['close', 'case/close'],
    ],
  },
]

/** What is on the page of a case, to go there by one tap: the page is long, and whoever looks has little time. */
export function CaseContents() {
  const { say } = useApp()
  const { file } = useCase()
  const isThere = (id: string) => file.state === 'open' || id !== 'do'
  return (
    <nav class="contents no-print" aria-label={say('contents/title')}>
      {contents.map(({ group, parts }) => (
        <div key={group} class="contents__group">
          <p class="contents__name" id={`contents-${group.slice('contents/'.length)}`}>
            {say(group)}
          </p>
          <ul class="contents__parts" aria-labelledby={`contents-${group.slice('contents/'.length)}`}>
            {parts
              .filter(([id]) => isThere(id))
              .map(([id, key]) => (
                <li key={id}>
                  <a href={`#${id}`}>{say(key)}</a>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
