import { describe, expect, it } from 'vitest'
import { codeQuestion } from '../../../../dialogs/practice/coding/codeQuestion.ts'
import type { QuestionFlag } from '../../../../dialogs/practice/coding/questionClasses.ts'
import { codingLexicon } from '../../../../locales/codingLexicons.ts'

const lexicon = codingLexicon()
const flagsOf = (question: string, said: readonly string[] = [], asked: readonly string[] = []) =>
  codeQuestion(lexicon, { said, asked, question }).flags

describe('asking again', () => {
  it.each<[string, string, string]>([
    ['Thank you for telling me. I will talk to your mum.', 'Thank you for telling me that.', 'OK.'],
    ['Thank you for telling me all this.', 'Thank you for telling me.', 'OK.'],
    ['And then what happened?', 'And then what happened?', 'We went to the shop.'],
    ['Tell me more about that.', 'Tell me more about that.', 'It was loud.'],
    ['You said it was cold. Tell me about that.', 'You said it was late. Tell me about that.', 'It was nearly ten.'],
    ['Are you thinking of hurting yourself tonight?', 'Are you hurt?', 'No.'],
    ['Are you safe at home tonight?', 'Are you safe at home?', 'Yes.'],
    ['Who can help you with that?', 'Who were you with?', 'My mate.'],
    ['Was anyone with you?', 'Did you tell anyone?', 'No.'],
    ['What would you want to happen, if you could choose?', 'What happened?', 'I went out.'],
    ['And where was it you slept?', 'Where did you sleep?', 'Can I have a biscuit?'],
    ['What did your mum say?', 'Did your mum see you?', 'No.'],
    ['Did you have any money on you?', 'Do you owe money to anyone?', 'No.'],
    ['Are you okay to carry on?', 'Did you sleep okay?', 'No.'],
  ])('is not "%s" after "%s" and "%s"', (question, before, answer) => {
    expect(flagsOf(question, [answer], [before])).not.toContain('repeated')
  })

  it.each<[string, string, string]>([
    ['Where did you sleep that night?', 'Where did you sleep?', 'On a bench.'],
    ['Where exactly did you kip?', 'Where did you sleep?', "At Tash's."],
    ["So where'd you stop, you and this mate?", 'Where did you stay?', "At a mate's."],
    ['Who was driving, then?', 'Who was driving?', 'I dunno.'],
    ['Are you sure nothing happened?', 'Did anything happen there?', 'Nothing happened.'],
    ["But he did take it, didn't he?", 'Did he take your phone?', 'No.'],
    ['But who is it you owe?', 'Do you owe anybody?', 'No.'],
    ['Did you have any money with you?', 'Did you have money?', 'Nah.'],
    ["I'll ask one more time, do you owe anybody?", 'Do you owe anybody money?', 'No.'],
    ['Tell me about the flat.', 'Tell me about the flat.', "That's everything I know about it."],
    ['Can you tell me what happened?', 'What happened?', "I don't know."],
  ])('is "%s" after "%s" and "%s"', (question, before, answer) => {
    expect(flagsOf(question, [answer], [before])).toContain('repeated')
  })
})

describe('no flag where the words are not meant so', () => {
  it.each<[QuestionFlag, string, ...string[]]>([
    ['contingent-praise', 'What did you have to drink?'],
    ['contingent-praise', 'Did they give you a knife?'],
    ['contingent-praise', 'Would you like a drink of water?'],
    ['contingent-praise', 'Right. Well, what happened?'],
    ['contingent-praise', 'Correct me if I get it wrong.'],
    ['jargon', 'What you tell me is between us, except if somebody is at risk.'],
    ['jargon', 'Whereabouts did you sleep?'],
    ['jargon', 'What helps you? Who can support you?'],
    ['presumes-volition', 'You can choose where we sit.'],
    ['presumes-volition', 'You choose what you tell me.'],
    ['presumes-volition', 'Then you can decide.'],
    ['presumes-volition', 'You decide.'],
    ['presumes-volition', 'I do not decide who stays in this country.'],
    ['presumes-volition', 'What would you want to happen, if you could choose?'],
    ['presumes-volition', 'And then what happened, after you walked out?', 'I walked out of school.'],
    ['presumes-volition', 'When you ran away, what happened?', 'I ran away after tea.'],
    ['victim-blaming', "None of this is your fault, and it's good that I know."],
    ['victim-blaming', "I'm glad you're telling me. You aren't in trouble for any of it."],
    ['victim-blaming', "You're doing a lot. Thanks for letting me know a bit of it."],
    ['victim-blaming', 'Shall I let her know?'],
    ['victim-blaming', 'It is not your fault.'],
    ['victim-blaming', 'There is nothing stupid about telling me.'],
    ['victim-blaming', 'Who paid for it?'],
    [
      'too-long',
      "Here is the honest bit. I don't write it all down. But if you or somebody else could get hurt, I have to pass it on, and I'll tell you before I do.",
    ],
    ['secrecy-promise', "We make a plan with your mum. You'll hear it from me first."],
    ['secrecy-promise', 'An interpreter must tell nobody what is said here. You can say no to him.'],
  ])('%s: "%s"', (flag, question, ...said) => {
    expect(flagsOf(question, said)).not.toContain(flag)
  })
})

describe('a flag where the words are meant so', () => {
  it.each<[QuestionFlag, string]>([
    ['contingent-praise', 'Clever boy, I knew you would tell me.'],
    ['contingent-praise', "You'll get your phone back once you've told me who it was."],
    ['jargon', 'Do you like your placement?'],
    ['jargon', 'How long is contact, an hour?'],
    ['presumes-volition', 'Why did you run away?'],
    ['presumes-volition', 'Why did you decide to go?'],
    ['presumes-volition', 'You chose to leave.'],
    ['victim-blaming', 'It was your own fault.'],
    ['victim-blaming', "Why didn't you scream?"],
    ['victim-blaming', 'What did you expect?'],
    ['blaming-why', 'Why did you go?'],
  ])('%s: "%s"', (flag, question) => {
    expect(flagsOf(question)).toContain(flag)
  })
})
