import type { ToldIn } from '../linked/toldIn.ts'
import type { IntelligenceItem } from './intelligence.ts'
import type { IntelligenceBody } from './intelligenceEvents.ts'

/** Something that could be written down for police, ready to be: nothing is before someone says so. */
export type Proposed = IntelligenceBody & { from: NonNullable<IntelligenceBody['from']> }

/**
 * Whoever and wherever was named as such in these interviews, and is not there yet. Nobody is looked for in anyone's words, and
 * how it is known stays open until someone says it.
 */
export function proposedFrom(interviews: readonly ToldIn[], items: readonly IntelligenceItem[]): Proposed[] {
  const usual = { type: 'intelligence', certainty: 'not-known', handling: { reveals: 'not-known' } } as const
  const all = interviews.flatMap(({ interview, people, places }): Proposed[] => [
    ...people.map(({ called, relation, voice, event }) => ({
      ...usual,
      ...{ kind: 'person' as const, words: called, source: voice, thirdParty: true, from: { interview, event } },
      ...(relation === undefined ? {} : { relation }),
    })),
    ...places.map(({ place, voice, event }) => ({
      ...usual,
      ...{ kind: 'place' as const, words: place, source: voice, thirdParty: false, from: { interview, event } },
    })),
  ])
  return all.filter(
    ({ kind, words, from }) =>
      !items.some(each => each.kind === kind && each.from?.event === from.event && said(each, words)),
  )
}

const said = ({ words, knownToChildAs }: IntelligenceItem, proposed: string) =>
  [words, knownToChildAs ?? ''].some(each => plain(each).includes(plain(proposed)))

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase()
