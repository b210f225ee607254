import { coverage } from '../../../dialogs/guide/coverage.ts'
import type { Told, Voice } from '../../../dialogs/record/events.ts'
import type { ToldIn } from '../linked/toldIn.ts'

/** What the factors of the picture are put together by (CHESH-083, CHESH-094, CHESH-095). */
export const pictureGroups = ['push', 'pull', 'sexual', 'criminal', 'trafficking', 'radicalisation', 'signs'] as const
export type PictureGroup = (typeof pictureGroups)[number]

/** A missing episode with what its interviews tell. `at` is when they went missing, or what is nearest to it. */
export interface EpisodeToSee {
  episode: string
  at: string
  interviews: readonly ToldIn[]
}

/** Who told what of one factor. Nobody where nothing was said: which is none of the three. */
export type Mark = { told: Told; voice: Voice }

export interface PictureRow {
  /** Coverage id. */
  factor: string
  group: PictureGroup
  /** One for each episode, in their order. */
  cells: readonly (readonly Mark[])[]
}

/** What was told of push and pull factors and signs of exploitation in any of these episodes, each episode beside the others. */
export function pictureOf(episodes: readonly EpisodeToSee[]): PictureRow[] {
  return coverage
    .flatMap(({ id }) => {
      const group = groupOf(id)
      return group ? [{ factor: id, group, cells: episodes.map(({ interviews }) => marksIn(id, interviews)) }] : []
    })
    .filter(({ cells }) => cells.some(marks => marks.length > 0))
    .toSorted((a, b) => pictureGroups.indexOf(a.group) - pictureGroups.indexOf(b.group))
}

/** Which group a coverage item is of; undefined for what is not in the picture. */
export function groupOf(id: string): PictureGroup | undefined {
  if (id in grouped) return grouped[id]
  const beginning = id.split('.')[0]
  if (beginning === 'push' || beginning === 'pull' || beginning === 'trafficking') return beginning
  return beginning === 'exploitation' ? 'signs' : undefined
}

const grouped: Readonly<Record<string, PictureGroup>> = {
  'exploitation.sexual': 'sexual',
  'exploitation.images': 'sexual',
  'pull.groomed': 'sexual',
  'exploitation.criminal': 'criminal',
  'pull.criminal-exploitation': 'criminal',
  'pull.crime': 'criminal',
  'away.crime': 'criminal',
  'exploitation.trafficking': 'trafficking',
  'pull.groomed-for-trafficking': 'trafficking',
  'exploitation.extremism': 'radicalisation',
  'exploitation.radicalisation': 'radicalisation',
}

/** The list of reasons a practitioner ticks afterwards (CHESH-083), in the terms of what was listened for. */
export const reasonFactors: Readonly<Record<string, string>> = {
  'arguments-at-home': 'push.arguments-at-home',
  'harm-at-home': 'push.long-term-harm-at-home',
  'violence-between-adults': 'push.violence-between-adults',
  'family-breakup': 'push.family-breakup',
  'told-to-leave': 'push.told-to-leave',
  placement: 'push.placement-problems',
  'care-plan': 'push.unhappy-with-care-plan',
  'contact-arrangements': 'pull.contact-with-family',
  bullying: 'push.bullying',
  school: 'push.school',
  'friends-trouble': 'push.trouble-with-friends',
  'peer-pressure': 'push.peer-pressure',
  'mental-health': 'push.mental-health',
  'emotional-health': 'push.emotional-wellbeing',
  'sexuality-or-identity': 'push.sexuality-or-identity',
  pregnancy: 'push.pregnancy',
  'needed-space': 'push.needed-space',
  bored: 'push.bored',
  'to-be-with-friends': 'pull.friends',
  'to-be-with-family': 'pull.family',
  encouraged: 'pull.encouraged-by-others',
  'sexual-exploitation': 'exploitation.sexual',
  'criminal-exploitation': 'pull.criminal-exploitation',
  trafficking: 'exploitation.trafficking',
  extremism: 'exploitation.extremism',
  crime: 'pull.crime',
  drugs: 'pull.drugs',
  alcohol: 'pull.alcohol',
  money: 'pull.money',
}

/** Each voice its own, none twice: where two interviews differ, both are there. */
function marksIn(id: string, interviews: readonly ToldIn[]): Mark[] {
  const told = interviews.flatMap(({ factors, reasons }) => [
    ...factors.filter(({ field }) => field === id).map(({ told: how, voice }): Mark => ({ told: how, voice })),
    ...reasons
      .filter(({ reasons: ticked }) => ticked.some(reason => reasonFactors[reason] === id))
      .map(({ voice }): Mark => ({ told: 'yes', voice })),
  ])
  return told.filter(
    (mark, place) => told.findIndex(each => each.told === mark.told && each.voice === mark.voice) === place,
  )
}
