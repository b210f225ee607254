import { describe, expect, it } from 'vitest'
import type { PracticeMove } from '../../../../dialogs/practice/scenario/terms.ts'
import { ownWordsOf, understand } from '../../../../dialogs/practice/young/understand.ts'
import { practiceUnderstanding } from '../../../../locales/practiceWords.ts'
import { smallScenario } from '../../../support/smallScenario.ts'

const understanding = practiceUnderstanding()
const line = { says: 'Nothing.', often: true }
const scenario = smallScenario({
  interpreter: {
    language: 'ar',
    name: 'Ms Test',
    carries: 30,
    asides: [line, line],
    shortened: [line],
    idiom: [line],
    checked: line,
  },
})
const own = ownWordsOf(scenario, understanding)
const heard = (said: string, flags: 'multiple'[] = []) =>
  understand(scenario, own, understanding, said, { class: 'other', flags })

describe('what a practitioner does with words', () => {
  it.each<[string, readonly PracticeMove[]]>([
    ['Hi, my name is Sam.', ['introduces']],
    ["Hello, I'm called Ade and I work for a charity.", ['introduces']],
    ["I'm not the police.", ['independent']],
    ["I don't work for the council.", ['independent']],
    ['You can stop whenever you like.', ['choice']],
    ["You don't have to answer anything.", ['choice']],
    ["It's up to you what we talk about.", ['choice']],
    ["I can't keep that secret.", ['limits']],
    ["I can't promise to keep it a secret, but I'd tell you first.", ['limits']],
    ["If you're not safe I would have to tell someone.", ['limits']],
    ["If I'm worried about your safety I'd need to let my manager know.", ['limits']],
    ["What you say stays between us unless I'm worried you could be hurt.", ['limits']],
    ['I might have to pass it on.', ['limits']],
    ['Can you say that back in your own words?', ['said-back']],
    ['Shall we have a break?', ['break']],
    ['Do you need a break?', ['break']],
    ["That's OK, we can leave it.", ['accepts-no']],
    ["No problem. I won't ask about that again.", ['accepts-no']],
    ['Fair enough.', ['accepts-no']],
    ['Would you rather talk with someone else?', ['another-way']],
    ['You could write it down instead.', ['another-way']],
    ['Let me check that I have got that right.', ['tells-back']],
    ["I'll speak to your mum tonight.", ['what-next']],
    ['I am going to talk to my manager.', ['what-next']],
    ["I'll let your social worker know.", ['what-next']],
    ['What happens next is this.', ['what-next']],
    ['You can ring Childline at any time.', ['where-help']],
    ["Here's my number.", ['where-help']],
    ['Thank you for talking to me today. Bye.', ['goodbye']],
    ['Are you happy with the interpreter?', ['interpreter-checked']],
    ['Do you and Mr Nabil understand each other?', ['interpreter-checked']],
    ['We can get a different interpreter.', ['interpreter-changed']],
    ['Ask him if he owes money.', ['to-interpreter']],
    ['Are you comfortable with Ms Test?', ['interpreter-checked']],
    ['That is absolutely fine with me.', ['accepts-no']],
    ["If someone might get hurt, I can't keep that to myself.", ['limits']],
    ['Nothing leaves this room, but I may have to tell my manager if you are in danger.', ['limits']],
    ['Please say back to me what you understood.', ['said-back']],
    ['Thanks for talking to me today.', ['goodbye']],
    ["I'll see you on Thursday.", ['goodbye']],
    ['Are you happy to talk with Ms Test?', ['interpreter-checked']],
    ['Do you know Ms Test from somewhere?', ['interpreter-checked']],
    ['Are you okay with her as your interpreter?', ['interpreter-checked']],
    ['Someone else could talk with you.', ['another-way']],
    ["Right, I'm going to ask you something.", []],
    ['How did you get to know Mrs Huda?', []],
    ['OK, thanks Ms Test.', []],
    ['When will he see you again?', []],
    ['It is good to see you.', []],
    ['Where did he see you?', []],
    ['Did they take care of you?', []],
    ['Can you tell me about that?', []],
    ['What did he say?', []],
    ['Tell me about the park.', []],
    ['What happened then?', []],
    ['Who were you with?', []],
    ['If you or someone else could be hurt I have to tell someone.', ['limits']],
    ['Thank you for telling me.', []],
    ['Did your mum know where you were?', []],
    ['Did he ring you?', []],
    ['Are you safe tonight?', []],
  ])('%s', (said, moves) => {
    const found = heard(said).moves
    if (moves.length === 0) expect(found).toEqual([])
    else expect(found).toEqual(expect.arrayContaining([...moves]))
  })
})

it('does not take a third person for the interpreter where nobody interprets', () => {
  const alone = smallScenario()
  const { moves } = understand(alone, ownWordsOf(alone, understanding), understanding, 'Ask him if he owes money.', {
    class: 'other',
    flags: [],
  })
  expect(moves).toEqual([])
})

describe('what a question is about', () => {
  it.each([
    ['What was it like at home?', 'home'],
    ['Tell me about school.', 'school'],
    ['Who else was there?', 'people'],
    ['How did you feel?', 'feelings'],
    ['Tell me about your social worker.', 'placement'],
    ['Did anybody message you?', 'online'],
    ['What would help?', 'next'],
    ['Are you hurt?', 'health'],
    ['Do you feel safe tonight?', 'safety'],
  ])('%s is about %s', (said, topic) => {
    expect(heard(said).topics).toContain(topic)
  })

  it('finds the details and the untruths that its words ask for', () => {
    expect(heard('Tell me about the park.').cued).toEqual(['park'])
    expect(heard('Did she hit you?').put).toEqual(['hit'])
  })

  it.each(["You said Kay wouldn't like you to say. What did you mean?", 'Kay is only joking, you said. Tell me more.'])(
    '"%s" takes up what was let slip',
    said => {
      expect(heard(said).cued).toContain('threat')
    },
  )

  it('takes a few everyday words for no such thing', () => {
    expect(heard('What did you like to say?').cued).toEqual([])
  })

  it('is what the last of several asks', () => {
    expect(heard('Was it by the park? Or on the bus?', ['multiple']).cued).toEqual(['bus'])
  })

  it.each([
    ['Do you remember the bus?', { isLiteral: true }],
    ['Tell me everything.', { isWide: true }],
    ["That's not what your mum said.", { isDoubting: true }],
    ['I want to be honest with you.', { isDoubting: false }],
    ['Tell me about the bus.', { isLiteral: false, isWide: false, isDoubting: false }],
  ])('%s is asked in this way', (said, manner) => {
    expect(heard(said)).toMatchObject(manner)
  })
})

it('takes a risk to somebody else for no offer of another listener, and what is said back for no wish to hear it back', () => {
  expect(heard('If you or someone else could be hurt I have to tell someone.').moves).not.toContain('another-way')
  expect(heard('Let me say back what I heard.').moves).not.toContain('said-back')
})
