import type { Debrief } from '../../../../../dialogs/practice/debrief/debrief.ts'
import type { Scenario } from '../../../../../dialogs/practice/scenario/scenario.ts'
import { played } from '../../../../../dialogs/practice/young/practiceTalk.ts'
import { practiceTalks } from '../../../../../locales/practiceTalks.ts'
import { scenarios } from '../../../../../locales/practiceWords.ts'

const scenario = scenarios().find(({ id }) => id === 'arguments-at-home')
const { talks, debrief } = practiceTalks(scenario ? [scenario] : [])
const talk = talks.get('arguments-at-home')

/** What a talk with the eight-year-old showed, in which this was said. Nothing said is waiting. */
export function debriefMade(said: readonly string[], seed = 1): { debrief: Debrief; scenario: Scenario } {
  if (!talk) throw new Error('There is no scenario arguments-at-home: name another here.')
  const turns = played(
    talk,
    'usual',
    seed,
    said.map(words => (words === '' ? { did: 'waited' } : { did: 'said', words })),
  )
  return { debrief: debrief({ scenario: talk.scenario, level: 'usual', seed, turns }), scenario: talk.scenario }
}

/** Things that trainees say, good and bad. */
export const sayings = [
  'Hello Posy. My name is Example Worker. I do not work for the police.',
  'You can say no to any question.',
  'I cannot keep everything secret. If somebody hurts you I have to tell someone who can help.',
  'What do you like doing?',
  'Tell me what happened on Sunday.',
  'Mm-hm.',
  '',
  'Tell me everything about the arguing.',
  'Did Rob hit your mum?',
  'Why did you run away?',
  'Thank you for telling me.',
  'Did you go to the park?',
  'Was it dark?',
  'I promise I will not tell anyone.',
  'Are you safe now?',
  'Goodbye Posy.',
] as const
