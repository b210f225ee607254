import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Recipient } from '../../../console/casework/sharing/recipients.ts'
import { type Choices, sharedWith } from '../../../console/casework/sharing/sharedWith.ts'
import type { ShareItem } from '../../../console/casework/sharing/shareItems.ts'
import { drawPaper } from '../../../console/papers/drawing/drawPaper.ts'
import { writeDocument } from '../../../console/papers/drawing/writeDocument.ts'
import { printable } from '../../../console/papers/printable.ts'
import { sharedPaper } from '../../../console/papers/sharedPaper.ts'
import { readDocx } from '../../support/readDocx.ts'
import { readPdf, spaced } from '../../support/readPdf.ts'
import {
  anyChoices,
  anyItems,
  anyRecipient,
  documentFor,
  item,
  services,
  words,
} from '../casework/sharing/recordsUnderTest.ts'
import { translator } from './papersUnderTest.ts'

const paperFor = (recipient: Recipient, items: readonly ShareItem[], choices: Choices) =>
  sharedPaper(documentFor(recipient, items, choices), words, translator)
const pdfText = async (...about: Parameters<typeof paperFor>) =>
  spaced((await readPdf(await drawPaper(paperFor(...about)))).map(({ text }) => text).join(' '))
const wordFile = async (...about: Parameters<typeof paperFor>) => readDocx(await writeDocument(paperFor(...about)))
const none: Choices = { wishes: [], decisions: [] }

describe('what one recipient reads, as PDF and as Word', { timeout: 120_000 }, () => {
  const said = 'قال إنه سيؤذيني، اسمه Kai'
  const harm = item('harm', { safeguarding: true, codes: ['yes'], pieces: [{ as: 'words', text: said }] })

  it('names whom it is about, by which number, to whom and when it was made, each clock with both times, and whose words', async () => {
    const pdf = await pdfText(services, [harm], none)
    const { text, paragraphs } = await wordFile(services, [harm], none)
    const meant = [
      'title: recipient',
      'Example Kit',
      'INVENTED/1',
      'made',
      'names',
      'said',
      'leaving.story',
      'yes',
      'young-person',
    ]
    const clocks = [
      'DL-10',
      '2026-06-01T09:01:00.000Z',
      '2026-06-01T09:02:00.000Z',
      '2026-06-01T09:03:00.000Z',
      'not-yet',
    ]
    for (const each of [...meant, ...clocks]) {
      // A time may go on in the next line of its column.
      expect(pdf.replaceAll(/[ -]/g, '')).toContain(each.replaceAll(/[ -]/g, ''))
      expect(text).toContain(each)
    }
    expect(paragraphs.find(each => each.text === 'قال إنه سيؤذيني، اسمه ‹Kai›')?.isRightToLeft).toBe(true)
    for (const word of ['قال', 'إنه', 'سيؤذيني', 'اسمه', 'Kai']) expect(pdf.normalize('NFKC')).toContain(word)
  })

  it('names nobody to whom is told nothing', async () => {
    const pdf = await pdfText(services, [], none)
    expect(pdf).toContain('nothing')
    expect(pdf).not.toContain('Example Kit')
    expect(pdf).not.toContain('INVENTED')
  })

  it('has in the files themselves nothing that is withheld, and every word of safeguarding', async () => {
    let looked = 0
    await fc.assert(
      fc.asyncProperty(anyItems, anyChoices, anyRecipient, async (items, choices, recipient) => {
        const { shared, withheld } = sharedWith(recipient, items, choices)
        const { files } = await wordFile(recipient, items, choices)
        const texts = [await pdfText(recipient, items, choices), [...files.values()].join('\n')]
        const mustGo = shared
          .filter(({ why }) => why === 'safeguarding' || why === 'override' || why === 'must-share')
          .flatMap(each => each.item.pieces.map(({ text }) => text))
        const own = (text: string) => /secret\dx/.exec(text)?.[0] ?? ''
        for (const text of texts) {
          for (const { item: secret } of withheld)
            for (const piece of secret.pieces)
              if (!mustGo.some(each => each.includes(own(piece.text)))) expect(text).not.toContain(own(piece.text))
          for (const each of mustGo) expect(spaced(text)).toContain(own(each))
          looked++
        }
        const theirs = await wordFile(services, items, choices)
        for (const each of items.filter(({ safeguarding }) => safeguarding))
          expect(theirs.text).toContain(
            printable(each.pieces[0]?.text ?? '')
              .trim()
              .split('\n')
              .at(-1)
              ?.replace(/^Kai /, ''),
          )
      }),
      { numRuns: 100 },
    )
    expect(looked).toBeGreaterThanOrEqual(200)
  })
})
