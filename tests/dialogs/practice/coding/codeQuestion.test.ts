import { describe, expect, it } from 'vitest'
import { codeQuestion } from '../../../../dialogs/practice/coding/codeQuestion.ts'
import { familiarWith } from '../../../../dialogs/practice/coding/codingLexicon.ts'
import type { QuestionClass } from '../../../../dialogs/practice/coding/questionClasses.ts'
import { codingLexicon } from '../../../../locales/codingLexicons.ts'
import { families } from './families.ts'

const lexicon = codingLexicon()
const code = (question: string, ...said: string[]) => codeQuestion(lexicon, { said, question })

const touched = 'I was in bed and my uncle came in and touched me.'
const park = 'We were at the park with Danny.'

describe('the class of a question', () => {
  it.each<[QuestionClass, string, ...string[]]>([
    ['invitation', 'Tell me what happened.'],
    ['invitation', 'Tell me everything that happened from when you left.'],
    ['invitation', 'Then what happened?', 'I went to London.'],
    ['cued-invitation', 'Tell me about the park.', park],
    ['cued-invitation', 'You said you were at the park. Tell me about the park.', park],
    ['facilitator', 'Mm-hm.', park],
    ['facilitator', 'OK.', park],
    ['directive', 'What did he do next?', touched],
    ['directive', 'Can you tell me who was there?', park],
    ['option-posing', 'Did you go by bus or train?'],
    ['option-posing', 'Do you remember what he looked like?', touched],
    ['option-posing', 'Is anyone making you go back?'],
    ['option-posing', 'Are you hurt?'],
    ['suggestive', 'It must have been scary.', park],
    ['suggestive', 'Your mum says you were with Danny.'],
    ['suggestive', 'How did he make you do it?'],
    ['suggestive', 'That’s not what Danny told us.', park],
    ['supportive', 'Thank you for telling me.', touched],
    ['other', "I promise I won't tell anyone."],
    ['other', 'What happens next is that I will speak to your social worker.', park],
    // Whose people, who did what, and what was denied, are told or not.
    ['suggestive', 'What did Danny’s brother say?', park],
    ['suggestive', 'Who let you in?', park],
    ['suggestive', 'So you went to the flat instead?', 'I never went to school.'],
    ['suggestive', 'You’ve met him though, haven’t you?', 'No, I never met him.'],
    ['suggestive', 'What time did you get to Mo’s?', 'I don’t know no one called Mo.'],
    ['suggestive', 'What did he do to you?', 'I went on the train to see him.'],
    ['directive', 'What did he do to you?', 'He hit me.'],
    // "An" is not "and", though some write it so.
    ['suggestive', 'How long have you been an addict?', 'I smoke a bit of weed at weekends.'],
    ['directive', 'Where were you when the police found you?', 'The police got me.'],
    ['directive', 'Who were you with?', 'I have my own room.'],
    ['suggestive', 'Who was with you?', 'I was on my own.'],
    ['cued-invitation', 'And when he came back, what happened?', park],
    // "Your mum" nobody has to be told of; somebody else's mum, and what is taken from a child, they have.
    ['option-posing', 'Does your dad drive you to school?'],
    ['suggestive', 'Did Danny’s mum drive you home?', park],
    ['suggestive', 'Did your mum take your phone off you?'],
    // A name is a name however short, and with its 's.
    ['suggestive', 'Did Mo buy you a burger?', 'Mo was at the station.'],
    ['option-posing', 'Did Mo buy you a burger?', 'Mo bought me a burger.'],
    ['suggestive', 'were you with danny', 'i was out'],
    ['option-posing', 'were you with danny', 'i was with danny'],
    ['directive', 'what did he say', 'i was with danny'],
    ['directive', 'Who is Kofi?', 'I was at Kofi’s.'],
    ['cued-invitation', 'Tell me about Jackie’s place.', 'I stopped with Jackie.'],
    // What somebody had in mind, and why, is theirs to say first.
    ['suggestive', 'You were hoping to see him.', park],
    ['option-posing', 'You were hoping to see him.', 'I hoped I would see Danny.'],
    ['suggestive', 'Was it because of the noise?', 'I went out.'],
    ['option-posing', 'Was it because of the noise?', 'It is so loud at home.'],
    ['option-posing', 'So you were gutted?', 'I was gutted.'],
    // "When" and a tag take for granted what they are about.
    ['suggestive', 'When did your sister turn up?', 'I was at my dad’s.'],
    ['suggestive', 'It was about the wifi, wasn’t it?'],
    ['suggestive', 'What did you say? You were with Danny all night, weren’t you?', park],
    // What any life has names nothing that was told.
    ['invitation', 'Tell me what happened on the day you went missing.', 'I was out all day.'],
    ['invitation', 'What is it like at home?', 'I came home late.'],
    ['facilitator', 'So you did.', 'Miss said I had to, so I did.'],
    ['other', 'Nothing you say goes any further, all right?'],
    // What is said to an interpreter is coded by what it asks of the child.
    ['directive', 'Ask her where she went.'],
    ['option-posing', 'Ask her if there is anything else.'],
    ['other', 'Hi.'],
    ['other', 'OK, thanks Mr Nabil. Goodbye.'],
    ['other', 'You can stop whenever you like, and you don’t have to answer.'],
  ])('is %s: "%s"', (expected, question, ...said) => {
    expect(code(question, ...said)).toMatchObject({ class: expected })
  })

  it.each<[string, string, QuestionClass]>([
    ['Did he touch you?', touched, 'option-posing'],
    ['Did he touch you?', 'I was at my uncle’s.', 'suggestive'],
  ])('of "%s" after "%s" is %s', (question, said, expected) => {
    expect(code(question, said).class).toBe(expected)
  })
})

describe('asking again', () => {
  const asked = (question: string, before: string) =>
    codeQuestion(lexicon, { said: [park], asked: [before], question }).flags.includes('repeated')

  it.each([
    ['What happened next?', 'What happened next?'],
    ['And then what happened?', 'Tell me what happened before you left.'],
    ['Tell me more about Danny.', 'Tell me more about the park.'],
    ['Thank you for telling me.', 'Thank you for telling me.'],
  ])('is not what lets a story go on: "%s" after "%s"', (question, before) => {
    expect(asked(question, before)).toBe(false)
  })

  it.each([
    ['Where did you sleep that night?', 'Where did you sleep?'],
    ['Yeah, but what happened?', 'So tell me what happened.'],
    ['Was there anybody at all with you?', 'Was anybody with you?'],
    ['I don’t think that is right. You were not at the park, were you?', 'Where were you?'],
  ])('is the same put once more: "%s" after "%s"', (question, before) => {
    expect(asked(question, before)).toBe(true)
  })

  it('is no doubt of a child that only asked back', () => {
    const utterance = { said: ['Why do you want to know?'], asked: ['Where were you?'] }
    expect(codeQuestion(lexicon, { ...utterance, question: 'Are you sure about that?' }).flags).not.toContain(
      'repeated',
    )
  })

  it('is not to ask what happened of what came up since', () => {
    const question = 'Thank you for telling me. What happened?'
    const before = ['Tell me what happened.', 'Are you hurt?']
    const code = codeQuestion(lexicon, { said: ['We went out.', 'Yes, my arm.'], asked: before, question })
    expect(code.flags).not.toContain('repeated')
  })
})

describe.each(Object.entries(families))('after "%s"', (told, questions) => {
  it.each(questions)('it is %s: "%s"', (expected, question) => {
    expect(classOf(question, told)).toBe(expected)
  })

  it.each(questions)('it is %s however it is typed or opened: "%s"', (expected, question) => {
    const forms = [question.replaceAll("'", '’'), `Um, right, well, ${question}`, question.replace(/[?.!]+$/, '')]
    const isStill = forms.map(form => classOf(form, told) === expected)
    // An echo and a statement that asks only by its sound need their question mark.
    expect(isStill.slice(0, 2)).toEqual([true, true])
    if (/^(?:did|do|does|is|are|was|were|who|where|when|which|what|how|tell)\b/i.test(question))
      expect(isStill[2]).toBe(true)
  })
})

const classOf = (question: string, told: string) =>
  codeQuestion(lexicon, { said: told === '' ? [] : [told], question }).class

describe('the reason', () => {
  it('is there for the class and for every flag, in words of the question', () => {
    const question = 'Why did you run away?'
    const { class: given, flags, because } = code(question)
    expect(because.map(each => each.code)).toEqual(expect.arrayContaining([given, ...flags]))
    for (const { words } of because) expect(question).toContain(words)
  })

  it('is the same for the same words', () => {
    const all = [1, 2, 3].map(() =>
      JSON.stringify(codeQuestion(codingLexicon(), { said: [park], question: 'Who with?' })),
    )
    expect(new Set(all).size).toBe(1)
  })
})

describe('a name that is familiar', () => {
  const familiar = familiarWith(lexicon, { people: ['Carol'], places: ['Paper Lodge'] })
  const classOf = (lexiconOf: typeof lexicon, question: string, ...said: string[]) =>
    codeQuestion(lexiconOf, { said, question }).class

  it.each<[QuestionClass, QuestionClass, string]>([
    ['suggestive', 'directive', 'How do you get on with Carol?'],
    ['suggestive', 'option-posing', 'Was the food at Carol’s all right?'],
    ['suggestive', 'directive', 'What is the best thing at Paper Lodge?'],
    // What somebody is said to do is untold, whoever it is.
    ['suggestive', 'suggestive', 'Did Carol hit you?'],
    ['suggestive', 'suggestive', 'Did Danny come to Carol’s?'],
  ])('makes %s %s: %s', (otherwise, then, question) => {
    expect([classOf(lexicon, question), classOf(familiar, question)]).toEqual([otherwise, then])
  })

  it('tells of nobody by itself', () => {
    expect(classOf(familiar, 'Where did he take you?', 'I went out.')).toBe('suggestive')
  })
})
