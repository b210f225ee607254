import { type DetailUnit, Scenario } from '../../dialogs/practice/scenario/scenario.ts'
import { LineGroup, Posture } from '../../dialogs/practice/scenario/terms.ts'

/** A young person with ten details, small enough to see through. Change what a test is about. */
export function smallScenario(change: Partial<Scenario> = {}): Scenario {
  const lines = LineGroup.options.map(group => [
    group,
    [{ says: `${group} once` }, { says: `${group} again`, often: true }],
  ])
  const body = Posture.options.map(posture => [posture, [`She is ${posture}.`, `She looks ${posture}.`]])
  return {
    ...Scenario.parse({
      id: 'small',
      version: 1,
      title: 'A small one',
      about: 'A test.',
      theme: 'arguments-at-home',
      warnings: [],
      person: { name: 'Testa Sample', age: 15, pronouns: 'she' },
      profile: 'teenage',
      known: ['Nothing.'],
      familiar: { people: [], places: [] },
      trust: { gentle: 50, usual: 40, hard: 30 },
      tires: 0,
      isCompliant: false,
      opening: { says: 'Hi.' },
      units: [
        detail('row', 'home'),
        detail('door', 'home'),
        detail('bus', 'away'),
        detail('park', 'away'),
        detail('swings', 'away'),
        detail('kay', 'people'),
        detail('bench', 'away'),
        detail('chips', 'away'),
        detail('phone', 'online'),
        detail('threat', 'safety', {
          sensitivity: 3,
          gate: { needs: ['kay'], after: ['limits'], pressureAtMost: 60 },
          minimised: 'Kay is only joking.',
          hint: 'Kay would not like me to say.',
        }),
      ],
      mistakes: [
        { id: 'hit', topic: 'home', cues: ['hit|hits'], says: 'He hit me.' },
        { id: 'train', topic: 'away', cues: ['train'], says: 'On a train.' },
      ],
      lines: Object.fromEntries(lines),
      body: Object.fromEntries(body),
    }),
    ...change,
  }
}

function detail(id: string, topic: string, more: object = {}): unknown {
  return {
    id,
    topic,
    about: `the ${id}`,
    sensitivity: 0,
    cues: [id],
    full: `There was the ${id}, all of it.`,
    short: `The ${id}.`,
    ...more,
  }
}

/** The detail of this id. */
export function unitOf({ units }: Scenario, id: string): DetailUnit {
  const unit = units.find(each => each.id === id)
  if (!unit) throw new Error(`The small scenario has no detail "${id}".`)
  return unit
}
