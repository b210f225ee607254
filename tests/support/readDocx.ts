import { inflateRawSync } from 'node:zlib'

/** A paragraph of a Word file, with the look it was given and the pieces it is made of. */
export interface WrittenParagraph {
  style: string | undefined
  isRightToLeft: boolean
  runs: readonly { text: string; isRightToLeft: boolean; language: string | undefined }[]
  text: string
}

export interface ReadDocx {
  /** Every file in it, by its name. */
  files: ReadonlyMap<string, string>
  /** Of the document itself, its tables read row by row. */
  paragraphs: readonly WrittenParagraph[]
  /** All of it, and what stands at the foot. */
  text: string
  foot: string
  /** The words in each cell of each row of each table. */
  tables: readonly (readonly (readonly string[])[])[]
}

/** What a reader of Word finds in it. Throws where it is no zip or what is in it is no XML. */
export function readDocx(docx: Buffer): ReadDocx {
  const files = unzipped(docx)
  for (const [name, text] of files) if (/\.(xml|rels)$/.test(name)) wellFormed(name, text)
  const document = files.get('word/document.xml') ?? ''
  const paragraphs = paragraphsIn(document)
  const foot = [...files].filter(([name]) => /^word\/footer\d*\.xml$/.test(name)).map(([, text]) => text)
  const textOf = (xml: string) =>
    paragraphsIn(xml)
      .map(({ text }) => text)
      .join('\n')
  return {
    files,
    paragraphs,
    text: textOf(document),
    foot: foot.map(textOf).join('\n'),
    tables: [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gsu)].map(([table]) =>
      [...table.matchAll(/<w:tr(?: [^>]*)?>.*?<\/w:tr>/gsu)].map(([row]) =>
        [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) => textOf(cell)),
      ),
    ),
  }
}

const paragraphsIn = (xml: string): WrittenParagraph[] =>
  [...xml.matchAll(/<w:p(?: [^>]*)?>.*?<\/w:p>/gsu)].map(([paragraph]) => {
    const runs = [...paragraph.matchAll(/<w:r(?: [^>]*)?>.*?<\/w:r>/gsu)].map(([run]) => ({
      text: [...run.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>|<w:br\/>|<w:tab\/>/gsu)]
        .map(([tag, text]) => (tag.startsWith('<w:br') ? '\n' : plain(text ?? '')))
        .join(''),
      isRightToLeft: /<w:rtl\/>/.test(run),
      language: /<w:lang [^>]*w:(?:bidi|val)="([^"]*)"/.exec(run)?.[1],
    }))
    return {
      style: /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1],
      isRightToLeft: /<w:bidi\/>/.test(paragraph),
      runs,
      text: runs.map(({ text }) => text).join(''),
    }
  })

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const plain = (text: string) =>
  text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex?: string, decimal?: string, name?: string) =>
    name === undefined
      ? String.fromCodePoint(Number.parseInt(hex ?? decimal ?? '0', hex === undefined ? 10 : 16))
      : (entities[name] ?? whole),
  )

/** Each tag that is opened is closed, in order; and nothing is in it that XML 1.0 does not allow. */
function wellFormed(name: string, xml: string): void {
  const fail = (why: string): never => {
    throw new Error(`${name} in the Word file ${why}.`)
  }
  if (/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u.test(xml) || !xml.isWellFormed()) fail('has a sign XML cannot hold')
  const open: string[] = []
  const rest = xml
    .replace(/^<\?xml[^>]*\?>/, '')
    .replaceAll(
      /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g,
      (_tag, end: string, what: string, _about: string, empty: string) => {
        if (end !== '') {
          if (open.pop() !== what) fail(`closes ${what} where it is not open`)
        } else if (empty === '') open.push(what)
        return ''
      },
    )
  if (open.length > 0) fail(`leaves ${open.join()} open`)
  if (/<|&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-f]+);)/i.test(rest)) fail('has words that are taken for XML')
}

/** By its directory at the end, as every reader does. */
function unzipped(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0) throw new Error('This is no zip.')
  const files = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [28, 30, 32].map(place => zip.readUInt16LE(at + place))
    const local = zip.readUInt32LE(at + 42)
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    const begins = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(begins, begins + size)
    files.set(name, (method === 8 ? inflateRawSync(packed) : packed).toString('utf8'))
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return files
}
