import fc from 'fast-check'
import { codeQuestion, type Utterance } from '../../../../dialogs/practice/coding/codeQuestion.ts'
import type { DebriefParts } from '../../../../dialogs/practice/debrief/betterWording.ts'
import { debriefOf } from '../../../../dialogs/practice/debrief/debriefOf.ts'
import { Scenario } from '../../../../dialogs/practice/scenario/scenario.ts'
import { type Level, LineGroup, Posture } from '../../../../dialogs/practice/scenario/terms.ts'
import { heardAs } from '../../../../dialogs/practice/young/heard.ts'
import {
  type PracticeTurn,
  played,
  practiceTalk,
  type TraineeSaid,
} from '../../../../dialogs/practice/young/practiceTalk.ts'
import { codingLexicon } from '../../../../locales/codingLexicons.ts'
import { modelWordings, practiceUnderstanding } from '../../../../locales/practiceWords.ts'
import { utterancesIn } from '../../../practice/utterances/utterances.ts'

const lexicon = codingLexicon()
export const code = (utterance: Utterance) => codeQuestion(lexicon, utterance)
export const parts: DebriefParts = { models: modelWordings(), code }
const understanding = practiceUnderstanding()

/** `'...'` waits. */
export const said = (...words: string[]): TraineeSaid[] =>
  words.map(each => (each === '...' ? { did: 'waited' } : { did: 'said', words: each }))

/** A talk held with these words, and what it showed. */
export function held(scenario: Scenario, all: readonly TraineeSaid[], level: Level = 'usual', seed = 1) {
  const turns = played(practiceTalk(scenario, { understanding, code }), level, seed, all)
  return { turns, debrief: debriefOf({ scenario, level, seed, turns }, parts) }
}

const tuned = ['tuning', 'tuning2', 'tuning3', 'tuning4'].flatMap(utterancesIn)

/** What practitioners say, of any class and flag: of the sets to tune by, and about this scenario's own details. */
export const talkWith = ({ units, mistakes }: Scenario, longest = 20): fc.Arbitrary<TraineeSaid[]> => {
  const own = [...units, ...mistakes].flatMap(each => {
    const about = 'about' in each ? each.about : each.id
    return [`Tell me about ${about}.`, `Was it ${about}?`, `What happened with ${about}?`, `I know about ${about}.`]
  })
  const words = fc.oneof(
    fc.constantFrom(...tuned.map(({ question }) => question)),
    fc.constantFrom(...own),
    fc.constantFrom(
      'Mm-hm.',
      'What happened next?',
      'Tell me everything.',
      'I promise I will not tell anyone.',
      'Are you hurt?',
    ),
  )
  return fc.array(
    fc.oneof(
      { weight: 9, arbitrary: words.map((each): TraineeSaid => ({ did: 'said', words: each })) },
      { weight: 1, arbitrary: fc.constant<TraineeSaid>({ did: 'waited' }) },
    ),
    { maxLength: longest },
  )
}

type Given = Partial<Omit<PracticeTurn, 'coded' | 'heard' | 'reply'>> & {
  coded?: Partial<NonNullable<PracticeTurn['coded']>>
  heard?: Partial<NonNullable<PracticeTurn['heard']>>
  reply?: Partial<PracticeTurn['reply']>
}

/** Turns of which only this matters. */
export const turnsOf = (...given: Given[]): PracticeTurn[] =>
  given.map(({ coded, heard, reply, ...rest }, at) => {
    const codes = { class: 'other' as const, flags: [], because: [], ...coded }
    return {
      number: at + 1,
      said: { did: 'said', words: 'Hello.' },
      coded: codes,
      heard: heardAs(codes.class, { coded: codes, ...heard }),
      effects: [],
      reply: { kind: 'reacts', says: 'Yes.', told: [], mistakes: [], ...reply },
      state: stateWith({}),
      ...rest,
    }
  })

export const stateWith = (given: Partial<PracticeTurn['state']>): PracticeTurn['state'] => ({
  turn: 1,
  trust: 50,
  pressure: 10,
  energy: 100,
  told: {},
  denied: [],
  contaminated: [],
  moves: [],
  supported: 0,
  refusals: 0,
  used: {},
  isPromised: false,
  draws: 1,
  ...given,
})

/** A teenager with a row at home, a lift from a man, and something hard that is told to nobody who was not honest first. */
export const row: Scenario = Scenario.parse({
  id: 'row',
  version: 3,
  title: 'A row',
  about: 'A row at home.',
  theme: 'arguments-at-home',
  warnings: [],
  person: { name: 'Pip Sample', age: 14, pronouns: 'they' },
  profile: 'teenage',
  known: ['They were away for a night.'],
  familiar: { people: [], places: [] },
  trust: { gentle: 60, usual: 50, hard: 40 },
  tires: 1,
  isCompliant: true,
  opening: { says: 'Hi.' },
  units: [
    unit('dinner', 'leaving', 0, 'the dinner', 'We were having dinner and it was cold.'),
    unit('phone', 'leaving', 0, 'the row about the phone', 'We had a row about the phone.'),
    unit('door', 'leaving', 0, 'the front door', 'I went out of the front door.'),
    unit('bus', 'away', 0, 'the bus', 'I took the bus to the sea.'),
    unit('beach', 'away', 0, 'the beach', 'I sat on the beach.'),
    unit('hut', 'away', 1, 'the hut', 'I slept in a hut on the beach.'),
    unit('lift', 'people', 2, 'the man in the van', 'A man gave me a lift in his van.', {
      gate: { trust: 55 },
      minimised: 'Someone was driving.',
      hint: 'I did not walk back, did I.',
      coverage: ['away.transport'],
    }),
    unit('threat', 'safety', 3, 'what the man said', 'The man said not to tell, or else.', {
      gate: { trust: 65, needs: ['lift'], after: ['limits'] },
      minimised: 'He said some things.',
      coverage: ['safe.felt-unsafe'],
    }),
    unit('mum', 'coming-back', 0, 'your mum', 'My mum cried when I came in.'),
    unit('football', 'chat', 0, 'football', 'I play in goal.'),
  ],
  mistakes: [
    { id: 'knife', topic: 'safety', cues: ['knife'], says: 'He had a knife.' },
    { id: 'rain', topic: 'away', cues: ['rain*'], says: 'It was raining.' },
  ],
  lines: Object.fromEntries(
    LineGroup.options.map(group => [group, [1, 2].map(at => ({ says: `I say ${group} ${at}.`, often: true }))]),
  ),
  body: Object.fromEntries(Posture.options.map(posture => [posture, [`Looks ${posture}.`, `Is ${posture}.`]])),
})

function unit(id: string, topic: string, sensitivity: number, about: string, full: string, more: object = {}) {
  return { id, topic, about, sensitivity, cues: [id], full, short: `${full.split(' ').slice(-2).join(' ')}`, ...more }
}
