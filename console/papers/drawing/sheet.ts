import { Page } from '@react-pdf/renderer'
import { type ComponentProps, createElement, Fragment, type ReactElement } from 'react'
import type { Both, Paper } from '../paper.ts'
import { box, inEnglish, quiet, words } from './words.ts'

interface Sheet {
  inside: readonly ReactElement[]
  /** Free on the left and on the right, in points. */
  sides?: number
  orientation?: 'portrait' | 'landscape'
  /** What nobody has checked yet, where it is said at the foot. */
  unchecked?: string | undefined
  /** Told how many pages it is. */
  onPages?: (pages: number) => void
}

/**
 * As many pages as it needs, each with its number at the foot, the guide's version, the language, and that the translation is a
 * draft. NB: `layout` has pages made by the newer of two ways to divide them; the older fails where numbers are counted in a foot.
 */
export function sheet(
  paper: Paper,
  { inside, sides = 40, orientation = 'portrait', unchecked, onPages }: Sheet,
): ReactElement {
  const layout: NonNullable<ComponentProps<typeof Page>['layout']> = ({ children, pageNumber = 1, totalPages = 0 }) => {
    onPages?.(totalPages)
    return box({ flexGrow: 1 }, [
      box({ flexGrow: 1, flexShrink: 1, flexBasis: 0 }, [createElement(Fragment, {}, children)]),
      foot(paper, pageNumber, totalPages, unchecked),
    ])
  }
  const style = { paddingTop: 36, paddingBottom: 24, paddingHorizontal: sides }
  return createElement(Page, { size: 'A4', orientation, style, layout }, ...inside)
}

function foot({ language, page, version, draft }: Paper, number: number, of: number, unchecked?: string): ReactElement {
  const small = { fontSize: 8, color: quiet }
  const side = (textIn: (both: Both) => string, name: string, put: typeof inEnglish) => [
    put([numbered(textIn(page), number, of), textIn(version), name].join(' · '), small),
    ...(draft ? [put(textIn(draft), small)] : []),
  ]
  const inTalk = side(
    ({ talk }) => talk,
    language.ownName,
    (said, style) => words(said, language, style),
  )
  const beside = side(({ talk, english = talk }) => english, language.englishName, inEnglish)
  const isAlone = page.english === undefined
  return box({ paddingTop: 10 }, [
    ...(unchecked === undefined ? [] : [inEnglish(unchecked, small)]),
    ...(isAlone
      ? inTalk
      : [
          box({ flexDirection: 'row', justifyContent: 'space-between' }, [
            box({ width: '47%' }, beside),
            box({ width: '47%' }, inTalk),
          ]),
        ]),
  ])
}

const numbered = (template: string, page: number, pages: number) =>
  template.replace('@pages', String(pages)).replace('@page', String(page))
