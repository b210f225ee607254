import type { LanguageResponse, WordLine } from '../../contract/languages.ts'
import { useApp } from '../session/AppContext.ts'
import { nameOf } from '../session/usePersonName.ts'
import { dayAndTime } from '../words/timeWords.ts'

/** How far people have come with a string, who brought it there and when. */
export function WordStateLine({ line, people }: { line: WordLine; people: LanguageResponse['people'] }) {
  const { say, language } = useApp()
  const nameIn = useNameIn(people)
  const who = line.by && ('person' in line.by ? nameIn(line.by.person) : line.by.name)
  return (
    <p class="word__state">
      <span class={`word__mark word__mark--${line.state}`}>{say(`languages/state-${line.state}`)}</span>{' '}
      {who && line.at && <bdi>{say('languages/state-by', { who, when: dayAndTime(line.at, language) })}</bdi>}
    </p>
  )
}

/** What to call someone who worked on words: whoever has gone from here is a colleague. */
export function useNameIn(people: LanguageResponse['people']): (id: string) => string {
  const { say } = useApp()
  return id => {
    const person = people[id]
    return person ? nameOf(person, say) : say('person/colleague')
  }
}
