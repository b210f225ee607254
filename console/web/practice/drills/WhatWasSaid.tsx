import { useApp } from '../../session/AppContext.ts'
import { highlighted } from '../debrief/highlighted.ts'

interface Props {
  said: readonly string[]
  asked?: readonly string[] | undefined
  question: string
  /** The words of the question that its class goes by, once they are shown. */
  marked?: readonly string[]
}

/** What the young person has said so far, what was asked before, and the question it is about. */
export function WhatWasSaid({ said, asked = [], question, marked = [] }: Props) {
  const { say } = useApp()
  return (
    <div class="exercise__said">
      {asked.map(each => (
        <Line key={each} who={say('drills/asked-before')} words={each} isMe />
      ))}
      {said.length === 0 ? (
        <p class="said__seen">{say('drills/nothing-said')}</p>
      ) : (
        said.map(each => <Line key={each} who={say('drills/young-person')} words={each} />)
      )}
      <div class="said__line said__line--me exercise__question">
        <p class="said__who">{say('drills/practitioner')}</p>
        <p class="said__words" lang="en" dir="auto">
          {highlighted(question, marked).map(({ text, isMarked }, place) =>
            isMarked ? <mark key={place}>{text}</mark> : text,
          )}
        </p>
      </div>
    </div>
  )
}

function Line({ who, words, isMe }: { who: string; words: string; isMe?: boolean }) {
  return (
    <div class={`said__line ${isMe ? 'said__line--me' : 'said__line--them'}`}>
      <p class="said__who">{who}</p>
      <p class="said__words" lang="en" dir="auto">
        {words}
      </p>
    </div>
  )
}
