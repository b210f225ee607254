import { z } from 'zod'
import { questionClasses, questionFlags } from './questionClasses.ts'

const Words = z.array(z.string().min(1)).min(1)
const Patterns = z.array(z.string().min(1)).min(1)

const Rule = z.strictObject({
  rule: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  class: z
    .enum([...questionClasses, 'open'])
    .describe('`open`: an invitation, or a cued one where it is about something the child told of.'),
  at: z
    .enum(['start', 'clause', 'anywhere', 'over'])
    .describe(
      'Where its words stand: first in the sentence, first in any part of it, anywhere in it where nothing is asked, or over all of it.',
    ),
  isOrder: z
    .literal(true)
    .optional()
    .describe('Its words ask for something after a request: "tell me" after "can you".'),
  unlessStated: z
    .literal(true)
    .optional()
    .describe('A full stop after it says that nothing is asked: "Have a minute."'),
  when: Patterns,
})

const Vocabulary = z.strictObject({
  acts: Words.describe('What somebody does to a child, or gives it: a detail where someone else is who acts.'),
  kindActs: Words.describe('Acts that are everyday where family or staff are who acts.'),
  ownActs: Words.describe('What a child may have done: a detail where a question takes it for granted.'),
  things: Words.describe('What is a detail whoever it is about: drink, drugs, gifts, offences.'),
  objects: Words.describe('What is a detail where a question takes it for granted: "the bag".'),
  feelings: Words.describe('A detail where the child has not told of them.'),
  persons: Words.describe('Words after which a pronoun stands for somebody told of.'),
  known: Words.describe(
    'What is in any life, and what whoever was away did: went somewhere, slept, ate and came home.',
  ),
  occasion: Words.describe('What can be spoken of as known whatever was told: "the night", "the way back".'),
  asked: Words.describe('What is asked about anybody and anything: what they said, did or looked like.'),
})

const Lists = z.strictObject({
  labels: Words.describe('Beginnings of words that judge or name what happened: the child is to use them first.'),
  determiners: Words.describe('What takes the word after it for granted.'),
  the: Words,
  definite: Words.describe('What says that there is such a one, also where something of it is denied.'),
  open: Words.describe('Words that leave a yes-or-no question open: "did anyone give you anything".'),
  function: Words.describe('Words that are no detail and nothing told.'),
  pronouns: Words.describe('Words for people told of before.'),
  he: Words,
  she: Words,
  they: Words.describe('Pronouns that may stand for anyone.'),
  subjective: Words.describe('Pronouns for others as whoever acts.'),
  men: Words.describe('Persons that "she" does not stand for.'),
  women: Words.describe('Persons that "he" does not stand for.'),
  negators: Words.describe('What follows them in a clause was denied, not told.'),
  attitudes: Words.describe('What is there although one does not like, know or want it.'),
  supposing: Words.describe('What follows them was only supposed.'),
  claims: Words.describe('What follows them of the child was claimed by somebody else, not told.'),
  modals: Words.describe('What a sentence has that says what may be and not what was.'),
  been: Words,
  undergoing: Words.describe('Before an act, they say that the subject underwent it.'),
  wh: Words.describe('Question words.'),
  when: Words.describe('What a question has that asks for a time, first or second: "what time".'),
  extents: Words.describe('What a question has second that asks how far, long or much.'),
  what: Words,
  who: Words,
  inverting: Words.describe('What after a question word makes it ask: "what did", not "what you".'),
  auxiliaries: Words.describe('What stands before the subject of a question.'),
  minds: Words.describe('What somebody had in mind: said of the child and untold, it is put into the account.'),
  presuming: Words.describe('Question words that take for granted what is asked about: "when did he".'),
  ordinary: Words.describe('What any life and any time away has: to name it names nothing that was told.'),
  of: Words,
  whole: Words.describe('What before "of it" makes it stand for all that happened.'),
  guessing: Words.describe('What shows that a feeling is guessed and not said back: "you must have been".'),
  adjectives: Words.describe('What may stand between whose somebody is and who: "his big brother".'),
  subordinating: Words.describe('What begins a clause that says when.'),
  wasOrSaid: Words.describe('What anybody told of is, has and says.'),
  places: Words.describe('What stands before the name of a place.'),
  requesting: Words.describe('What family may do although nobody told of it: "did your mum ask you to come home".'),
  towards: Words.describe('What may stand between a verb and whom it is done to.'),
  named: Words.describe('What stands before a name, also one in small letters.'),
  shortNames: Words.describe(
    'Names of two letters, or that are seldom anything else, where they begin with a capital.',
  ),
  firstNames: Words.describe('Names that are no other word: they are names in small letters too.'),
  givenNames: Words.describe('Names that are words too, or look like a form of one: "Pete", "Grace".'),
  at: Words.describe('What stands before whose place it is: "at my mates".'),
  benign: Words.describe('What anybody told of may do to a child: "what did he tell you".'),
  calling: Words.describe(
    'What stands before a name at the end of a sentence where it does not only call on somebody.',
  ),
  confirming: Words.describe('What begins a sentence that only wants to be agreed to.'),
  next: Words.describe('What asks for the rest and not for something told.'),
  reports: Words.describe('How others come to say something of the child: "your mum says".'),
  between: Words.describe('What may stand between a subject and its verb.'),
  joins: Words.describe('What begins another part of a sentence.'),
  or: Words,
  because: Words,
  not: Words,
  yeah: Words.describe('Tags that only ask whether it was heard right.'),
  subjects: Words.describe('What a statement about what was told begins with.'),
  you: Words,
  yours: Words.describe('Words for the child spoken to, and what is theirs.'),
  us: Words.describe('Words for whoever speaks.'),
  me: Words.describe('Words for whoever speaks, where something is done to them.'),
  ours: Words.describe('Words for whoever speaks, and what is theirs.'),
  pointers: Words.describe('Words that point at all that was said.'),
  further: Words.describe('What asks for more and not for the same.'),
  those: Words.describe('Words that point at what was said and not at whom.'),
  anaphors: Words.describe('Words that stand for something told, after one of `ties`.'),
  ties: Words,
  anyoneDoes: Words.describe('What somebody does in any life: "who looked after you".'),
  article: Words,
  besides: Words.describe('What may stand between "the" and whom it points at: "the other girl".'),
  mates: Words.describe('Whom not everybody has with them.'),
  past: Words.describe('What asks about what has been.'),
  theirs: Words.describe('What stands before a person of somebody else, or one pointed at: "his mates", "that lad".'),
  plainAsking: Words.describe('Words that two questions may have in common and ask for different things.'),
})

/** The words that questions are coded by, in one language, as kept in its coding.json. Patterns are written as in the hearing's lexicon. */
export const CodingWords = z.strictObject({
  spellings: z.record(z.string(), z.string()).describe('Besides those of the hearing.'),
  classes: z.record(z.string().regex(/^[A-Z]+$/), Words).describe('Words a pattern names in one capital word.'),
  openings: Patterns.describe('What may stand before a question and is none.'),
  requests: Patterns.describe('What makes a question of form an order of meaning: "can you" before "tell me".'),
  rules: z.array(Rule).describe('The first that fits says the class.'),
  wholes: z.partialRecord(z.enum(questionClasses), Words).describe('What a sentence of nothing but these words is.'),
  facilitating: Patterns.describe('What encourages in a short sentence, wherever it stands.'),
  flags: z.partialRecord(z.enum(questionFlags), Patterns).describe('Flags that go by words alone.'),
  limits: Patterns.describe(
    'What says that something may have to be told: a promise beside it is the honest line about limits.',
  ),
  consents: Patterns.describe('What looks like a limit and leaves it to the child: "unless you say so".'),
  offTarget: Patterns.describe('What ends a promise that is about the child and no secret: "I won\'t tell you off".'),
  safety: Patterns.describe(
    'What is asked plainly because plain is right (ECRC-033, simulation.md 3): never marked down.',
  ),
  offers: Patterns.describe('What is asked about the talk itself: whether to go on, a drink of water.'),
  tags: Patterns.describe('What a statement ends with to be agreed to.'),
  earlier: Patterns.describe('What names something the child said before.'),
  idioms: z
    .record(z.string(), Patterns)
    .describe('By a word, how it is told in other words: "he went for me" tells of a hit.'),
  doings: Patterns.describe('What somebody does to a child, in more words than one.'),
  plainThings: Patterns.describe('How a word for a detail is said of what is none: "something to drink".'),
  ownDoings: Patterns.describe('What a child itself may have done, in more words than one.'),
  omissions: Patterns.describe('What takes for granted that the child did not do something: "why didn\'t you".'),
  inaction: Patterns.describe('How a child says that it did nothing without a no: "I just stood there".'),
  commands: Patterns.describe('How a child says what somebody told it to do: "he goes, don\'t tell".'),
  fillers: Patterns.describe('What makes no other question of one: "anyone at all".'),
  doubting: Patterns.describe('What asks once more by doubting the answer.'),
  final: Patterns.describe('How a child says that there is no more to tell.'),
  anaphoric: Patterns.describe('What stands for something told: "what was it like", "what happened there".'),
  unacquainted: Patterns.describe(
    'How a child says of somebody, whose name follows, that it does not know them or was not with them.',
  ),
  byThemself: Patterns.describe('How a child says that nobody was with it.'),
  interpreted: Patterns.describe('What is said to an interpreter, so that "her" is the child.'),
  company: Patterns.describe('How a question takes for granted that somebody was with the child.'),
  swapped: z.record(z.string(), z.string()).describe('How a word of the child is said back to it: "my" as "your".'),
  irregular: z
    .record(z.string(), z.string())
    .describe('Forms that are made by no rule, with the word they are forms of.'),
  same: z.array(Words).describe('Words that tell the same: whoever told one told of the others. In all forms.'),
  follows: z
    .record(z.string(), Words)
    .describe('By what was told, what comes with it: a car has a driver. In all forms.'),
  renames: z
    .array(z.strictObject({ names: Words, told: Words }))
    .describe('Beginnings of names for what was told in other words, with those: "bullying" for "they nick my stuff".'),
  vocabulary: Vocabulary.describe('What words are about, in all their forms.'),
  lists: Lists,
})
export type CodingWords = z.infer<typeof CodingWords>
export type CodingRule = CodingWords['rules'][number]
