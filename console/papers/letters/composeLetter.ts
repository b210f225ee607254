import type { Setting } from '../../casework/localSettings.ts'
import type { LetterName } from '../../casework/papers.ts'
import type { Block } from '../blocks.ts'
import type { Both } from '../paper.ts'
import {
  addressed,
  heading,
  type LetterSources,
  numbers,
  paragraph,
  reached,
  saidByGuide,
  saysHowToReach,
  whatHappens,
} from './letterParts.ts'

/** A letter's words in their places, and which of the settings are said in it. */
export interface ComposedLetter {
  title: Both
  blocks: readonly Block[]
  says: readonly Setting[]
}

export function composeLetter(letter: LetterName, sources: LetterSources): ComposedLetter {
  const reach: readonly Setting[] = saysHowToReach(sources) ? ['reachMe'] : []
  const { words } = sources
  switch (letter) {
    case 'offer-letter':
      return {
        title: words.script('letter/offer-title'),
        blocks: offer(sources),
        says: ['recipients', ...reach, 'helplines'],
      }
    case 'leaflet':
      return {
        title: words.script('letter/leaflet-title'),
        blocks: leaflet(sources),
        says: ['recipients', ...reach, 'helplines'],
      }
    case 'parent-letter':
      return { title: words.script('letter/parent-title'), blocks: toParent(sources), says: reach }
  }
}

/** Offers the talk to a young person who was not reached, or who did not want it on the phone (TORB-027, WAKE-017). */
function offer(sources: LetterSources): Block[] {
  const { words } = sources
  return [
    addressed(sources, 'letter/for'),
    saidByGuide(sources, 'welcome.who-i-am'),
    ...whatItIs(sources),
    ...choices(sources),
    ...reached(sources, 'letter/reach-me'),
    paragraph(words.script('letter/call-again')),
    ...whatHappens(sources),
    ...numbers(sources),
  ]
}

/** The same for nobody in particular: to be left with a young person. */
function leaflet(sources: LetterSources): Block[] {
  const { words } = sources
  return [
    paragraph(words.script('letter/leaflet-what')),
    ...whatItIs(sources),
    ...choices(sources),
    saidByGuide(sources, 'welcome.you-decide'),
    ...whatHappens(sources),
    ...reached(sources, 'letter/reach-me'),
    ...numbers(sources),
  ]
}

/** What it is for, and that whoever talks with them has no power over them. */
function whatItIs({ words, about }: LetterSources): Block[] {
  const isFromElsewhere = about?.unaccompanied === true || !['en', 'cy'].includes(words.language)
  return [
    paragraph(words.script('letter/what-for')),
    // Said without "today", which a letter cannot say.
    paragraph(words.guide('prompt/welcome.independent/under11')),
    paragraph(words.script('letter/not-punishment')),
    // Whoever came alone may take it for an interview about staying (ECRC-061, ECRC-062).
    ...(isFromElsewhere ? [paragraph(words.script('letter/not-staying'))] : []),
  ]
}

const choices = ({ words }: LetterSources): Block[] => [
  heading(words.script('letter/choices')),
  {
    block: 'list',
    items: [
      words.script('letter/choose-no'),
      words.script('letter/choose-where'),
      words.script('letter/choose-who'),
      words.script('letter/choose-with'),
      words.script('letter/choose-interpreter'),
    ],
  },
]

/** What it is, whose choice it is, and what they can do. Nothing in it is of what the young person said. */
function toParent(sources: LetterSources): Block[] {
  const { words, about } = sources
  return [
    addressed(sources, 'letter/young-person'),
    paragraph(words.script('letter/parent-hello')),
    paragraph(words.script('letter/parent-what')),
    paragraph(words.script('letter/parent-choice')),
    paragraph(words.script('letter/parent-private')),
    ...(about?.mayNeedConsent === false ? [] : [paragraph(words.script('letter/parent-consent'))]),
    paragraph(words.script('letter/parent-tell')),
    ...reached(sources, 'letter/parent-reach'),
    paragraph(words.script('letter/parent-danger')),
  ]
}
