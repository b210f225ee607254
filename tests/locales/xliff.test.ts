import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readShipped } from '../../locales/shippedWords.ts'
import { wordStates } from '../../locales/wordStates.ts'
import { fromXliff, type SentString, toXliff } from '../../locales/xliff.ts'

const sent = (target: string, other: Partial<SentString> = {}): SentString => ({
  file: 'guide',
  key: 'prompt/welcome.how',
  source: 'You can stop whenever you like.',
  target,
  state: 'draft',
  notes: [],
  ...other,
})
const unit = (inside: string, id = 'a') => `<trans-unit id="${id}">${inside}</trans-unit>`
const document = (units: string, target = 'ar', source = 'en') =>
  `<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="guide" datatype="plaintext" source-language="${source}" target-language="${target}"><body>${units}</body></file></xliff>`
const readOne = async (inside: string) => {
  const read = await fromXliff(document(unit(inside)), 'ar')
  return read.ok ? read.strings[0] : read.problem
}

/** What it says when it comes straight back. */
async function andBack(strings: readonly SentString[], language = 'ar') {
  const read = await fromXliff(await toXliff(language, strings), language)
  return read.ok ? read.strings : read.problem
}

describe('XLIFF', () => {
  it.each([
    'يمكنك أن تتوقف متى شئت، يا {{practitioner}}.',
    'ንዓኻ ክሰምዕ እየ መጺአ። {{helplines}}',
    'one\ntwo\n\nthree',
    'a & b < c > d "e" \'f\' &amp; &lt; &#65; ]]> </target> <target>',
    'می‌خواهم {{count}}',
    ' {{a}}{{b}} ',
    '\u{1F642} e\u0301',
  ])('brings %j back as it was', async words => {
    expect(await andBack([sent(words, { source: words })])).toEqual([
      { file: 'guide', key: 'prompt/welcome.how', source: words, target: words },
    ])
  })

  it('brings any words back as they were, whatever is in them but a line break at the end', async () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
      // Letters that no XML can hold cannot be typed either.
      .filter(
        text =>
          /^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(text) && /\S\S*$/.test(text.at(-1) ?? ''),
      )
    await fc.assert(
      fc.asyncProperty(words, words, async (source, target) => {
        expect(await andBack([sent(target, { source })])).toMatchObject([{ source, target }])
      }),
    )
  })

  it('carries every string of every language', async () => {
    for (const { language, english, words } of readShipped()) {
      const strings = Object.entries(english).flatMap(([file, entries]) =>
        Object.entries(entries).map(([key, source]) =>
          sent(words[file as 'guide']?.[key] ?? '', { file: file as 'guide', key, source }),
        ),
      )
      const expected = strings.map(({ file, key, source, target }) => ({ file, key, source, target }))
      expect(await andBack(strings, language.code), language.code).toEqual(expected)
    }
  })

  it('says of each target how far it has come, and carries the notes', async () => {
    const strings = wordStates.map(state =>
      sent(state === 'missing' ? '' : '<target>', { key: state, state, notes: ['for < you', 'and & more'] }),
    )
    const xml = await toXliff('ar', strings)
    expect(
      [...xml.matchAll(/trans-unit id="(\w+)" approved="(\w+)"/g)].map(([, id, approved]) => [id, approved]),
    ).toEqual(wordStates.map(state => [state, state === 'signed' ? 'yes' : 'no']))
    expect([...xml.matchAll(/<target state="([\w-]+)">/g)].map(([, state]) => state)).toEqual([
      'signed-off',
      'translated',
      'needs-review-translation',
      'needs-adaptation',
    ])
    expect(xml.match(/<note>for &lt; you<\/note>/g)).toHaveLength(wordStates.length)
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<xliff [^>]*version="1.2"/)
    expect(xml).toContain('source-language="en" target-language="ar"')
  })

  it('is read where a tool has put tags, comments or groups into it', async () => {
    const source = '<source>a</source>'
    expect(
      await readOne(`${source}<target>b <ph id="1">{{x}}</ph><!-- c --> <g id="2">d<x id="3"/></g></target>`),
    ).toEqual({
      ...{ file: 'guide', key: 'a', source: 'a' },
      target: 'b {{x}} d',
    })
    expect(await readOne(`${source}<target><![CDATA[<b>]]></target>`)).toMatchObject({ target: '<b>' })
    const grouped = await fromXliff(document(`<group id="g">${unit(source)}</group>`), 'ar')
    expect(grouped).toMatchObject({ ok: true, strings: [{ key: 'a', source: 'a', target: '' }] })
    expect(await fromXliff(`\ufeff${document(unit(source))}`, 'ar')).toMatchObject({ ok: true })
  })
})

describe('a file', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`
  it.each([
    ['empty', ''],
    ['not XML', 'Hello'],
    ['JSON', '{"xliff":true}'],
    ['another XML', '<html><body/></html>'],
    ['of no strings', document('')],
    ['cut off', document(unit('<source>a</source>')).slice(0, -20)],
    ['with an entity of its own', bomb + document(unit('<source>&b;</source>')).replace(/^<\?xml.*?\?>/, '')],
    ['with a document type and nothing in it', `<!doctype xliff>${document(unit('<source>a</source>'))}`],
    ['with an entity that is not declared', document(unit('<source>&b;</source>'))],
    ['with an outside entity', `<!DOCTYPE x SYSTEM "file:///etc/passwd">${document(unit('<source>a</source>'))}`],
    ['of tags within tags without end', document(unit(`<source>${'<g id="1">'.repeat(50_000)}</source>`))],
  ])('that is %s is refused', async (_what, text) => {
    expect(await fromXliff(text, 'ar')).toEqual({ ok: false, problem: 'not-xliff' })
  })

  it.each(['__proto__', 'constructor', '&#95;_proto__', 'toString'])('cannot reach every object as %s', async id => {
    const files = [
      document(`<bin-unit id="${id}" ref="x"><a/></bin-unit>${unit('<source>a</source>')}`),
      document(unit('<source>a</source>', id)),
      document(unit('<source>a</source>')).replace('original="guide"', `original="${id}"`),
    ]
    for (const file of files) expect(await fromXliff(file, 'ar')).toEqual({ ok: false, problem: 'not-xliff' })
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>).additionalAttributes).toBeUndefined()
  })

  it('with a great deal of space in it is refused at once', async () => {
    const began = performance.now()
    const text = document(unit(`<source>${'\n'.repeat(500_000)}x</source>`))
    expect(await fromXliff(text, 'ar')).toEqual({ ok: false, problem: 'not-xliff' })
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  it('of another language, of several, or made from another one is refused', async () => {
    const one = unit('<source>a</source>')
    const two = document(one).replace(
      '</file>',
      `</file><file original="script" source-language="en" target-language="fa"><body>${one}</body></file>`,
    )
    for (const text of [document(one, 'fa'), document(one, 'ar', 'de'), two]) {
      expect(await fromXliff(text, 'ar')).toEqual({ ok: false, problem: 'other-language' })
    }
  })
})
