import type { Regime } from '../../../dialogs/guide/schema.ts'
import type { Level } from '../../../dialogs/practice/scenario/terms.ts'
import type { TraineeSaid } from '../../../dialogs/practice/young/practiceTalk.ts'
import type { Member } from '../../casework/needToKnow.ts'
import { demoTeam, idFor } from '../seedDemo.ts'
import type { PracticeRoom } from './createPracticeRoom.ts'

/** An attempt that nobody made, so many days ago: what was said in it, turn by turn. An empty text is waiting. */
interface ExampleAttempt {
  name: string
  scenario: string
  level: Level
  daysAgo: number
  says: readonly string[]
}

const trainee: Member = { id: 'trainee', team: demoTeam }
const trainer: Member = { id: 'trainer', team: demoTeam }

/** The first is what a beginner does, the second the same talk after some practice. */
const examples: readonly ExampleAttempt[] = [
  {
    name: 'Example first practice',
    scenario: 'arguments-at-home',
    level: 'gentle',
    daysAgo: 9,
    says: [
      'Hello. My name is Sam and I want to ask you some questions.',
      'Did you run away because you were angry?',
      'Did you go to the park?',
      'Were you on your own?',
      'Did somebody tell you to go?',
      'What happened then?',
      'Did you know that everybody was worried about you?',
      'Was it cold?',
      'Tell me what you did while you were out.',
      'Were you frightened, or were you happy to be away?',
      'Did you talk to anybody?',
      'Why did you not just go home?',
      'Did you have your phone with you?',
      'Will you do it again?',
      'Thank you. Goodbye.',
    ],
  },
  {
    name: 'Example second practice',
    scenario: 'arguments-at-home',
    level: 'gentle',
    daysAgo: 3,
    says: [
      'Hello. My name is Sam. I do not work for the police or for your family. I am here to listen to you.',
      'You can say no to any question, and you can stop whenever you want.',
      'I cannot keep everything secret. If somebody may get hurt I have to tell people who can help, and I tell you first.',
      'Before we start, tell me about something you like doing.',
      'Tell me everything that happened on the day you went out.',
      'Tell me more about that.',
      '',
      'What happened next?',
      'Thank you for telling me. I can see that this is hard to talk about.',
      'Tell me about what it is like at home.',
      'What happened just before you went?',
      'Tell me about the places you went to.',
      'What did you do there?',
      'Are you hurt anywhere?',
      'What was the best part of that day, and what was the worst?',
      'Tell me what would help you.',
      'What would you like to happen next?',
      'Let me say back what you told me. Tell me if I have something wrong.',
      'I will talk with your teacher about what you asked for. If it gets hard again you can ring me on this number.',
      'Thank you for talking with me. Goodbye.',
    ],
  },
  {
    name: 'Example third practice',
    scenario: 'tired-of-interviews',
    level: 'usual',
    daysAgo: 1,
    says: [
      'Hello. My name is Sam. I do not work for the police. You have done a lot of these talks, so you say how we do this one.',
      'That is fine. We can stop whenever you want.',
      'Tell me what has been happening for you.',
      '',
      'Tell me more about that.',
      'Did you stay with that friend again?',
    ],
  },
]

/**
 * Practice of the ready trainee, made by the same engine that answers them, with something for their trainer to answer. Does nothing
 * where it is there already, or where a scenario is not. `at` gives the practice room at another time.
 */
export async function seedDemoPractice(
  at: (now: () => Date) => PracticeRoom,
  regime: Regime,
  now: Date,
): Promise<void> {
  const { attempts, notes, assignments } = at(() => now)
  const isThere = new Set(attempts.scenarios().map(({ id }) => id))
  const made = new Set((await attempts.own(trainee.id)).map(({ id }) => id))
  const possible = examples.filter(({ name, scenario }) => isThere.has(scenario) && !made.has(idFor(name, 'attempt')))
  for (const example of possible) await practised(at, example, regime, now)
  if (!possible.some(({ name }) => name === second)) return
  const attempt = idFor(second, 'attempt')
  const comment = {
    id: idFor(second, 'comment'),
    turn: 7,
    text: 'You left room here, and the story went on by itself.',
  }
  await notes.comment(attempt, comment, trainer.id)
  await notes.dispute(
    attempt,
    { turn: 15, class: 'invitation', why: 'I left it open what was best and what was worst.' },
    trainee.id,
  )
  const asked = {
    ...{ assignment: idFor('Example assignment', 'assignment'), trainees: [trainee.id], level: 'usual' as const },
    ...{ scenario: 'tired-of-interviews', due: dayAfter(now, 7) },
    note: 'Let the young person lead, and see how much you hear without one closed question.',
  }
  if (isThere.has(asked.scenario)) await assignments.assign(asked, trainer)
}

const second = 'Example second practice'

async function practised(
  at: (now: () => Date) => PracticeRoom,
  { name, scenario, level, daysAgo, says }: ExampleAttempt,
  regime: Regime,
  today: Date,
): Promise<void> {
  let clock = new Date(today.getTime() - daysAgo * 86_400_000)
  const { attempts } = at(() => clock)
  const attempt = idFor(name, 'attempt')
  await attempts.begin({ attempt, scenario, level, regime }, trainee)
  for (const [after, words] of says.entries()) {
    clock = new Date(clock.getTime() + 40_000)
    const said: TraineeSaid = words === '' ? { did: 'waited' } : { did: 'said', words }
    const outcome = await attempts.say(attempt, { id: idFor(name, `turn ${after}`), after, said })
    if (!outcome.ok || outcome.value.attempt.ended !== undefined) break
  }
  await attempts.end(attempt)
}

const dayAfter = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
