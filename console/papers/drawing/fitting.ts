import { Document, renderToBuffer } from '@react-pdf/renderer'
import { createElement, type ReactElement } from 'react'

/** The first of these sizes at which all of it is on one page, found by drawing it; undefined where it is on none. */
export async function fitting(
  [size, ...smaller]: readonly number[],
  draw: (size: number, onPages: (pages: number) => void) => ReactElement,
): Promise<number | undefined> {
  if (size === undefined) return undefined
  let pages = 0
  const drawn = draw(size, counted => {
    pages = counted
  })
  await renderToBuffer(createElement(Document, {}, drawn))
  return pages === 1 ? size : fitting(smaller, draw)
}
