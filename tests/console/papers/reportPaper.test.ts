import { describe, expect, it } from 'vitest'
import type { CaseEventBody } from '../../../console/casework/episode/caseEvents.ts'
import { drawPaper } from '../../../console/papers/drawing/drawPaper.ts'
import { writeDocument } from '../../../console/papers/drawing/writeDocument.ts'
import { reportPaper } from '../../../console/papers/reportPaper.ts'
import { reportCsv, reportJson } from '../../../console/papers/reportText.ts'
import { reportWords } from '../../../console/server/routes/sharingWords.ts'
import { guide2 } from '../../../dialogs/guide/guide.ts'
import { readDocx } from '../../support/readDocx.ts'
import { readPdf, spaced } from '../../support/readPdf.ts'
import { idOf } from '../../support/talk.ts'
import { arabicWords, bodies, made, reportOf } from '../casework/report/reportUnderTest.ts'
import { textsOf, translator } from './papersUnderTest.ts'

const words = reportWords(translator, 'en', { guides: [guide2], regime: 'safeguarding-only', said: {} })
const back = {
  type: 'toldBack',
  what: 'record',
  at: made,
  language: 'ar',
  answer: 'asked-for-changes',
  words: 'لم أقل حديقة',
} as const
const report = reportOf([...bodies, back])
const paper = reportPaper(report, words, translator)

describe('the report for the child’s record', { timeout: 60_000 }, () => {
  it('is the same words as PDF, as Word and as its blocks', async () => {
    const pdf = spaced((await readPdf(await drawPaper(paper))).map(({ text }) => text).join(' ')).normalize('NFKC')
    const { text: word, paragraphs } = readDocx(await writeDocument(paper))
    const meant = [
      ...['Example Finch', 'INVENTED/9', 'Age they say: 15', 'Age assessed: 17', 'The age is disputed'],
      ...['Maybe tomorrow.', 'She was with an aunt.', 'Kai has my phone.', 'I went to the park = alone.'],
      ...['Rang the hub.', 'Example hub worker', 'Kai reads the phone.', 'Not told: it was not safe'],
      ...[
        'Chose not to say:',
        'Not asked:',
        'They asked for changes',
        'Through the interpreter; nobody has checked the interpreting',
      ],
    ]
    for (const each of meant) {
      expect(pdf).toContain(each)
      expect(word).toContain(each)
    }
    for (const theirs of [arabicWords, 'ذهبت إلى الحديقة وحدي', 'لم أقل حديقة']) {
      expect(paragraphs.find(({ text }) => text === theirs)?.isRightToLeft).toBe(true)
      for (const each of theirs.split(' ')) expect(pdf).toContain(each.normalize('NFKC'))
    }
    for (const each of textsOf(paper.blocks).talk) expect(word).toContain(each)
  })

  it('is safe as CSV, which has every word of theirs and whose it is', () => {
    const csv = reportCsv(report, words)
    for (const each of [
      arabicWords,
      'ذهبت إلى الحديقة وحدي',
      'Kai has my phone.',
      'Chose not to say',
      'Not asked',
      'INVENTED/9',
    ])
      expect(csv).toContain(each)
    expect(csv).not.toMatch(/(^|,)"[=+@-]/m)
    const rows = csv.trim().split('\r\n')
    for (const row of rows) expect(row.match(/(^|,)"(?:[^"]|"")*"/g)).toHaveLength(6)
  })

  it('is whole as JSON, with codes and times as they are kept', () => {
    expect(JSON.parse(reportJson(report))).toEqual(JSON.parse(JSON.stringify(report)))
  })

  it('says that it was not read back, where it was not', () => {
    const { talk } = textsOf(reportPaper(reportOf(), words, translator).blocks)
    expect(talk).toContain('It has not been read back to them yet.')
  })

  it('has the balance where somebody worked on it, what they wrote apart from what was said', () => {
    const own: CaseEventBody = { type: 'balanceLine', part: 'strengths', words: 'She rang her aunt = at once.' }
    const scaled: CaseEventBody = {
      type: 'scaled',
      whose: 'young-person',
      value: 3,
      at: made,
      words: 'Kai knows where.',
    }
    const might: CaseEventBody = { type: 'mightGoAgain', whose: 'parent-or-carer', answer: 'not-sure', at: made }
    const balanced = reportOf([...bodies, own, scaled, might])
    const { talk } = textsOf(reportPaper(balanced, words, translator).blocks)
    for (const each of ['The balance', 'She rang her aunt = at once.', 'Kai knows where.']) expect(talk).toContain(each)
    expect(talk.some(each => /^Young person: 3 out of 10/.test(each))).toBe(true)
    expect(reportCsv(balanced, words)).toContain('She rang her aunt = at once.')
    expect(textsOf(paper.blocks).talk).not.toContain('The balance')
  })

  it('never lets a no read as a yes in the balance, and keeps what was written apart from what was said', () => {
    const weighed = reportOf(
      [
        ...bodies,
        { type: 'balanceChanged', line: idOf(2), words: 'Nobody they could ring.' },
        { type: 'balanceLeftOut', line: idOf(5) },
      ],
      [
        { type: 'covered', coverage: 'safe.someone-to-call', told: 'no' } as never,
        { type: 'covered', coverage: 'harm.threatened', told: 'chose-not-to-say' } as never,
        { type: 'covered', coverage: 'push.bored', told: 'yes' } as never,
        { type: 'covered', coverage: 'push.school', told: 'yes' } as never,
      ],
    )
    const { talk } = textsOf(reportPaper(weighed, words, translator).blocks)
    const balance = talk.slice(talk.indexOf('The balance'), talk.indexOf('Who is told what'))
    const csv = reportCsv(weighed, words)
    const meant = [
      'Had someone to call for help – Told no',
      'Threatened – Chose not to say',
      'Bored – Told yes',
      'Nobody they could ring.',
    ]
    for (const each of meant) {
      expect(balance).toContain(each)
      expect(csv).toContain(each)
    }
    expect(balance.join()).not.toContain('Trouble at school')
  })
})
