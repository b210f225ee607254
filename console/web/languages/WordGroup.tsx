import type { Words } from '../../../locales/translator.ts'
import type { WordActed } from '../../contract/languages.ts'
import { useApp } from '../session/AppContext.ts'
import type { Say } from '../words/ConsoleKey.ts'
import { type WordGroup as Group, idOf } from './linesShown.ts'
import { titledParts } from './titledParts.ts'
import { type AboutWords, WordForm } from './WordForm.tsx'

interface Props {
  group: Group
  guideWords: Words | undefined
  isOpen: boolean
  onToggle(isOpen: boolean): void
  about: AboutWords
  onLine(acted: WordActed): void
  /** Someone is at this string. */
  onAt(id: string): void
}

/** The strings of one topic. They are drawn once it is open: a language has hundreds. */
export function WordGroup({ group, guideWords, isOpen, onToggle, about, onLine, onAt }: Props) {
  const { say } = useApp()
  const left = group.lines.filter(({ state }) => state !== 'signed').length
  return (
    <details class="words__group" open={isOpen} onToggle={({ currentTarget }) => onToggle(currentTarget.open)}>
      <summary class="words__summary">
        <h2 class="words__title">{titleOf(group, say, guideWords)}</h2>
        <bdi class="words__left">{say('languages/group-left', { left, total: group.lines.length })}</bdi>
      </summary>
      {isOpen &&
        group.lines.map(line => (
          <WordForm key={idOf(line)} line={line} about={about} onLine={onLine} onAt={() => onAt(idOf(line))} />
        ))}
    </details>
  )
}

/** Of the guide: stage and topic by their titles. Of the other files: what the keys begin with, where it has no title. */
function titleOf({ stage, topic, file, part }: Group, say: Say, guideWords: Words | undefined) {
  const titles = [stage && `stage/${stage}`, topic && `topic/${topic}`].filter(key => key !== undefined)
  if (titles.length > 0) return guideWords ? titles.map(key => guideWords(key)).join(' · ') : (topic ?? stage)
  const name = titledParts.find(each => each === part)
  const isTitled = file === 'guide' || file === 'script'
  return isTitled && name ? (
    say(`languages/part-${name}`)
  ) : (
    <span lang="en" dir="ltr">
      {part}
    </span>
  )
}
