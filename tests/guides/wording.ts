import readability from 'text-readability'
import type { Guide, Prompt, Stage, Topic } from '../../dialogs/guide/schema.ts'

/** What can be wrong with words a child is to hear (practice facts, 6.2). */
export type WordingFault =
  | 'leading'
  | 'tag'
  | 'negative'
  | 'multiple'
  | 'forced-choice'
  | 'closed'
  | 'why-or-blame'
  | 'promise'
  | 'assumes-volition'
  | 'label'
  | 'jargon-or-idiom'
  | 'too-long'
  | 'date-or-number'

/** Words as a child hears them, under the key they stand at in `guide.json`. */
export interface Spoken {
  key: string
  kind: Prompt['kind'] | 'follow-up'
  text: string
}

/** Longest sentence, in words of ours and with every gap filled, and most sentences said at one time. */
const longest = { own: 12, filled: 15, sentences: 4 }

const closedStart =
  /^(?:and |so )?(?:did|were|was|do|does|is|are|am|have|has|had|can|could|will|would|should|may|might)\b/i
const negativeStart =
  /^(?:and |so )?(?:did|were|was|do|does|is|are|have|has|had|ca|could|wo|would|should)n['’]t\b|\byou (?:did|were|have|do|could)(?:n['’]t| not)\b[^.]*\?/i
const invitation = /(?:^|[,.?!] |please )(?:tell me|explain to me|describe)\b(?! if\b)/gi
const openInvitation = /^(?:can|could|would) you (?:please )?tell me\b/i
const questionHead = /\b(?:and|or),? (?:did|were|was|do|is|are|have|who|what|where|when|how|why)\b|\band\/or\b/i

const patterns: readonly (readonly [WordingFault, RegExp])[] = [
  // A person or a thing that the child has not brought up.
  ['leading', /\b(?:he|she|him|his|her|drugs|weed|vodka|cocaine|beer|knife|weapon|sex)\b/i],
  [
    'leading',
    /\b(?:you (?:must (?:have|be|feel)|were probably|probably)|i (?:think|know|guess|bet) you (?:were|are|felt|feel|went|did|had|wanted)|it must have)\b/i,
  ],
  [
    'tag',
    /,\s*(?:right|yes|no|ok|okay|correct|innit|(?:is|are|was|were|do|does|did|have|has|had|wo|would|could|ca|should)n['’]t (?:it|you|he|she|they|we|that)|(?:is|are|was|were|do|did|have) (?:it|you|he|she|they))\s*\?/i,
  ],
  [
    'why-or-blame',
    /\bwhy\b|what were you thinking|how could you|what made you|\byour fault\b|\bshould(?:n['’]t| not)? have\b|\bblame|\b(?:did|done|do) (?:something )?wrong\b|\bbad (?:choice|idea)s?\b|\bnaughty\b/i,
  ],
  [
    'promise',
    /\bsecret|between (?:us|you and me)|\bpromise|\b(?:you['’]ll|you will) feel better|no ?(?:one|body) (?:else )?will (?:know|find out|read)|trust me|tell me anything|\bit will (?:all )?be (?:fine|ok|okay|all right|alright)|told me that you|i will never|stays? here|\bi (?:will|can) (?:always )?keep you safe|for ?ever\b|\balways\b|only (?:tell|share) (?:people |them )?what you/i,
  ],
  [
    'assumes-volition',
    /\br[au]n(?:ning)? (?:away|off)\b|\brunaways?\b(?! helpline)|\b(?:chose|decided|choose) to (?:go|leave|stay|return|come)\b|\babscond/i,
  ],
  [
    'label',
    /\b(?:boyfriend|girlfriend|abus\w*|rap(?:e|ed|ist)|gangs?|groom\w*|exploit\w*|victim\w*|prostitut\w*|traffick\w*|perpetrator\w*|offender\w*|predator\w*|assault\w*|attack\w*|criminal\w*|terroris\w*|extremis\w*)\b/i,
  ],
  [
    'jargon-or-idiom',
    /\b(?:LAC|CSE|CCE|RHI|UASC|NRM|MASH|placements?|safeguard\w*|disclos\w*|allegation\w*|assess\w*|referr?al\w*|multi-agency|consent\w*|confidential\w*|professionals?|contextual|key ?worker|statutory|care plan|episodes?|intelligence|associates?|circumstances|concerns?|agency|agencies|authorit\w+|risks?|risky)\b/i,
  ],
  [
    'jargon-or-idiom',
    /clear your head|same boat|under the weather|open up|off your chest|walk me through|hang(?:ing)? out|sort(?:ed)? (?:it )?out|kick(?:ed)? off|in yourself|butterflies|g[eo]t by\b|on the streets?|end of the day|heads? up|touch base|fall(?:en)? out with|pick(?:ed|ing)? on|blow(?:n)? up|feel(?:ing)? down|let it out|behind your back|\bpass(?:ing|ed)? (?:(?:it|this|that|things) )?on\b|\b(?:made|make) it (?:back|home|there)\b|put (?:it|that) right|in charge|leave (?:it|some|things) out|\bgo(?:ing)? through\b|change your mind|get away from/i,
  ],
  [
    'date-or-number',
    /\bexactly (?:when|what|where|how)\b|\bhow many\b|\bwhat (?:time|date|day)\b|\bwhich (?:date|day)\b|\bhow old were you when\b/i,
  ],
]

/** Every fault in words a child is to hear. A `plain` question may be closed, and nothing else. */
export function wordingFaults({ kind, text }: Pick<Spoken, 'kind' | 'text'>): WordingFault[] {
  const sentences = sentencesOf(filled(text))
  const asked = sentences.filter(sentence => sentence.endsWith('?'))
  const invited = filled(text).match(invitation) ?? []
  const heads = [...asked, ...sentences.filter(sentence => sentence.match(invitation))]
  const tooLong =
    sentencesOf(text).some(sentence => wordCount(sentence) > longest.own) ||
    sentences.some(sentence => wordCount(sentence) > longest.filled) ||
    sentences.length > longest.sentences
  const found = [
    ...patterns.filter(([, pattern]) => pattern.test(text)).map(([fault]) => fault),
    ...(sentences.some(sentence => negativeStart.test(sentence)) ? ['negative' as const] : []),
    ...(asked.length + invited.length > 1 || heads.some(head => questionHead.test(head)) ? ['multiple' as const] : []),
    ...(asked.some(isForcedChoice) ? ['forced-choice' as const] : []),
    ...(kind !== 'plain' && asked.some(isClosed) ? ['closed' as const] : []),
    ...(tooLong ? ['too-long' as const] : []),
  ]
  return [...new Set(found)]
}

/** The Flesch-Kincaid school grade of the words, with every gap filled the way a service would fill it. */
export function gradeOf(text: string): number {
  return readability.fleschKincaidGrade(filled(text))
}

/** Everything in the guide that a young person hears, with its words. */
export function spokenIn(guide: Guide, words: Readonly<Record<string, string>>): Spoken[] {
  const stages = guide.stages.filter((stage: Stage) => !stage.practitionerOnly)
  const said = guide.concern.prompts.filter(prompt => prompt.kind === 'say')
  const prompts = [...stages.flatMap(stage => stage.topics).flatMap((topic: Topic) => topic.prompts), ...said]
  return prompts.flatMap(prompt => [
    ...Object.keys(words)
      .filter(key => key === `prompt/${prompt.id}` || key.startsWith(`prompt/${prompt.id}/`))
      .map(key => ({ key, kind: prompt.kind, text: words[key] ?? '' })),
    ...prompt.followUps.map(({ id }) => ({
      key: `follow-up/${id}`,
      kind: 'follow-up' as const,
      text: words[`follow-up/${id}`] ?? '',
    })),
  ])
}

const isClosed = (question: string): boolean => closedStart.test(question) && !openInvitation.test(question)

const isForcedChoice = (question: string): boolean =>
  /\bor\b/i.test(question) && !/something else|anything else|someone else/i.test(question)

/** Plain words of the length a service would put there. */
const fillings: Readonly<Record<string, string>> = {
  recipients: 'your social worker and the police',
  reachMe: 'call or text me on my work phone',
  helplines: 'Childline and Runaway Helpline',
  practitioner: 'Sam',
}

function filled(text: string): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => fillings[name] ?? name)
}

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.?!])\s+/)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')

const wordCount = (sentence: string): number => sentence.split(/\s+/).length
