import { createHash } from 'node:crypto'
import type { Regime } from '../../dialogs/guide/schema.ts'
import type { Intent } from '../../dialogs/intent.ts'
import type { Actor, Interviews } from './interviews.ts'

/** A child who does not exist, and how far the talk with them has come. */
interface Example {
  name: string
  intents: readonly Intent[]
}

const went = (to: string): Intent => ({ do: 'go', to })
const words = (prompt: string, said: string): Intent => ({ do: 'account', prompt, words: said })
const told = (coverage: string): Intent => ({ do: 'cover', coverage, told: 'yes' })
const heard = (coverage: string, because: string): Intent => ({ do: 'cover', coverage, told: 'yes', because })
const next: Intent = { do: 'next' }

const examples: readonly Example[] = [
  { name: 'Example Robin', intents: [] },
  { name: 'Example Wren', intents: [went('welcome'), next, next] },
  {
    name: 'Example Linnet',
    intents: [
      went('leaving'),
      words('leaving.before-you-went', 'We had a big argument about my phone. My friend said I could stay at hers.'),
      told('push.arguments-at-home'),
      told('pull.friends'),
      next,
    ],
  },
  {
    name: 'Example Finch',
    intents: [
      went('leaving'),
      words('leaving.before-you-went', 'I needed some space. Someone I know from the park had been asking me to come.'),
      told('push.needed-space'),
      { do: 'concern', concern: idFor('Example Finch', 'concern') },
    ],
  },
  {
    name: 'Example Goldcrest',
    intents: [
      went('leaving'),
      words('leaving.before-you-went', 'They shout about my phone all the time. I went to get some quiet.'),
      heard('push.arguments-at-home', 'They shout about my phone all the time.'),
      told('push.needed-space'),
      heard('pull.kindness-from-someone', 'Someone older from the park bought me food.'),
      { do: 'cover', coverage: 'exploitation.gifts', told: 'yes', voice: 'practitioner', detail: 'A new phone.' },
      { do: 'cover', coverage: 'exploitation.gifts', told: 'no', detail: 'My cousin gave it to me.' },
      { do: 'cover', coverage: 'safe.someone-to-call', told: 'no' },
      heard('safe.protective-acts', 'I stayed where there were lots of people.'),
      { do: 'answer', prompt: 'safety.how-safe', answer: { kind: 'scale', value: 4 } },
      { do: 'answer', prompt: 'safety.hurt-now', answer: { kind: 'plain', said: 'no' } },
      { do: 'rather-not', prompt: 'safety.frightening' },
      heard('return.might-go-again', 'If they shout again I will go.'),
      words('balance.good-things', 'My gran, and football on Saturdays.'),
      words('balance.what-needs-to-happen', 'I want them to stop shouting. I want to be at my gran’s on Fridays.'),
    ],
  },
  { name: 'Example Martin', intents: [went('leaving'), { do: 'pause' }] },
  { name: 'Example Dunnock', intents: [{ do: 'decline' }] },
]

/** The team of the ready people. */
export const demoTeam = 'demo'

/**
 * Fills an empty store with invented children, none of whose names or words is anyone's. Does nothing where there is an
 * interview already. An intent the guide of the day has no place for is left out.
 */
export async function seedDemo(interviews: Interviews, regime: Regime): Promise<void> {
  if ((await interviews.list({ id: 'interviewer', team: demoTeam })).length > 0) return
  for (const { name, intents } of examples) {
    const actor: Actor = { by: 'interviewer', from: 'console', deviceAt: '2026-01-01T09:00:00Z' }
    const interview = idFor(name, 'interview')
    const known: Intent = { do: 'reply', text: name }
    const opening = { interview, id: idFor(name, 'opening'), language: 'en', regime, team: demoTeam, intents: [known] }
    await interviews.begin(opening, actor)
    for (const [place, intent] of intents.entries()) {
      await interviews.turn(interview, { ...actor, id: idFor(name, `turn ${place}`), intent })
    }
  }
}

/** The same UUID each time, so that two processes that seed at once seed one set. */
export function idFor(name: string, what: string): string {
  const hex = createHash('sha256').update(`${name}/${what}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
