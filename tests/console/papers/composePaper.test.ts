import { describe, expect, it } from 'vitest'
import { stagesOnPaper } from '../../../console/casework/papers.ts'
import { composePaper, signedName } from '../../../console/papers/composePaper.ts'
import type { Paper } from '../../../console/papers/paper.ts'
import { guide2 } from '../../../dialogs/guide/guide.ts'
import { promptsIn } from '../../../dialogs/plan/promptsIn.ts'
import { composed, sources, textsOf, translator, withSettings } from './papersUnderTest.ts'

const english = translator.words('en', 'guide')
/** Without what is filled in. */
const beginning = (key: string) => english(key).split('{{')[0] ?? ''
const prompts = [...promptsIn(guide2).values()].filter(({ stage }) => !stage.practitionerOnly).map(each => each.prompt)
const keyOf = (id: string) =>
  promptsIn(guide2).get(id)?.prompt.regimes.length ? `prompt/${id}/all-shared` : `prompt/${id}`

function scriptPrompts(paper: Paper) {
  if (paper.paper !== 'script') throw new Error('This is no script.')
  return paper.stages.flatMap(stage => stage.topics.flatMap(topic => topic.prompts))
}

describe('the script', () => {
  it.each(translator.languages)('has in %s every prompt that is said, and none that is private', language => {
    const { talk, english: inEnglish } = textsOf(composed({ language }))
    const beside = language === 'en' ? talk : inEnglish
    for (const { id, private: isPrivate, followUps, options = [] } of prompts) {
      const isThere = beside.some(text => text.startsWith(beginning(keyOf(id))))
      expect([id, isThere]).toEqual([id, !isPrivate])
      for (const each of followUps) expect(beside).toContain(english(`follow-up/${each.id}`))
      for (const option of isPrivate ? [] : options) expect(beside).toContain(english(`option/${id}/${option}`))
    }
    expect(beside.some(text => text.startsWith(beginning('prompt/concern.pass-on')))).toBe(true)
    if (language !== 'en') expect(talk).toHaveLength(inEnglish.length)
  })

  it('has nothing that is for the practitioner alone: no hint, no stage of theirs', () => {
    const { talk } = textsOf(composed({}))
    const hidden = [...promptsIn(guide2).values()].filter(({ stage }) => stage.practitionerOnly)
    for (const { prompt } of hidden) expect(talk).not.toContain(english(`prompt/${prompt.id}`))
    for (const { id, hinted } of prompts) if (hinted) expect(talk).not.toContain(english(`hint/${id}`))
  })

  it.each(stagesOnPaper(guide2).map(({ id }) => id))('can be the stage %s alone', stage => {
    const paper = composed({ language: 'ar', stage })
    const of = stagesOnPaper(guide2).find(({ id }) => id === stage)
    const said = of?.topics.flatMap(topic => topic.prompts).filter(each => !each.private)
    expect(scriptPrompts(paper)).toHaveLength(said?.length ?? 0)
  })

  it('has the words for each age where they differ, or those for one alone', () => {
    const words = (paper: Paper) => scriptPrompts(paper)[0]?.said.map(({ age, words: { talk } }) => [age?.talk, talk])
    const who = (variant: string) =>
      english(`prompt/welcome.who-i-am${variant}`, { practitioner: "(the practitioner's name)" })
    expect(words(composed({}))).toEqual([
      [undefined, who('')],
      ['Under 11', who('/under11')],
      ['16 or 17', who('/over15')],
    ])
    expect(words(composed({ age: 'under11' }))).toEqual([[undefined, who('/under11')]])
    expect(words(composed({ age: '11to15' }))).toEqual([[undefined, who('')]])
  })

  it('has room to write, more for an account, and none where nothing is to be written', () => {
    const rooms = (stage: string) => scriptPrompts(composed({ stage })).map(({ room }) => room)
    expect(rooms('problem-free')).toEqual([0, 0])
    const [account, plain] = ['safety.anything-bad', 'safety.hurt-now'].map(id => {
      const said = english(`prompt/${id}`)
      return scriptPrompts(composed({ stage: 'safety' })).find(({ said: [one] }) => one?.words.talk === said)?.room
    })
    expect(account).toBeGreaterThan(plain ?? Infinity)
  })

  it('says where the interpreter speaks for themselves, and what is not always asked', () => {
    const [, independent, duty] = scriptPrompts(composed({ stage: 'welcome', language: 'ar' }))
    expect(duty?.saidBy?.english).toBe('You say this, as the interpreter')
    expect(independent?.onlyIf).toBeTruthy()
  })
})

describe('any paper', () => {
  it.each([
    [{ language: 'xx' }, 'unknown-language'],
    [{ paper: 'poster' }, 'unknown-paper'],
    [{ paper: 'toString' }, 'unknown-paper'],
    [{ stage: 'prepare' }, 'unknown-stage'],
    [{ stage: 'toString' }, 'unknown-stage'],
    [{ paper: 'card', stage: 'welcome' }, 'unasked-stage'],
    [{ paper: 'numbers', age: 'under11' as const }, 'unasked-age'],
  ])('is refused for %o', (asked, problem) => {
    expect(composePaper({ language: 'en', paper: 'script', ...asked }, sources)).toEqual({ ok: false, problem })
  })

  it('of numbers is had as a document in Word, in the child’s language alone but for what to say to be put through', () => {
    const asWord = composed({ paper: 'numbers', language: 'ar', format: 'docx' })
    const asCard = textsOf(composed({ paper: 'numbers', language: 'ar' })).talk
    const words = JSON.stringify(asWord)
    expect(asWord.paper).toBe('document')
    expect(words.match(/"english":(?!"beneath")/g)).toBeNull()
    for (const said of ['0800 1111', '116 000', 'Childline']) expect(words).toContain(said)
    for (const said of asCard.filter(each => /[\u0600-\u06ff]{3}/u.test(each))) expect(words).toContain(said.trim())
  })

  it('says that it is a draft until a linguist has signed all that is on it', () => {
    const all = [...Object.keys(translator.entries('ti', 'guide') ?? {}).map(key => signedName('guide', key))]
    const papers = [...Object.keys(translator.entries('ti', 'script') ?? {}).map(key => signedName('script', key))]
    const draft = (signed: readonly string[]) =>
      composed({ language: 'ti', paper: 'card' }, { signedIn: () => new Set(signed) }).draft?.english
    expect(draft([])).toMatch(/^Draft translation/)
    expect(draft(papers)).toMatch(/^Some of these words are drafts/)
    expect(draft([...all, ...papers])).toBeUndefined()
    expect(composed({ language: 'en' }).draft).toBeUndefined()
  })

  it('says what nobody has checked, until it has been', () => {
    const today = '2026-11-01'
    const { recipients, reachMe, helplines } = sources.settings
    const checked = withSettings({
      recipients: { ...recipients, lastChecked: today },
      reachMe: { ...reachMe, lastChecked: today },
      helplines: helplines.map(each => ({ ...each, lastChecked: today })),
    })
    expect(composed({ paper: 'numbers', language: 'ar' }).unchecked).toContain('Childline, Runaway Helpline')
    expect(composed({ paper: 'script' }).unchecked).toContain('who reads it')
    for (const paper of ['script', 'what-happens', 'numbers'])
      expect(composed({ paper }, checked).unchecked).toBeUndefined()
  })

  it('says to the young person what this authority does with what they say', () => {
    const shared = (regime: 'all-shared' | 'safeguarding-only') =>
      textsOf(composed({ paper: 'what-happens', age: 'over15' }, withSettings({ regime }))).talk
    expect(shared('all-shared').join()).toContain('All of it goes to the council team')
    expect(shared('safeguarding-only').join()).toContain('If you agree, I share it with the council team')
  })

  it('has the words that a linguist here has put in the place of others', () => {
    const before = composed({ paper: 'card', language: 'so' }).title.talk
    expect(before).not.toBe('')
    const corrected = {
      ...translator,
      words: (language: string, file: Parameters<typeof translator.words>[1]) => (key: string) =>
        language === 'so' && key === 'prompt/welcome.interpreter'
          ? 'Corrected?'
          : translator.words(language, file)(key),
    }
    expect(composed({ paper: 'card', language: 'so' }, { translator: corrected }).title.talk).toBe('Corrected?')
  })
})
