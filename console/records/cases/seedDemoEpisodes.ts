import type { Regime } from '../../../dialogs/guide/schema.ts'
import type { Intent } from '../../../dialogs/intent.ts'
import type { CaseEventBody } from '../../casework/episode/caseEvents.ts'
import type { Interviews } from '../interviews.ts'
import { demoTeam, idFor } from '../seedDemo.ts'
import type { Cases } from './cases.ts'

const name = 'Example Curlew'
const hour = 3_600_000
const told = (coverage: string): Intent => ({ do: 'cover', coverage, told: 'yes' })

/** Two times that an invented child was missing, each with a talk in which some were named twice. */
const episodes = [
  {
    which: 'earlier',
    hoursAgo: 24 * 40,
    intents: [
      people({ called: 'Example Kai', relation: 'friend of a cousin' }, { called: 'Example Noor', relation: 'friend' }),
      places('The arcade', 'Example Park'),
      told('push.arguments-at-home'),
      told('pull.friends'),
    ],
  },
  {
    which: 'now',
    hoursAgo: 60,
    intents: [
      people({ called: 'example kai', relation: 'older friend' }, { called: 'Example Tam', relation: 'met online' }),
      places('Example Park', 'A flat by the station'),
      told('push.arguments-at-home'),
      told('pull.friends'),
      told('exploitation.gifts'),
    ],
  },
] as const

/**
 * Adds two linked episodes of one invented child, so that there is something to compare. Does nothing where they are there. An
 * intent the guide of the day has no place for is left out.
 */
export async function seedDemoEpisodes(
  cases: Pick<Cases, 'begin' | 'write' | 'read'>,
  interviews: Pick<Interviews, 'begin' | 'turn'>,
  regime: Regime,
  now: Date,
): Promise<void> {
  if (await cases.read(episodeOf('now'), 0)) return
  const by = { by: 'interviewer', deviceAt: now.toISOString() }
  const actor = { ...by, team: demoTeam, from: 'system' } as const
  for (const { which, hoursAgo, intents } of episodes) {
    const episode = episodeOf(which)
    const interview = idFor(name, `${which} interview`)
    const at = (hours: number) => new Date(now.getTime() - hours * hour).toISOString()
    const bodies: CaseEventBody[] = [
      { type: 'notified', source: 'police', reportedByFamily: true },
      { type: 'named', calledAs: name },
      { type: 'timed', moment: 'wentMissing', at: at(hoursAgo) },
      { type: 'timed', moment: 'returned', at: at(hoursAgo - 8) },
      { type: 'timed', moment: 'notified', at: at(hoursAgo - 9) },
    ]
    await cases.begin({ episode, id: idFor(name, `${which} case`), bodies }, actor)
    const known: Intent = { do: 'reply', text: name }
    const opening = { interview, language: 'en', regime, team: demoTeam, episode, intents: [known] }
    await interviews.begin({ ...opening, id: idFor(name, `${which} opening`) }, { ...by, from: 'console' })
    for (const [place, intent] of intents.entries())
      await interviews.turn(interview, { ...by, from: 'console', id: idFor(name, `${which} turn ${place}`), intent })
    await cases.write(episode, { id: idFor(name, `${which} covered`), body: { type: 'covered', interview } }, actor)
  }
  const closed: CaseEventBody = {
    type: 'closed',
    because: 'transferred',
    words: 'They moved to another part of the county.',
  }
  await cases.write(episodeOf('earlier'), { id: idFor(name, 'closed'), body: closed }, actor)
  const link: CaseEventBody = { type: 'linked', episode: episodeOf('earlier') }
  await cases.write(episodeOf('now'), { id: idFor(name, 'linked'), body: link }, actor)
}

const episodeOf = (which: 'earlier' | 'now') => idFor(name, `${which} episode`)

function people(...all: { called: string; relation: string }[]): Intent {
  return { do: 'answer', prompt: 'while-away.who', answer: { kind: 'people', people: all } }
}

function places(...all: string[]): Intent {
  return { do: 'answer', prompt: 'while-away.where', answer: { kind: 'places', places: all } }
}
