import { describe, expect, it } from 'vitest'
import { guide2 } from '../../dialogs/guide/guide.ts'
import words from '../../locales/en/guide.json' with { type: 'json' }
import { gradeOf, spokenIn, type WordingFault, wordingFaults } from './wording.ts'

const spoken = spokenIn(guide2, words)

describe('the words a young person hears', () => {
  it.each(spoken)('$key keeps to the rules of practice', said => {
    expect(wordingFaults(said)).toEqual([])
  })

  it.each(spoken)('$key reads at school grade 5 or below', ({ text }) => {
    expect(gradeOf(text)).toBeLessThanOrEqual(5)
  })

  it('read at grade 4 or below on average', () => {
    const grades = spoken.map(({ text }) => gradeOf(text))
    expect(grades.reduce((sum, grade) => sum + grade, 0) / grades.length).toBeLessThanOrEqual(4)
  })

  it('promise nothing is kept back where every interview is sent on', () => {
    const allShared = spoken.filter(({ key }) => key.includes('/all-shared'))
    expect(allShared.length).toBeGreaterThan(0)
    expect(
      allShared.filter(({ text }) =>
        /leave (?:some|things) out|if you agree|if you say yes|ask me not to|not want (?:me|them|anyone) to|keep (?:it|that|this) (?:back|to|between)/i.test(
          text,
        ),
      ),
    ).toEqual([])
  })

  it.each([
    ['prompt/confidentiality.who-reads-it', 'recipients'],
    ['prompt/confidentiality.wishes/all-shared', 'recipients'],
    ['prompt/plan.what-i-will-do', 'recipients'],
    ['prompt/plan.helplines', 'helplines'],
    ['prompt/plan.declined-helplines', 'helplines'],
    ['prompt/plan.reach-me', 'reachMe'],
    ['prompt/plan.that-is-fine', 'reachMe'],
    ['prompt/welcome.who-i-am', 'practitioner'],
  ])('name in %s what local settings hold: %s', (prefix, name) => {
    const words = spoken.filter(({ key }) => key === prefix || key.startsWith(`${prefix}/`))
    expect(words.length).toBeGreaterThan(0)
    expect(words.filter(({ text }) => !text.includes(`{{${name}}}`))).toEqual([])
  })

  it('say the limits wherever a young person is invited to tell something, also to one who says no', () => {
    const declined = spoken.filter(({ key }) => key.startsWith('prompt/plan.one-thing'))
    expect(declined.filter(({ text }) => !text.includes('I must tell'))).toEqual([])
  })

  it('hold no telephone number but the emergency one', () => {
    expect(spoken.filter(({ text }) => /\d{3,}/.test(text.replaceAll('999', '')))).toEqual([])
  })
})

describe('wordingFaults', () => {
  it.each<{ text: string; fault: WordingFault }>([
    { text: 'Tell me what he gave you.', fault: 'leading' },
    { text: 'Tell me about the drugs.', fault: 'leading' },
    { text: 'I think you were scared.', fault: 'leading' },
    { text: 'You were scared, weren’t you?', fault: 'tag' },
    { text: 'You went with them, right?', fault: 'tag' },
    { text: "Didn't anyone help?", fault: 'negative' },
    { text: 'You did not tell anyone?', fault: 'negative' },
    { text: 'Tell me where you went. Tell me who was there.', fault: 'multiple' },
    { text: 'Where did you go, and who was there?', fault: 'multiple' },
    { text: 'Tell me what you ate and/or drank.', fault: 'multiple' },
    { text: 'Was it home or school?', fault: 'forced-choice' },
    { text: 'Did you feel safe?', fault: 'closed' },
    { text: 'Could you sleep?', fault: 'closed' },
    { text: 'Why did you go?', fault: 'why-or-blame' },
    { text: 'You should not have gone there.', fault: 'why-or-blame' },
    { text: 'Tell me what you did wrong.', fault: 'why-or-blame' },
    { text: 'Your risk is high.', fault: 'jargon-or-idiom' },
    { text: 'Tell me how you made it back.', fault: 'jargon-or-idiom' },
    { text: 'Tell me what you want me to pass on.', fault: 'jargon-or-idiom' },
    { text: 'I will keep you safe.', fault: 'promise' },
    { text: 'I will only tell people what you let me tell.', fault: 'promise' },
    { text: 'This will stay between us.', fault: 'promise' },
    { text: 'You will feel better if you talk.', fault: 'promise' },
    { text: 'Tell me about the time you ran away.', fault: 'assumes-volition' },
    { text: 'Tell me when you chose to leave.', fault: 'assumes-volition' },
    { text: 'Tell me about your boyfriend.', fault: 'label' },
    { text: 'Tell me about the gang.', fault: 'label' },
    { text: 'Tell me about your placement.', fault: 'jargon-or-idiom' },
    { text: 'Tell me how you clear your head.', fault: 'jargon-or-idiom' },
    {
      text: 'Tell me all about the things that you saw on the way to the place where you slept.',
      fault: 'too-long',
    },
    { text: 'I am here. I listen. I help. I write. I go.', fault: 'too-long' },
    { text: 'Tell me exactly when that was.', fault: 'date-or-number' },
    { text: 'How many times was that?', fault: 'date-or-number' },
  ])('finds $fault in “$text”', ({ text, fault }) => {
    expect(wordingFaults({ kind: 'account', text })).toContain(fault)
  })

  it('lets a plain safety question be closed, and nothing else', () => {
    expect(wordingFaults({ kind: 'plain', text: 'Are you hurt now?' })).toEqual([])
    expect(wordingFaults({ kind: 'plain', text: 'Were you kept there or hurt?' })).toEqual(['forced-choice'])
  })

  it('takes “can you tell me about” as an invitation', () => {
    expect(wordingFaults({ kind: 'account', text: 'Can you tell me about that day?' })).toEqual([])
  })
})

describe('gradeOf', () => {
  it('puts an official sentence far above a plain one', () => {
    expect(
      gradeOf('Information disclosed during this conversation may be communicated to relevant agencies.'),
    ).toBeGreaterThan(12)
    expect(gradeOf('Tell me where you slept.')).toBeLessThan(3)
  })
})
