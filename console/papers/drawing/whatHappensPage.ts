import type { ReactElement } from 'react'
import type { PagePaper, Paper } from '../paper.ts'
import { fitting } from './fitting.ts'
import { sheet } from './sheet.ts'
import { box, stacked, whole } from './words.ts'

type Page = Paper & PagePaper

/** In points. Smaller than the last is not large any more: it goes on to a second page instead. */
const sizes = [18, 17, 16, 15, 14]

/** What happens with what a young person says: theirs to keep, in letters as large as one page has room for. */
export async function whatHappensPage(paper: Page): Promise<ReactElement> {
  const size = await fitting(sizes, (each, onPages) => drawn(paper, each, onPages))
  return drawn(paper, size ?? 16)
}

function drawn(paper: Page, fontSize: number, onPages?: (pages: number) => void): ReactElement {
  const { language, title, forYou, paragraphs, unchecked } = paper
  const inside = [
    box({ paddingBottom: 6 }, [stacked(title, language, { fontSize: fontSize * 1.4, fontWeight: 700 })]),
    box({ paddingBottom: 10 }, [stacked(forYou, language, { fontSize: fontSize * 0.9 })]),
    ...paragraphs.map(each => whole({ paddingBottom: fontSize * 0.7 }, [stacked(each, language, { fontSize })])),
  ]
  return sheet(paper, { inside, sides: 56, unchecked, ...(onPages ? { onPages } : {}) })
}
